//! A named pipe, by a kept crate that wraps it.
//!
//! A locked file cannot be read by another program there, so the pipe's name follows from the data folder alone.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use interprocess::local_socket::{
    self, GenericNamespaced, ListenerOptions, Stream, ToNsName as _, traits::Listener as _, traits::Stream as _,
};

pub(super) type Address = String;
pub(super) type Listener = local_socket::Listener;

pub(super) fn connect(address: &Address) -> io::Result<Stream> {
    Stream::connect(address.as_str().to_ns_name::<GenericNamespaced>()?)
}

pub(super) fn listen(data: &Path) -> io::Result<(Listener, Address)> {
    let address = super::name_of(data);
    let name = address.as_str().to_ns_name::<GenericNamespaced>()?;
    let listener = ListenerOptions::new().name(name).create_sync()?;
    Ok((listener, address))
}

/// Pipes know no patience here: one who comes and says nothing keeps the others waiting, and they go on by themselves.
pub(super) fn accept(listener: &Listener, _patience: Duration) -> io::Result<Stream> {
    listener.accept()
}

pub(super) fn note_of(_address: &Address) -> String {
    String::new()
}

pub(super) fn address_from(data: &Path, _note: &str) -> Address {
    super::name_of(data)
}

/// A pipe leaves no file behind.
pub(super) fn file_of(_address: &Address) -> Option<PathBuf> {
    None
}
