//! `gentleback figures`: every figure in every look, as files.
//!
//! Invariant: what is written is what the window shows.

use std::{
    io::Cursor,
    path::{Path, PathBuf},
    process::ExitCode,
};

use gentleback::{
    app::Book,
    content::{Words, fill},
    drawing::Palette,
    figure::gallery::{self, Form, Picture},
    platform::store,
};
use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};

use super::{Shipped, fail, next, out_of, say, unknown, value, with_book};

/// The looks that figures can be written in.
const THEMES: [(&str, &str); 5] = [
    ("light", include_str!("../../assets/theme/light.ron")),
    ("dark", include_str!("../../assets/theme/dark.ron")),
    ("high-contrast", include_str!("../../assets/theme/high-contrast.ron")),
    ("print-bw", include_str!("../../assets/theme/print-bw.ron")),
    ("line-art", include_str!("../../assets/theme/line-art.ron")),
];

/// Reads what stands after `figures`, and does it.
pub(super) fn run(
    words: &Words,
    shipped: Shipped<'_>,
    content: Option<PathBuf>,
    parser: &mut lexopt::Parser,
) -> Result<ExitCode, String> {
    use lexopt::prelude::*;
    let (mut content, mut out, mut theme) = (content, None, None);
    while let Some(argument) = next(words, parser)? {
        match argument {
            Long("out") => out = Some(PathBuf::from(value(words, parser)?)),
            Long("content") => content = Some(PathBuf::from(value(words, parser)?)),
            Long("theme") => theme = Some(value(words, parser)?.to_string_lossy().into_owned()),
            Long("help") | Short('h') => return Ok(say(&words.command.help)),
            other => return Err(unknown(words, other)),
        }
    }
    let out = out_of(words, out)?;
    if let Some(other) = theme.as_deref().filter(|wanted| THEMES.iter().all(|(name, _)| name != wanted)) {
        return Err(fill(&words.command.unknown, &[("what", other)]));
    }
    Ok(with_book(words, shipped, content, |book, _| write(words, &book, &out, theme.as_deref())))
}

/// Every scene of one theme or of all, with a contact sheet each.
fn write(words: &Words, book: &Book, out: &Path, theme: Option<&str>) -> ExitCode {
    let wanted: Vec<_> = THEMES.iter().filter(|(name, _)| theme.is_none_or(|theme| theme == *name)).collect();
    if let Err(error) = store::make_folder(out) {
        return fail(&fill(&words.command.figures_failed, &[("why", &error.to_string())]));
    }
    let mut count = 0;
    for (name, text) in wanted {
        let written = Palette::from_ron(text).map_err(|error| error.to_string()).and_then(|palette| {
            gallery::pictures(&book.figures, &palette, name).into_iter().try_for_each(|picture| {
                count += 1;
                write_picture(out, &picture)
            })
        });
        if let Err(why) = written {
            return fail(&fill(&words.command.figures_failed, &[("why", &why)]));
        }
    }
    let values = [("n", &*count.to_string()), ("path", &out.display().to_string())];
    say(&fill(&words.command.figures_written, &values))
}

fn write_picture(out: &Path, picture: &Picture) -> Result<(), String> {
    let (ending, bytes) = match &picture.form {
        Form::Svg(text) => ("svg", text.clone().into_bytes()),
        Form::Pixels(pixels) => {
            let mut png = Cursor::new(Vec::new());
            let (width, height) = (pixels.width, pixels.height);
            PngEncoder::new(&mut png)
                .write_image(&pixels.straight_rgba(), width, height, ExtendedColorType::Rgba8)
                .map_err(|error| error.to_string())?;
            ("png", png.into_inner())
        }
    };
    let path = out.join(format!("{}.{ending}", picture.name));
    store::write_export(&path, &bytes).map_err(|error| error.to_string())
}
