//! What is installed: the names under which a desktop finds the window, its menu entry and its icon, and an
//! installation into an empty folder, with the validators of the systems where they are there.
//!
//! Not a desktop: that a menu shows the entry is seen by a person.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gentleback::ui::theme::viewport;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs the script that installs as it is documented, with the program under test in the place of a release.
fn install(arguments: &[&OsStr]) -> Output {
    run("packaging/install-linux.sh", arguments)
}

fn run(script: &str, arguments: &[&OsStr]) -> Output {
    let built = Path::new(env!("CARGO_BIN_EXE_gentleback"));
    let target = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(target.path().join("release")).expect("a folder in it");
    std::os::unix::fs::symlink(built, target.path().join("release/gentleback")).expect("a link");
    let mut command = Command::new("sh");
    command.arg(root().join(script)).args(arguments);
    command.env("CARGO_TARGET_DIR", target.path()).env_remove("DESTDIR");
    command.output().expect("sh")
}

fn installed(prefix: &Path) {
    let done = install(&[prefix.as_os_str()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

/// Runs a validator, or says that it is not there.
fn assert_valid(validator: &str, arguments: &[&OsStr]) {
    match Command::new(validator).args(arguments).output() {
        Ok(said) => assert!(said.status.success(), "{validator}: {}", String::from_utf8_lossy(&said.stdout)),
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "{validator} is needed here: {error}");
            writeln!(std::io::stderr(), "skipped: no {validator} ({error})").ok();
        }
    }
}

#[test]
fn the_window_the_menu_entry_and_the_icon_have_one_name() {
    let name = viewport("").app_id.expect("a name");
    let entry = text_of(&root().join("packaging/linux").join(format!("{name}.desktop")));
    for line in ["Icon", "StartupWMClass", "Exec", "TryExec"].map(|key| format!("{key}={name}")) {
        assert!(entry.lines().any(|there| there == line), "no line {line} in\n{entry}");
    }
    let described = text_of(&root().join("packaging/linux/org.gentleback.gentleback.metainfo.xml"));
    assert!(described.contains(&format!("<launchable type=\"desktop-id\">{name}.desktop</launchable>")));
    assert!(root().join(format!("assets/icon/{name}.svg")).is_file());
    // What a note says of itself, so that the desktop shows the same icon.
    assert!(
        text_of(&root().join("src/platform/notify/linux.rs")).contains(&format!("(\"desktop-entry\", Value::from(\"{name}\"))"))
    );
}

#[test]
fn the_window_brings_its_own_icon() {
    let icon = viewport("").icon.expect("an icon");
    assert_eq!((icon.width, icon.height, icon.rgba.len()), (256, 256, 256 * 256 * 4));
}

#[test]
fn each_picture_of_the_icon_has_the_size_that_it_says() {
    let pictures = files_under(&root().join("assets/icon/png"));
    assert!(pictures.len() >= 8, "{pictures:?}");
    for picture in pictures {
        let size =
            picture.file_stem().and_then(OsStr::to_str).and_then(|name| name.rsplit('-').next()).expect("a size in its name");
        let size: u32 = size.parse().expect("a number");
        let bytes = std::fs::read(&picture).expect("bytes");
        let icon = eframe::icon_data::from_png_bytes(&bytes).expect("a picture");
        assert_eq!((icon.width, icon.height), (size, size), "{}", picture.display());
    }
}

#[test]
fn what_is_installed_is_valid_and_goes_without_a_trace() {
    let home = tempfile::tempdir().expect("a folder");
    let prefix = home.path().join("a person's folder");
    installed(&prefix);
    let entry = prefix.join("share/applications/gentleback.desktop");
    assert_valid("desktop-file-validate", &[entry.as_os_str()]);
    assert_valid(
        "appstreamcli",
        &["validate-tree", "--no-net"].map(OsStr::new).into_iter().chain([prefix.as_os_str()]).collect::<Vec<_>>(),
    );
    let program = prefix.join("bin/gentleback");
    assert!(text_of(&entry).contains(&format!("\nExec=\"{}\"\n", program.display())), "the entry starts what was installed");
    let said = Command::new(&program).arg("--version").output().expect("the installed program starts");
    assert!(said.status.success() && said.stdout.starts_with(b"gentleback "));

    installed(&prefix); // over itself
    let gone = install(&[OsStr::new("--uninstall"), prefix.as_os_str()]);
    assert!(gone.status.success(), "{}", String::from_utf8_lossy(&gone.stderr));
    assert_eq!(files_under(&prefix), [] as [PathBuf; 0]);
}

/// What a script of the package prints about the program under test.
fn made(script: &str, arguments: &[&str]) -> String {
    let script = root().join("packaging/linux").join(script);
    let done = Command::new("sh").arg(script).arg(env!("CARGO_BIN_EXE_gentleback")).args(arguments).output().expect("sh");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("letters")
}

#[test]
fn manual_page_and_completions_name_all_that_the_help_names() {
    let program = Command::new(env!("CARGO_BIN_EXE_gentleback")).args(["--language", "en", "--help"]).output().expect("its help");
    let help = String::from_utf8(program.stdout).expect("letters");
    let is_option = |word: &&str| word.starts_with("--") && word.len() > 2;
    let words = help.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let options: BTreeSet<&str> = words.filter(is_option).collect();
    assert!(options.len() > 15, "{options:?}");
    let page = made("man-page.sh", &[]);
    for option in &options {
        assert!(page.contains(&option.replace('-', "\\-")), "{option} in the manual page");
    }
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS"] {
        assert!(page.contains(&format!("\n.SH {section}\n")), "{section} in\n{page}");
    }
    for shell in ["bash", "zsh", "fish"] {
        let completions = made("completions.sh", &[shell]);
        for word in options.iter().copied().chain(["sheet", "figures", "plan", "remind"]) {
            let word = if shell == "fish" { word.trim_start_matches('-') } else { word };
            assert!(completions.contains(word), "{word} for {shell}");
        }
    }
}

