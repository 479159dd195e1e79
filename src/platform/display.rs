//! The way to a screen on Linux, put right before the window toolkit looks at it.
//!
//! The toolkit ends the program over two things that a person may well have in their environment: a scale written with
//! a comma, and a Wayland session that is no more beside an X server that is there. Both are found here, and the
//! program starts itself once more in the environment that works: a process can not safely change its own.
//!
//! Invariant: what is good is left as it is, and one that has been put right needs nothing more, so this ends.

use std::{
    ffi::{OsStr, OsString},
    os::unix::{net::UnixStream, process::CommandExt},
    path::{Path, PathBuf},
    process::Command,
};

const SCALE: &str = "WINIT_X11_SCALE_FACTOR";
const WAYLAND: &str = "WAYLAND_DISPLAY";

/// What a variable is to be; `None` takes it away.
type Change = (&'static str, Option<OsString>);

/// Starts the program anew where its environment keeps it from a screen. Comes back where there is nothing to do, or it
/// can not be done.
pub fn mend() {
    let changes = changes(&|name| std::env::var_os(name), &|socket| UnixStream::connect(socket).is_ok());
    if changes.is_empty() {
        return;
    }
    let mut arguments = std::env::args_os();
    let mut command = Command::new("/proc/self/exe");
    if let Some(name) = arguments.next() {
        command.arg0(name);
    }
    command.args(arguments);
    for (name, value) in changes {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    // It comes back only if that failed; then the toolkit says what it has to say.
    let _ = command.exec();
}

fn changes(variable: &dyn Fn(&str) -> Option<OsString>, answers: &dyn Fn(&Path) -> bool) -> Vec<Change> {
    let mut changes = Vec::new();
    if let Some(scale) = variable(SCALE)
        && let Some(better) = mended_scale(&scale)
    {
        changes.push((SCALE, better));
    }
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let (Some(wayland), Some(_x), None) = (set(WAYLAND), set("DISPLAY"), set("WAYLAND_SOCKET")) {
        let socket = match PathBuf::from(&wayland) {
            path if path.is_absolute() => Some(path),
            name => set("XDG_RUNTIME_DIR").map(|folder| PathBuf::from(folder).join(name)),
        };
        if !socket.is_some_and(|socket| answers(&socket)) {
            changes.push((WAYLAND, None));
        }
    }
    changes
}

/// A scale that the toolkit takes, in the place of one that it does not: with a point, or none at all.
fn mended_scale(scale: &OsStr) -> Option<Option<OsString>> {
    let is_good = |text: &str| {
        text.is_empty()
            || text.eq_ignore_ascii_case("randr")
            || text.parse::<f64>().is_ok_and(|scale| scale.is_normal() && scale.is_sign_positive())
    };
    let text = scale.to_str().unwrap_or("?");
    if is_good(text) {
        return None;
    }
    let with_point = text.trim().replace(',', ".");
    Some(is_good(&with_point).then(|| with_point.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes_of(variables: &[(&str, &str)], alive: &str) -> Vec<Change> {
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        changes(&variable, &|socket| socket == Path::new(alive))
    }

    #[test]
    fn a_scale_with_a_comma_gets_a_point_and_nonsense_goes() {
        for good in ["", "1", "1.5", "randr", "RandR"] {
            assert_eq!(changes_of(&[(SCALE, good)], ""), [], "{good}");
        }
        assert_eq!(changes_of(&[(SCALE, "1,5")], ""), [(SCALE, Some("1.5".into()))]);
        for bad in ["large", "0", "-1", "NaN", "1,5,2", "inf"] {
            assert_eq!(changes_of(&[(SCALE, bad)], ""), [(SCALE, None)], "{bad}");
        }
    }

    #[test]
    fn a_dead_wayland_beside_an_x_server_is_left_out() {
        let runtime = ("XDG_RUNTIME_DIR", "/run/me");
        let both = [(WAYLAND, "wayland-9"), ("DISPLAY", ":0"), runtime];
        assert_eq!(changes_of(&both, "/run/me/wayland-9"), []);
        assert_eq!(changes_of(&both, ""), [(WAYLAND, None)]);
        assert_eq!(changes_of(&[(WAYLAND, "/a/socket"), ("DISPLAY", ":0")], "/a/socket"), []);
        assert_eq!(changes_of(&[(WAYLAND, "wayland-0"), ("DISPLAY", ":0")], ""), [(WAYLAND, None)]);
        assert_eq!(changes_of(&[(WAYLAND, "wayland-9"), runtime], ""), [], "with nothing beside it, it is all there is");
    }
}
