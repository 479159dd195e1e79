//! The desktop's own print dialog, through its portal.
//!
//! The job is handed over without a token, so that the portal itself shows the dialog: asking it to prepare one fails
//! against older desktops, whose answer lacks a field.
//!
//! Invariant: a desktop without the dialog is told from a person who closed it.

use std::os::fd::AsFd;

use ashpd::desktop::ResponseError;
use ashpd::desktop::print::{PrintOptions, PrintProxy};
use ashpd::zbus::{self, Connection, Proxy, proxy};
use futures::executor::block_on;

use super::super::store::Scratch;
use crate::sheet::{Job, Printed};

/// Whether this desktop has a print dialog to show.
pub(super) fn is_there() -> bool {
    block_on(async {
        match Connection::session().await {
            Ok(bus) => has_dialog(&bus).await.is_ok(),
            Err(_) => false,
        }
    })
}

/// Whether the desktop portal on this bus offers to print.
async fn has_dialog(bus: &Connection) -> zbus::Result<()> {
    let portal = proxy::Builder::<Proxy<'_>>::new(bus)
        .destination("org.freedesktop.portal.Desktop")?
        .path("/org/freedesktop/portal/desktop")?
        .interface("org.freedesktop.portal.Print")?
        .cache_properties(proxy::CacheProperties::No) // one question, asked once
        .build()
        .await?;
    portal.get_property::<u32>("version").await.map(drop)
}

/// Shows the dialog and prints as it says.
pub(super) fn print(job: &Job) -> Printed {
    let file = Scratch::new().and_then(|scratch| {
        let path = scratch.write("page.pdf", &job.pdf)?;
        Ok((scratch.open(&path)?, scratch))
    });
    let (file, _kept_until_printed) = match file {
        Ok(file) => file,
        Err(error) => return Printed::Failed(error.to_string()),
    };
    let asked = block_on(async {
        let portal = PrintProxy::new().await?;
        let options = PrintOptions::default().set_modal(true);
        portal.print(None, &job.title, &file.as_fd(), options).await?.response()
    });
    match asked {
        Ok(()) => Printed::HandedOver,
        Err(error) => outcome(&error),
    }
}

fn outcome(error: &ashpd::Error) -> Printed {
    let said = error.to_string();
    let gone = ["not provided by any .service", "Failed to connect", "UnknownInterface", "UnknownMethod", "No such interface"];
    match error {
        ashpd::Error::Response(ResponseError::Cancelled) => Printed::Cancelled,
        ashpd::Error::PortalNotFound(_) => Printed::NoDialog,
        _ if gone.iter().any(|gone| said.contains(gone)) => Printed::NoDialog,
        _ => Printed::Failed(said),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::test_bus::{Bus, Settings};
    use super::*;

    #[test]
    fn a_desktop_that_prints_is_told_from_one_that_does_not() {
        let Some(bus) = Bus::start() else { return };
        assert!(block_on(has_dialog(&bus.connect())).is_err(), "no portal at all");
        let other = bus.portal(Settings::new(), &["org.freedesktop.portal.FileChooser"]);
        assert!(block_on(has_dialog(&bus.connect())).is_err(), "a portal that can not print");
        drop(other);

        let Some(bus) = Bus::start() else { return };
        let _portal = bus.portal(Settings::new(), &["org.freedesktop.portal.Print"]);
        block_on(has_dialog(&bus.connect())).expect("a portal that prints");
    }

    #[test]
    fn closing_the_dialog_is_no_fault_and_no_dialog_is_not_closing_it() {
        assert_eq!(outcome(&ashpd::Error::Response(ResponseError::Cancelled)), Printed::Cancelled);
        let gone = zbus::Error::Failure("The name org.freedesktop.portal.Desktop was not provided by any .service files".into());
        assert_eq!(outcome(&ashpd::Error::Zbus(gone)), Printed::NoDialog);
        let other = ashpd::Error::Zbus(zbus::Error::Failure("out of paper".into()));
        assert!(matches!(outcome(&other), Printed::Failed(_)));
    }
}
