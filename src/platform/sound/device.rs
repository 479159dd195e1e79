//! The loudspeaker on Windows and macOS, through rodio.
//!
//! Invariant: a device that went away is noticed by [`Output::is_lost`], without waiting.

use std::{
    num::{NonZeroU16, NonZeroU32},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    time::Duration,
};

use rodio::{DeviceSinkBuilder, MixerDeviceSink, Source};

use super::worker::{Shared, fill};
use crate::sound::RATE;

/// How many samples are mixed at once: 10 milliseconds.
const BATCH: usize = RATE as usize / 100;

/// An open device.
pub(super) struct Output {
    lost: Arc<AtomicBool>,
    /// Ends the thread that holds the device.
    _open: mpsc::Sender<()>,
}

impl Output {
    /// Whether the device has gone away.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }
}

/// Begins to open the usual device, which then plays what the mixer holds; `None` comes when there is none.
pub(super) fn open(shared: &Arc<Mutex<Shared>>) -> Receiver<Option<Output>> {
    let (sender, opened) = mpsc::channel();
    let (open, closed) = mpsc::channel::<()>();
    let (shared, lost) = (Arc::clone(shared), Arc::new(AtomicBool::new(false)));
    // The device stays on the thread that opened it, as some systems want.
    let holder = move || {
        let device = connect(shared, Arc::clone(&lost));
        let output = device.is_some().then(|| Output { lost, _open: open });
        if sender.send(output).is_ok() && device.is_some() {
            closed.recv().ok();
        }
    };
    // Without a thread the channel breaks off, as where no device is.
    std::thread::Builder::new().name("sound-device".into()).spawn(holder).ok();
    opened
}

fn connect(shared: Arc<Mutex<Shared>>, lost: Arc<AtomicBool>) -> Option<MixerDeviceSink> {
    let builder = DeviceSinkBuilder::from_default_device().ok()?;
    let mut sink = builder.with_error_callback(move |_| lost.store(true, Ordering::Relaxed)).open_stream().ok()?;
    sink.log_on_drop(false);
    sink.mixer().add(Samples { shared, batch: Vec::new(), at: 0 });
    Some(sink)
}

/// The mixer as an endless source.
struct Samples {
    shared: Arc<Mutex<Shared>>,
    batch: Vec<f32>,
    at: usize,
}

impl Iterator for Samples {
    type Item = rodio::Sample;

    fn next(&mut self) -> Option<rodio::Sample> {
        if self.at >= self.batch.len() {
            self.batch.resize(BATCH, 0.0);
            fill(&self.shared, &mut self.batch);
            self.at = 0;
        }
        let sample = self.batch.get(self.at).copied();
        self.at += 1;
        sample
    }
}

impl Source for Samples {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> rodio::ChannelCount {
        NonZeroU16::MIN
    }

    fn sample_rate(&self) -> rodio::SampleRate {
        NonZeroU32::new(RATE).unwrap_or(NonZeroU32::MIN)
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}
