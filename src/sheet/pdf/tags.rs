//! From the roles of blocks to the tags of PDF.
//!
//! krilla's marked sections do not nest and every identifier must stand in the tree exactly once: a block's own
//! pieces make one section, its children come after it.
//!
//! Invariant: whatever is painted is in a tagged section or marked as an artifact.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind};

use super::paint::Brush;
use crate::sheet::page::{Block, Role};
use crate::sheet::paths::single;

/// Paints a block and everything in it, and gives its place in the tag tree: none for decoration.
pub(super) fn write(surface: &mut Surface<'_>, brush: &Brush<'_>, block: &Block, page: usize) -> Option<Node> {
    let Some(tag) = tag(block, page) else {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        block.walk(&mut |block| brush.pieces(surface, &block.pieces));
        surface.end_tagged();
        return None;
    };
    let mut group = TagGroup::new(tag);
    if !block.pieces.is_empty() {
        let identifier = surface.start_tagged(ContentTag::Other);
        brush.pieces(surface, &block.pieces);
        surface.end_tagged();
        group.push(identifier);
    }
    for child in &block.children {
        if let Some(node) = write(surface, brush, child, page) {
            group.push(node);
        }
    }
    Some(group.into())
}

fn tag(block: &Block, page: usize) -> Option<TagKind> {
    Some(match &block.role {
        Role::Artifact => return None,
        Role::Section => Tag::Section.into(),
        Role::Heading(level) => Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(block.text())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::List { numbered: true } => Tag::L(ListNumbering::Decimal).into(),
        Role::List { numbered: false } => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure { alt } => {
            let b = block.bounds;
            let rect = Rect::from_ltrb(single(b.x0), single(b.y0), single(b.x1), single(b.y1));
            Tag::Figure(Some(alt.clone())).with_bbox(rect.map(|rect| BBox::new(page, rect))).into()
        }
    })
}
