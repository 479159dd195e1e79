//! What a moving figure costs: `cargo run --release --example figure_cost`.
//!
//! Solving and outlining of one frame, its triangles at 900 px (both are paid for each frame of a movement), and
//! beside them its pixels by tiny-skia (what a still pays once). Medians over one clip.

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use gentleback::drawing::{Palette, Token, mesh, raster};
use gentleback::figure::Library;
use gentleback::source::Files;

const FRAMES: u32 = 200;
const EDGE: f64 = 900.0;

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = Files::default();
    for name in ["poses.ron", "scenes.ron"] {
        files.insert(format!("figures/{name}"), fs::read_to_string(format!("content/figures/{name}"))?);
    }
    let start = Instant::now();
    let (library, _) = Library::load(&files);
    println!("reading and checking all poses and scenes: {:.1?}", start.elapsed());
    let palette = Palette::from_ron(&fs::read_to_string("assets/theme/light.ron")?)?;
    for id in library.scene_ids().filter(|id| library.clip_secs(id).is_some()) {
        let (mut drawn, mut cut, mut painted) = (Vec::new(), Vec::new(), Vec::new());
        let mut triangles = 0;
        for i in 0..FRAMES {
            let start = Instant::now();
            let still = library.frame(id, f64::from(i) / f64::from(FRAMES)).ok_or("no picture")?;
            drawn.push(start.elapsed());
            let scale = EDGE / still.drawing.size.max_side();
            let start = Instant::now();
            triangles = mesh::to_mesh(&still.drawing, &palette, scale).indices.len() / 3;
            cut.push(start.elapsed());
            if i % 10 == 0 {
                let start = Instant::now();
                raster::to_pixmap(&still.drawing, &palette, scale, Some(Token::Stage)).ok_or("no area")?;
                painted.push(start.elapsed());
            }
        }
        println!(
            "{id:20} frame {:8.1?}   {triangles} triangles {:8.1?}   pixels {:8.1?}",
            median(drawn),
            median(cut),
            median(painted)
        );
    }
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
