//! The two clocks of the machine, read together.
//!
//! Not a timer: nothing waits here. The shell reads once for each event and hands the value on.
//!
//! Invariant: this is the only file of the program that reads a clock.

use std::time::{Instant, SystemTime};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::moment::{Moment, Now, Stamp};

/// The clocks, with the start of this run remembered.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    start: Instant,
}

impl Clock {
    /// Starts to count; make one, at the start of the program.
    pub fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// What both clocks show.
    ///
    /// The time zone is the system's, since a laptop travels. jiff looks it up anew after five minutes, so the clock face of
    /// a place one has just come to may show that much later; the true time, which distances are measured by, is right at
    /// once, because each reading carries its distance from UTC. A wall clock beyond the calendar (a machine
    /// without a battery may show any year) reads as its beginning, which counts as a clock that was set back.
    pub fn now(&self) -> Now {
        let wall = Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH);
        let zoned = wall.to_zoned(TimeZone::system());
        Now::new(Moment::new(self.start.elapsed()), Stamp::new(zoned.datetime(), zoned.offset()))
    }
}

/// A reading as part of a file's name: sorts by time, and has no character that a file system minds.
pub fn file_stamp(stamp: Stamp) -> String {
    stamp.civil.strftime("%Y%m%d-%H%M%S").to_string()
}

/// Seconds of the wall clock since 1970, for a log that another program's log is laid beside.
pub fn wall_secs() -> f64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::civil::date;
    use jiff::tz::Offset;

    use super::*;

    #[test]
    fn both_clocks_go_forward_together() {
        let clock = Clock::start();
        let before = clock.now();
        std::thread::sleep(Duration::from_millis(20));
        let after = clock.now();
        assert!(after.moment.since(before.moment) >= Duration::from_millis(20));
        assert!(after.stamp > before.stamp, "unless someone set the clock back just now");
        assert!(before.date().year() >= 2026);
    }

    #[test]
    fn a_file_stamp_sorts_by_time() {
        let stamp = Stamp::new(date(2026, 1, 2).at(3, 4, 5, 600), Offset::UTC);
        assert_eq!(file_stamp(stamp), "20260102-030405");
    }
}
