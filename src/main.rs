//! The program `probate`; everything it does is in the library's `cli` room.

fn main() -> std::process::ExitCode {
    probate::cli::main()
}
