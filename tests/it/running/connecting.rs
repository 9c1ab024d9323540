//! TLS: a certificate that is not trusted, or is another host's, is refused by the program and not by luck. The servers
//! are the test's own, with certificates that it makes.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::Place;
use crate::cli::{code, stderr};
use crate::engine::{Engine, skipped};

fn must(command: &mut Command) {
    let ran = command.output().expect("it starts");
    assert!(ran.status.success(), "{command:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// An authority and a certificate by it for 127.0.0.1, and another authority that nobody should trust.
fn certificates(folder: &Path) {
    let openssl = |arguments: &str| must(Command::new("openssl").current_dir(folder).args(arguments.split(' ')));
    for name in ["roots", "others"] {
        openssl(&format!(
            "req -x509 -newkey rsa:2048 -nodes -days 2 -keyout {name}.key -out {name}.pem -subj /CN={name} -addext basicConstraints=critical,CA:TRUE"
        ));
    }
    openssl("req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=server");
    std::fs::write(folder.join("for"), "subjectAltName=IP:127.0.0.1\n").expect("written");
    openssl(
        "x509 -req -in server.csr -CA roots.pem -CAkey roots.key -CAcreateserial -days 2 -extfile for -out server.pem",
    );
}

/// A server, gone with this value.
struct Server {
    child: Child,
    folder: tempfile::TempDir,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

fn give(folder: &Path, user: &str) {
    must(Command::new("chown").args(["-R", user]).arg(folder));
    must(Command::new("chmod").arg("0600").arg(folder.join("server.key")));
    must(Command::new("chmod").arg("0711").arg(folder));
}

fn answers(mut asked: impl FnMut() -> bool) {
    for _ in 0..300 {
        if asked() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("the server does not answer");
}

/// Certificates can be made, and servers started as their own users.
fn may_start() -> bool {
    let says = |program: &str, argument: &str| Command::new(program).arg(argument).output().map(|ran| ran.stdout);
    says("openssl", "version").is_ok() && says("id", "-u").is_ok_and(|user| user.trim_ascii() == b"0")
}

/// `None` where this machine has no such server, or lets nobody start one.
fn postgres() -> Option<Server> {
    may_start().then_some(())?;
    let all = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|one| one.path().join("bin"));
    let bin: PathBuf = all.filter(|bin| bin.join("initdb").exists()).max()?;
    let folder = tempfile::tempdir().expect("a folder");
    certificates(folder.path());
    give(folder.path(), "postgres");
    let data = folder.path().join("data");
    let as_postgres = |program: &str| {
        let mut command = Command::new("runuser");
        command
            .args(["-u", "postgres", "--"])
            .arg(bin.join(program))
            .current_dir("/")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    must(as_postgres("initdb").arg(&data).args(["--auth=trust", "--encoding=UTF8", "--no-sync"]));
    let port = free_port();
    let mut server = as_postgres("postgres");
    server.arg("-D").arg(&data).args([
        "-p",
        &port.to_string(),
        "-c",
        "ssl=on",
        "-c",
        "fsync=off",
        "-c",
        "listen_addresses=127.0.0.1",
    ]);
    for (setting, file) in [("ssl_cert_file", "server.pem"), ("ssl_key_file", "server.key")] {
        server.args(["-c", &format!("{setting}={}", folder.path().join(file).display())]);
    }
    server.args(["-c", &format!("unix_socket_directories={}", folder.path().display())]);
    let server = Server { child: server.spawn().expect("it starts"), folder, port };
    answers(|| {
        let mut asked = Command::new("psql");
        asked.args(["-X", "-w", "-h", "127.0.0.1", "-p", &port.to_string(), "-U", "postgres", "-c", "select 1"]);
        asked.output().is_ok_and(|ran| ran.status.success())
    });
    Some(server)
}

fn mariadb() -> Option<Server> {
    may_start().then_some(())?;
    let there = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|ran| ran.status.success());
    if !there("mariadbd") || !there("mariadb-install-db") && !Path::new("/usr/bin/mariadb-install-db").exists() {
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    certificates(folder.path());
    give(folder.path(), "mysql");
    // A starting server takes away every temporary table that it finds in its folder: never in one that others use.
    let aside = folder.path().join("aside");
    std::fs::create_dir(&aside).expect("it can be made");
    must(Command::new("chown").arg("mysql").arg(&aside));
    let data = format!("--datadir={}", folder.path().join("data").display());
    must(Command::new("mariadb-install-db").env("TMPDIR", &aside).args([
        "--no-defaults",
        "--user=mysql",
        "--auth-root-authentication-method=normal",
        &data,
    ]));
    let port = free_port();
    let mut server = Command::new("mariadbd");
    // "--no-defaults" is heeded only as the first.
    server.args(["--no-defaults", "--user=mysql", "--bind-address=127.0.0.1", &format!("--port={port}"), &data]);
    server.arg(format!("--tmpdir={}", aside.display()));
    server
        .arg(format!("--socket={}", folder.path().join("socket").display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    for file in ["cert=server.pem", "key=server.key"] {
        let (name, file) = file.split_once('=').expect("a pair");
        server.arg(format!("--ssl-{name}={}", folder.path().join(file).display()));
    }
    let server = Server { child: server.spawn().expect("it starts"), folder, port };
    let client = |statement: &str| {
        let mut asked = Command::new("mariadb");
        asked.args(["--no-defaults", "-h", "127.0.0.1", "-P", &port.to_string(), "-u", "root", "-e", statement]);
        asked.output().is_ok_and(|ran| ran.status.success())
    };
    answers(|| client("create database if not exists site"));
    Some(server)
}

/// Without TLS, with the right roots, with others, with none, and under another name than the certificate's.
fn verifies(server: &Server, address: impl Fn(&str, &str) -> String) {
    let place = Place::bare(Engine::Shell);
    let run = |host: &str, options: &str| {
        let mut command = place.command();
        command.env("PROBATE_DB", address(host, options)).args(["request", "list"]);
        command.output().expect("it starts")
    };
    let file = |name: &str| server.folder.path().join(name).display().to_string();
    let (roots, others) = (format!("sslrootcert={}", file("roots.pem")), format!("sslrootcert={}", file("others.pem")));
    // The way is there: what is missing are the tables.
    for (host, options) in
        [("127.0.0.1", "sslmode=disable".to_owned()), ("127.0.0.1", format!("sslmode=require&{roots}"))]
    {
        let ran = run(host, &options);
        assert!(
            code(&ran) == 3 && stderr(&ran).contains("not the database that the policy was written for"),
            "{options}: {}",
            stderr(&ran)
        );
    }
    for (host, options) in [
        ("127.0.0.1", format!("sslmode=require&{others}")),
        ("127.0.0.1", "sslmode=require".to_owned()),
        ("localhost", format!("sslmode=require&{roots}")),
        ("127.0.0.1", format!("sslmode=require&sslrootcert={}", file("nowhere.pem"))),
    ] {
        let ran = run(host, &options);
        let said = stderr(&ran);
        assert!(code(&ran) == 3 && !said.contains("not the database that the policy"), "{host} {options}: {said}");
        assert!(said.contains("certificate"), "{host} {options}: says what is wrong: {said}");
    }
}

#[test]
fn the_certificate_of_a_postgresql_server_is_verified() {
    match postgres() {
        Some(server) => {
            let port = server.port;
            verifies(&server, |host, options| format!("postgres://postgres@{host}:{port}/postgres?{options}"));
        }
        None => skipped("the_certificate_of_a_postgresql_server_is_verified: no server can be started"),
    }
}

#[test]
fn the_certificate_of_a_mariadb_server_is_verified() {
    match mariadb() {
        Some(server) => {
            let port = server.port;
            verifies(&server, |host, options| format!("mariadb://root@{host}:{port}/site?{options}"));
        }
        None => skipped("the_certificate_of_a_mariadb_server_is_verified: no server can be started"),
    }
}
