//! The desktop's own print dialog, through its portal.
//!
//! The job is handed over without a token, so that the portal itself shows the dialog: asking it to prepare one fails
//! against older desktops, whose answer lacks a field.
//!
//! Invariant: a desktop without the dialog is told from a person who closed it.

use std::{os::fd::AsFd, time::Duration};

use ashpd::desktop::ResponseError;
use ashpd::desktop::print::{PrintOptions, PrintProxy};
use futures::executor::block_on;

use super::super::{background, bus, store::Scratch};
use crate::sheet::{Job, Printed};

/// How often the portal is looked after while its dialog is open.
const LOOK_AFTER: Duration = Duration::from_secs(3);
const PRINT: &str = "org.freedesktop.portal.Print";

/// Whether this desktop has a print dialog to show.
pub(super) fn is_there() -> bool {
    bus::session(bus::PATIENCE).is_ok_and(|bus| bus::answers(&bus, PRINT))
}

/// Shows the dialog and prints as it says.
pub(super) fn print(job: &Job) -> Printed {
    let file = Scratch::new().and_then(|scratch| {
        let path = scratch.write("page.pdf", &job.pdf)?;
        Ok((scratch.open(&path)?, scratch))
    });
    let (file, _kept_until_printed) = match file {
        Ok(file) => file,
        Err(_) => return Printed::Broken,
    };
    let Ok(bus) = bus::session(bus::PATIENCE) else { return Printed::NoDialog };
    if !bus::answers(&bus, PRINT) {
        return Printed::NoDialog;
    }
    // A connection without a limit: the dialog may stay open for as long as the person likes.
    let title = job.title.clone();
    let ask = move || {
        block_on(async {
            let portal = PrintProxy::new().await?;
            let options = PrintOptions::default().set_modal(true);
            portal.print(None, &title, &file.as_fd(), options).await?.response()
        })
    };
    match background::while_it_goes_on(LOOK_AFTER, || bus::answers(&bus, PRINT), "print dialog", ask) {
        Ok(Ok(())) => Printed::HandedOver,
        Ok(Err(error)) => outcome(&error),
        Err(_) => Printed::NoDialog,
    }
}

fn outcome(error: &ashpd::Error) -> Printed {
    let said = error.to_string();
    let gone = ["not provided by any .service", "Failed to connect", "UnknownInterface", "UnknownMethod", "No such interface"];
    match error {
        ashpd::Error::Response(ResponseError::Cancelled) => Printed::Cancelled,
        ashpd::Error::PortalNotFound(_) => Printed::NoDialog,
        _ if gone.iter().any(|gone| said.contains(gone)) => Printed::NoDialog,
        _ => Printed::Broken,
    }
}

#[cfg(test)]
mod tests {
    use ashpd::zbus;

    use super::*;

    #[test]
    fn closing_the_dialog_is_no_fault_and_no_dialog_is_not_closing_it() {
        assert_eq!(outcome(&ashpd::Error::Response(ResponseError::Cancelled)), Printed::Cancelled);
        let gone = zbus::Error::Failure("The name org.freedesktop.portal.Desktop was not provided by any .service files".into());
        assert_eq!(outcome(&ashpd::Error::Zbus(gone)), Printed::NoDialog);
        let other = ashpd::Error::Zbus(zbus::Error::Failure("out of paper".into()));
        assert_eq!(outcome(&other), Printed::Broken);
    }
}
