//! A Unix socket that only this person may use.
//!
//! It stands in `XDG_RUNTIME_DIR`, or where that is none of theirs alone, in a folder of its own beside the data, or
//! where that has too long a path for a socket, in one among the temporary files. Where it stands is noted in the lock's
//! file, so the two starts need not agree on their environment.

use std::io;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::super::store;

pub(super) type Address = PathBuf;
pub(super) type Listener = UnixListener;

pub(super) fn connect(address: &Address) -> io::Result<UnixStream> {
    UnixStream::connect(address)
}

/// Listens on a new socket; one that a killed program left is put away first. The lock must be held.
pub(super) fn listen(data: &Path) -> io::Result<(Listener, Address)> {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_absolute());
    let address = place(runtime, data, &super::name_of(data)).ok_or(io::ErrorKind::PermissionDenied)?;
    store::clear_away(&address);
    let listener = UnixListener::bind(&address)?;
    store::keep_to_owner(&address)?;
    Ok((listener, address))
}

/// The longest path that every system takes for a socket, in bytes.
const PATH_BYTES: usize = 100;

/// Where the socket stands: the first folder that is private, with a path that is not too long.
fn place(runtime: Option<PathBuf>, data: &Path, name: &str) -> Option<PathBuf> {
    let socket = |dir: &Path| dir.join(format!("{name}.sock"));
    let fits = |dir: &PathBuf| socket(dir).as_os_str().len() <= PATH_BYTES;
    let own = data.join("run");
    let last = if fits(&own) { own } else { std::env::temp_dir().join(format!(".{name}")) };
    let candidates: Vec<PathBuf> = runtime.into_iter().chain([last]).filter(fits).collect();
    let dir = store::runtime_dir(&candidates)?;
    Some(socket(dir))
}

pub(super) fn accept(listener: &Listener, patience: Duration) -> io::Result<UnixStream> {
    let (stream, _) = listener.accept()?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    Ok(stream)
}

pub(super) fn note_of(address: &Address) -> String {
    address.to_string_lossy().into_owned()
}

pub(super) fn address_from(_data: &Path, note: &str) -> Address {
    PathBuf::from(note)
}

/// The file to be removed at the end.
pub(super) fn file_of(address: &Address) -> Option<PathBuf> {
    Some(address.clone())
}
