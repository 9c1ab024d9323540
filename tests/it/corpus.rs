//! The committed inputs of the fuzz targets, and what they found: each is read as the targets read it.

use std::path::Path;

use crate::readers;

fn all(name: &str, read: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "{} has {} files", folder.display(), files.len());
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let read = std::panic::catch_unwind(|| read(&bytes));
        assert!(read.is_ok(), "{}", file.display());
    }
}

#[test]
fn every_yaml_file_is_read_or_refused() {
    all("yaml", readers::yaml);
}

#[test]
fn every_file_of_ddl_is_read_or_refused() {
    all("ddl", readers::ddl);
}

#[test]
fn every_expression_is_read_or_refused() {
    all("expression", readers::expression);
}
