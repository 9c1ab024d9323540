use std::time::Instant;
fn hwm() -> String { let s = std::fs::read_to_string("/proc/self/status").unwrap(); s.lines().filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS")).map(|l| l.split_whitespace().nth(1).unwrap().to_owned()).collect::<Vec<_>>().join("/") }
fn main() {
    let dir = std::env::var("D").unwrap();
    for _ in 0..3 {
    println!("start {}", hwm());
    let t = Instant::now();
    let files = probate::source::Disk::open(std::path::Path::new(&dir)).unwrap();
    let paths = probate::source::Files::documents(&files).unwrap();
    println!("list {:?}", t.elapsed());
    let t = Instant::now();
    let mut n = 0;
    for p in &paths { let text = probate::source::Files::read(&files, p).unwrap(); let (nodes, _) = probate::source::yaml::read(&text); n += nodes.len(); }
    println!("1-thread read+tree {} {:?} {}", n, t.elapsed(), hwm());
    let t = Instant::now();
    for p in &paths { let text = probate::source::Files::read(&files, p).unwrap(); n += granit_parser::Parser::new_from_str(&text).map(|e| e.unwrap()).count(); }
    println!("1-thread read+tokens {} {:?} {}", n, t.elapsed(), hwm());
    let t = Instant::now();
    let mut project = probate::document::load(&files);
    println!("load {:?} {}", t.elapsed(), hwm());
    let t = Instant::now();
    let program = probate::document::lower(&mut project, &files).unwrap();
    println!("lower {:?} {}", t.elapsed(), hwm());
    let t = Instant::now();
    let digest = program.digest();
    println!("digest {:?} {}", t.elapsed(), hwm());
    let t = Instant::now();
    let basis = probate::plan::Basis { program: &program, sources: &project.sources, digest: &digest };
    let mut f = 0; for p in &program.purge_types { f += probate::plan::faults(basis, p).len(); }
    println!("faults {} {:?} {}", f, t.elapsed(), hwm());
    let t = Instant::now(); drop(program); drop(project); println!("drop {:?}", t.elapsed());
    }
}