#[test]
fn the_package_for_debian_holds_what_is_installed_and_needs_no_more_than_it_names() {
    if let Err(error) = Command::new("dpkg-shlibdeps").arg("--version").output() {
        assert!(std::env::var_os("CI").is_none(), "dpkg-shlibdeps is needed here: {error}");
        writeln!(std::io::stderr(), "skipped: no dpkg-shlibdeps ({error})").ok();
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let made = run("packaging/deb.sh", &[folder.path().as_os_str()]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let package = files_under(folder.path()).pop().expect("a package");
    let asked = |what: &str| {
        let said = Command::new("dpkg-deb").arg(what).arg(&package).output().expect("dpkg-deb");
        assert!(said.status.success(), "{what}");
        String::from_utf8(said.stdout).expect("letters")
    };
    let (control, files) = (asked("--field"), asked("--contents"));
    assert!(control.contains(&format!("\nVersion: {}-1\n", env!("CARGO_PKG_VERSION"))), "{control}");
    let needs = control.lines().find_map(|line| line.strip_prefix("Depends: ")).expect("what it needs");
    for library in ["libc6 (>= ", "libegl1", "libx11-6", "libxkbcommon0"] {
        assert!(needs.contains(library), "{library} in {needs}");
    }
    for file in ["bin/gentleback", "share/applications/gentleback.desktop", "share/man/man1/gentleback.1.gz"] {
        assert!(files.lines().any(|line| line.ends_with(&format!(" ./usr/{file}"))), "{file} in\n{files}");
    }
    assert!(files.lines().all(|line| line.contains(" root/root ")), "{files}");
}

#[test]
fn a_folder_that_a_menu_entry_can_not_hold_is_refused_before_anything_is_done() {
    let home = tempfile::tempdir().expect("a folder");
    for name in ["a\"b", "a$b", "a`b", "a\\b", "a%b", "a|b", "a&b", "a\nb"] {
        let prefix = home.path().join(name);
        let refused = install(&[prefix.as_os_str()]);
        assert!(!refused.status.success(), "{name:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("Nothing was changed."), "{name:?}");
    }
    assert!(!install(&[OsStr::new("nearby")]).status.success(), "a folder from no root");
    assert!(!install(&[OsStr::new("--everything")]).status.success(), "an option that is not there");
    assert_eq!(files_under(home.path()), [] as [PathBuf; 0]);
}

/// Whoever raises the version finds every place that says it.
#[test]
fn the_bundle_says_the_version_of_the_program() {
    let list = text_of(&root().join("packaging/macos/Info.plist"));
    let version = format!("<string>{}</string>", env!("CARGO_PKG_VERSION"));
    assert_eq!(list.matches(&version).count(), 2, "{list}");
}
