//! Who is first, who is told, and that nobody waits for the dead or the deaf.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::super::reply::test::feed;
use super::super::store::runtime_dir;
use super::*;

fn first(data: &Path) -> First {
    match claim(data, StartRequest::Show) {
        Claim::First(first) => first,
        other => panic!("{other:?}"),
    }
}

fn next_word(words: &Receiver<StartRequest>) -> Option<StartRequest> {
    words.recv_timeout(Duration::from_secs(10)).ok()
}

fn words_of(first: &First) -> Receiver<StartRequest> {
    let (told, words) = feed();
    first.tell(told);
    words
}

#[test]
fn the_second_tells_the_first_its_word_also_before_there_is_a_window() {
    let data = tempfile::tempdir().expect("a folder");
    let one = first(data.path());
    assert!(matches!(claim(data.path(), StartRequest::Start), Claim::Forwarded));
    let words = words_of(&one);
    assert_eq!(next_word(&words), Some(StartRequest::Start));
    for word in StartRequest::ALL {
        assert!(matches!(claim(data.path(), word), Claim::Forwarded));
        assert_eq!(next_word(&words), Some(word));
    }
}

#[test]
fn when_the_first_has_gone_the_next_is_first() {
    let data = tempfile::tempdir().expect("a folder");
    let socket = first(data.path()).socket.clone().expect("it listened");
    assert!(!socket.exists(), "put away at the end");
    first(data.path());
}

#[test]
fn a_socket_that_a_killed_program_left_is_put_away() {
    let data = tempfile::tempdir().expect("a folder");
    let one = first(data.path());
    let socket = one.socket.clone().expect("it listens");
    drop(one);
    // The file of a socket that nobody listens on any more.
    drop(UnixListener::bind(&socket).expect("bound"));
    assert!(socket.exists());
    let two = first(data.path());
    assert!(matches!(claim(data.path(), StartRequest::Start), Claim::Forwarded));
    assert_eq!(next_word(&words_of(&two)), Some(StartRequest::Start));
}

#[test]
fn a_holder_that_does_not_answer_keeps_nobody_from_starting() {
    let data = tempfile::tempdir().expect("a folder");
    let mut lock = Lock::take(&data.path().join("gentleback.lock")).expect("free");
    assert!(matches!(claim(data.path(), StartRequest::Show), Claim::Alone(_)), "it listens nowhere");
    let deaf = data.path().join("deaf.sock");
    let _listener = UnixListener::bind(&deaf).expect("bound");
    lock.note(&deaf.to_string_lossy()).expect("noted");
    assert!(matches!(claim(data.path(), StartRequest::Show), Claim::Alone(_)), "it never answers");
}

#[test]
fn where_there_is_no_lock_the_program_starts_all_the_same() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    assert!(matches!(claim(&file.path().join("no/folder"), StartRequest::Show), Claim::Alone(_)));
}

#[test]
fn one_who_talks_nonsense_is_not_heard_and_does_no_harm() {
    let data = tempfile::tempdir().expect("a folder");
    let one = first(data.path());
    let socket = one.socket.clone().expect("it listens");
    UnixStream::connect(&socket).expect("connected").write_all(&[b'x'; 300]).ok();
    UnixStream::connect(&socket).expect("connected").write_all(b"delete\n").expect("sent");
    drop(UnixStream::connect(&socket).expect("connected"));
    let silent = UnixStream::connect(&socket).expect("connected");
    assert!(matches!(claim(data.path(), StartRequest::Start), Claim::Forwarded));
    assert_eq!(next_word(&words_of(&one)), Some(StartRequest::Start));
    drop(silent);
}

#[test]
fn lock_and_socket_are_for_their_owner_only() {
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().join("gentleback");
    let one = first(&folder);
    let socket = one.socket.clone().expect("it listens");
    let place = socket.parent().expect("a folder");
    assert_eq!((mode(&folder), mode(&folder.join("gentleback.lock"))), (0o700, 0o600));
    assert_eq!((mode(place), mode(&socket)), (0o700, 0o600));
}

#[test]
fn a_folder_that_others_may_enter_is_no_place_for_a_socket() {
    let dir = tempfile::tempdir().expect("a folder");
    let (open, own) = (dir.path().join("open"), dir.path().join("own"));
    std::fs::create_dir(&open).expect("made");
    std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o755)).expect("set");
    assert_eq!(runtime_dir(&[open.clone(), own.clone()]), Some(own.as_path()), "made where needed");
    assert_eq!(runtime_dir(std::slice::from_ref(&open)), None);
    std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o700)).expect("set");
    assert_eq!(runtime_dir(&[open.clone(), own]), Some(open.as_path()));
}

#[test]
fn two_homes_are_two_programs() {
    assert_ne!(name_of(Path::new("a")), name_of(Path::new("b")));
    assert_eq!(name_of(Path::new("a")), name_of(Path::new("a")));
}

#[test]
fn a_start_on_another_screen_is_told_so() {
    let data = tempfile::tempdir().expect("a folder");
    let Claim::First(one) = claim_on(data.path(), StartRequest::Show, "wayland-0 :0") else { panic!("it is the first") };
    let words = words_of(&one);
    assert!(matches!(claim_on(data.path(), StartRequest::Show, ":46"), Claim::Elsewhere));
    assert!(words.recv_timeout(Duration::from_millis(100)).is_err(), "nothing happens there");
    for same in [":0", "wayland-0", ""] {
        assert!(matches!(claim_on(data.path(), StartRequest::Start, same), Claim::Forwarded), "{same}");
        assert_eq!(next_word(&words), Some(StartRequest::Start));
    }
}

#[test]
fn a_folder_with_a_long_path_still_has_one_window() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("d".repeat(120));
    let one = first(&data);
    let socket = one.socket.clone().expect("it listens");
    assert!(socket.as_os_str().len() <= 100, "{}", socket.display());
    assert!(matches!(claim(&data, StartRequest::Show), Claim::Forwarded));
    drop(one);
    assert!(!socket.exists());
}
