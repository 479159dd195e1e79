//! The loudspeaker on Linux, through the sound server: PulseAudio, or PipeWire in its place.
//!
//! Invariant: opening holds nobody, whatever the server does; a server that went away is noticed by
//! [`Output::is_lost`], without waiting.

use std::{
    ffi::CStr,
    os::unix::net::UnixStream,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver},
    },
};

use futures::{FutureExt, executor::block_on};
use pulseaudio::{
    AsPlaybackSource, Client, ClientError, PlaybackStream,
    protocol::{ChannelMap, PlaybackStreamParams, SampleFormat, SampleSpec, stream::BufferAttr, stream::StreamFlags},
};

use super::worker::{Shared, fill};
use crate::sound::RATE;

/// How much sound lies ready at the server: less comes sooner and breaks sooner on a busy computer.
const BUFFER_MILLIS: u32 = 40;
/// How the desktop's volume control names us.
const NAME: &CStr = c"Gentleback";
/// As long as every cookie is.
const COOKIE_BYTES: usize = 256;
const BYTES_A_SAMPLE: usize = size_of::<f32>();

/// An open way to the sound server.
pub(super) struct Output {
    stream: PlaybackStream,
    // Held, because the stream's thread ends with it.
    _client: Client,
}

impl Output {
    /// Whether the server has gone away.
    pub(super) fn is_lost(&self) -> bool {
        // It resolves when the stream ends, and ours never does by itself.
        self.stream.source_eof().now_or_never().is_some()
    }
}

/// Begins to open a stream that plays what the mixer holds; `None` comes when no server is there.
///
/// On a thread of its own: a server that hangs would hold it for ever, and must not hold the program's sound.
pub(super) fn open(shared: &Arc<Mutex<Shared>>) -> Receiver<Option<Output>> {
    let (sender, opened) = mpsc::channel();
    let shared = Arc::clone(shared);
    let opener = move || sender.send(connect(shared)).ok();
    // Without a thread the channel breaks off, as where no server is.
    std::thread::Builder::new().name("sound-open".into()).spawn(opener).ok();
    opened
}

fn connect(shared: Arc<Mutex<Shared>>) -> Option<Output> {
    // A client without a cookie file sends no cookie at all, which PulseAudio takes for a fault, even where it wants none.
    let client = Client::from_env(NAME).or_else(|_| {
        let socket = UnixStream::connect(pulseaudio::socket_path_from_env().ok_or(ClientError::ServerUnavailable)?)?;
        Client::new_unix(NAME, socket, Some([0u8; COOKIE_BYTES]))
    });
    let client = client.ok()?;
    let bytes = BUFFER_MILLIS * RATE / 1_000 * BYTES_A_SAMPLE as u32;
    let params = PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 1, sample_rate: RATE },
        channel_map: ChannelMap::mono(),
        buffer_attr: BufferAttr {
            max_length: u32::MAX,
            target_length: bytes,
            pre_buffering: 0,
            minimum_request_length: bytes / 4,
            ..BufferAttr::default()
        },
        flags: StreamFlags { adjust_latency: true, ..StreamFlags::default() },
        ..PlaybackStreamParams::default()
    };
    let mut samples = Vec::new();
    let source = move |bytes: &mut [u8]| {
        samples.resize(bytes.len() / BYTES_A_SAMPLE, 0.0);
        fill(&shared, &mut samples);
        for (place, sample) in bytes.chunks_exact_mut(BYTES_A_SAMPLE).zip(&samples) {
            place.copy_from_slice(&sample.to_le_bytes());
        }
        samples.len() * BYTES_A_SAMPLE
    };
    let stream = block_on(client.create_playback_stream(params, source.as_playback_source())).ok()?;
    Some(Output { stream, _client: client })
}
