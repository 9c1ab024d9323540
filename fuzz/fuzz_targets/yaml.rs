#![no_main]

#[path = "../readers.rs"]
#[allow(dead_code, reason = "each target asks one of the readers")]
mod readers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| readers::yaml(bytes));
