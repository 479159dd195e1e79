//! The print panel of macOS: PDFKit reads the page, AppKit shows the panel as a sheet of the window.
//!
//! A sheet, because it comes back at once: the window behind goes on drawing and keeping time, and the answer comes
//! later, to an object that AppKit tells. (`runOperation` would hold up the window's thread until the panel closes.)
//! This is one of the two files with unsafe calls: nothing else reaches that panel.
//!
//! Invariant: there is exactly one answer, and a panel that never came is told from a person who closed it.

#![allow(unsafe_code, reason = "AppKit's and PDFKit's calls are foreign code; each block says why it holds")]

use std::{cell::Cell, ffi::c_void};

use objc2::rc::Retained;
use objc2::runtime::NSObject;
use objc2::{AnyThread, DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send, sel};
use objc2_app_kit::{NSApplication, NSPrintCancelJob, NSPrintInfo, NSPrintOperation, NSPrintPanelOptions, NSWindow};
use objc2_foundation::{NSCopying, NSData, NSSize, NSString};
use objc2_pdf_kit::{PDFDocument, PDFPrintScalingMode};

use super::Reply;
use crate::sheet::{Job, Paper, Printed};

/// Shows the panel over the window and prints as it says.
pub(super) fn show(job: &Job, reply: Reply<Printed>) {
    // Without a panel the program's own list takes its place.
    let Some((mtm, window, operation)) = prepare(job) else { return reply.give(Printed::NoDialog) };
    let listener = Listener::new(mtm, reply);
    let told = sel!(printOperationDidRun:success:contextInfo:);
    // SAFETY: the listener has a method of that name with the arguments that AppKit sends, and keeps itself until it
    // was called; no context is passed on, and null is a context.
    unsafe {
        operation.runOperationModalForWindow_delegate_didRunSelector_contextInfo(
            &window,
            Some(&listener),
            Some(told),
            std::ptr::null_mut(),
        );
    }
}

/// What is needed for a panel: the window's thread, a window, and a page that PDFKit can read.
fn prepare(job: &Job) -> Option<(MainThreadMarker, Retained<NSWindow>, Retained<NSPrintOperation>)> {
    let mtm = MainThreadMarker::new()?;
    let system = NSApplication::sharedApplication(mtm);
    let window = system.mainWindow().or_else(|| system.windows().firstObject())?;
    let data = NSData::with_bytes(&job.pdf);
    // SAFETY: any bytes may be given; what is no PDF gives no document.
    let document = unsafe { PDFDocument::initWithData(PDFDocument::alloc(), &data) }?;
    let info = print_info(job.paper);
    // At its own size: the page is laid out for this paper, with a border that every printer can leave.
    let scaling = PDFPrintScalingMode::PageScaleNone;
    // SAFETY: document and print info live, and this is the main thread.
    let operation = unsafe { document.printOperationForPrintInfo_scalingMode_autoRotate(Some(&info), scaling, true, mtm) }?;
    operation.setJobTitle(Some(&NSString::from_str(&job.title)));
    let panel = operation.printPanel();
    panel.setOptions(panel.options() | NSPrintPanelOptions::ShowsPaperSize | NSPrintPanelOptions::ShowsPreview);
    Some((mtm, window, operation))
}

/// The person's usual printer, with the paper of the page and no border beside the page's own.
fn print_info(paper: Paper) -> Retained<NSPrintInfo> {
    let info = NSPrintInfo::sharedPrintInfo().copy(); // the shared one is everybody's
    let size = paper.size_pt();
    info.setPaperSize(NSSize::new(size.width, size.height));
    info.setTopMargin(0.0);
    info.setBottomMargin(0.0);
    info.setLeftMargin(0.0);
    info.setRightMargin(0.0);
    info.setHorizontallyCentered(true);
    info.setVerticallyCentered(true);
    info
}

/// What went through the panel. Not done and not cancelled is a fault, of which the system tells nothing.
fn outcome(is_done: bool, operation: &NSPrintOperation) -> Printed {
    // SAFETY: a constant text of AppKit's, there as long as the program is.
    let cancelled = unsafe { NSPrintCancelJob };
    match is_done {
        true => Printed::HandedOver,
        false if *operation.printInfo().jobDisposition() == *cancelled => Printed::Cancelled,
        false => Printed::NoDialog,
    }
}

/// What a listener needs when it is told.
struct Waiting {
    /// Who waits for the answer; taken when it comes.
    reply: Cell<Option<Reply<Printed>>>,
    /// AppKit keeps no delegate: it keeps itself until then.
    itself: Cell<Option<Retained<Listener>>>,
}

define_class!(
    // SAFETY: NSObject asks nothing of those who build on it, and there is no `Drop` here.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[ivars = Waiting]
    struct Listener;

    impl Listener {
        // SAFETY: these are the arguments that AppKit sends when the operation has run, and nothing is given back.
        #[unsafe(method(printOperationDidRun:success:contextInfo:))]
        fn did_run(&self, operation: &NSPrintOperation, is_done: bool, _context: *mut c_void) {
            if let Some(reply) = self.ivars().reply.take() {
                reply.give(outcome(is_done, operation));
            }
            // Goes a little later, with the pool: it is still running.
            let _ = self.ivars().itself.take().map(Retained::autorelease_ptr);
        }
    }
);

impl Listener {
    fn new(mtm: MainThreadMarker, reply: Reply<Printed>) -> Retained<Self> {
        let waiting = Waiting { reply: Cell::new(Some(reply)), itself: Cell::new(None) };
        let this = Self::alloc(mtm).set_ivars(waiting);
        // SAFETY: `init` of NSObject, on an object that was just made.
        let this: Retained<Self> = unsafe { msg_send![super(this), init] };
        this.ivars().itself.set(Some(this.clone()));
        this
    }
}
