//! Where the keyboard is: its ring (outside the part, with a gap, so that it shows on every fill: screens.md section 3),
//! and where an arrow takes it.

use eframe::egui::{EventFilter, Id, Key, Rect, Response, StrokeKind, Ui, text_edit};

use crate::{
    drawing::Token,
    ui::theme::{Theme, radius},
};

/// What is kept in view around a part that gets the keyboard: its ring and a little air, in points.
const AROUND: f32 = 12.0;

/// Draws the ring when the keyboard is on this part, and brings into view what the keyboard has come to.
pub fn ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect, corner: f32) {
    if response.has_focus() {
        always(ui, theme, rect, corner);
        follow(ui, response);
    }
}

/// Brings a part into view when the keyboard has just come to it (WCAG 2.4.11). Not what was clicked: it must stay under
/// the pointer.
pub fn follow(ui: &Ui, response: &Response) {
    if !response.has_focus() {
        return;
    }
    // Given by the program after the part was shown, it is found here a frame later.
    let followed = Id::unique("focus-followed");
    let is_new = ui.data(|data| data.get_temp(followed)) != Some(response.id);
    ui.data_mut(|data| data.insert_temp(followed, response.id));
    let kept: Option<u64> = ui.data(|data| data.get_temp(kept_id()));
    if kept.is_some_and(|pass| ui.ctx().cumulative_pass_nr() <= pass + 2) {
        return;
    }
    let by_mouse = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
    if (is_new || response.gained_focus()) && !by_mouse {
        ui.scroll_to_rect(response.rect.expand(AROUND), None);
    }
}

/// What gets the keyboard now is not brought into view: the page is scrolled to where it is to be.
pub fn keep_here(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(kept_id(), pass));
}

fn kept_id() -> Id {
    Id::unique("focus-kept-here")
}

/// Draws the ring around what holds the part that has the keyboard: the frame of a text field.
pub fn always(ui: &Ui, theme: &Theme, rect: Rect, corner: f32) {
    let metrics = &theme.metrics;
    let outer = rect.expand(metrics.focus_gap);
    // The ring may reach over the edge of its panel, and should.
    let painter = ui.painter().with_clip_rect(ui.ctx().content_rect());
    painter.rect_stroke(
        outer,
        radius(corner + metrics.focus_gap + 1.0),
        theme.line(metrics.focus_stroke, Token::Focus),
        StrokeKind::Outside,
    );
}

/// The same for cards that were shown under these ids.
pub fn arrows_among(ui: &Ui, ids: &[Id]) {
    let cards: Vec<_> = ids.iter().filter_map(|&id| ui.ctx().read_response(id)).collect();
    arrows(ui, &cards);
}

/// Where the keyboard belongs when what had it is gone.
#[derive(Debug, Clone, Copy, Default)]
struct Keeper {
    /// What had it before something came over the page.
    opener: Option<Id>,
    /// The pass in which something lay over the page last.
    over: u64,
    /// Whether Esc was pressed in it: the card that it closes takes the key.
    esc: bool,
    /// The page's title, and the pass in which it was shown last.
    home: Option<(Id, u64)>,
    /// What had the keyboard at the end of the pass before.
    before: Option<Id>,
}

fn keeper(ui: &Ui, change: impl FnOnce(&mut Keeper)) -> Keeper {
    ui.data_mut(|data| {
        let keeper = data.get_temp_mut_or_default::<Keeper>(Id::unique("focus-keeper"));
        change(keeper);
        *keeper
    })
}

/// Something lies over the page in this pass; when it is gone, the keyboard goes back to what opened it.
pub fn note_over(ui: &Ui, opens: bool) {
    let (pass, focused) = (ui.ctx().cumulative_pass_nr(), ui.memory(|memory| memory.focused()));
    let esc = ui.input(|input| input.key_pressed(Key::Escape));
    keeper(ui, |keeper| {
        (keeper.over, keeper.esc) = (pass, esc);
        if opens {
            keeper.opener = focused.or(keeper.before);
        }
    });
}

/// The part of this page that has the keyboard when nothing else can; it has no ring, but comes into view as well.
pub fn note_home(ui: &Ui, title: &Response) {
    follow(ui, title);
    let (pass, id) = (ui.ctx().cumulative_pass_nr(), title.id);
    keeper(ui, |keeper| keeper.home = Some((id, pass)));
}

/// Keeps the keyboard from falling to the window's frame, where a screen reader says the program's name alone: once a
/// card over the page is gone it goes to what opened that, and to the page's title where what had it is no longer there.
/// Called when everything of a pass has been shown.
pub fn give_back(ui: &Ui) {
    let (ctx, pass) = (ui.ctx(), ui.ctx().cumulative_pass_nr());
    let focused = ctx.memory(|memory| memory.focused());
    let was = keeper(ui, |_| {});
    let by_mouse = ctx.input(|input| input.pointer.any_pressed() || input.pointer.any_released());
    let by_esc = ctx.input(|input| input.key_pressed(Key::Escape));
    let home = was.home.filter(|(_, shown)| *shown == pass).map(|(id, _)| id);
    let is_over = was.over == pass;
    let has_closed = was.over != 0 && was.over < pass;
    // What had the keyboard and was not shown in this pass is gone: egui itself says so only after it.
    let is_shown = |id: Id| ctx.viewport(|viewport| viewport.this_pass.used_ids.contains_key(&id));
    let gone = focused.is_some_and(|id| !is_shown(id)) && focused == was.before;
    let is_field = |id: Id| text_edit::TextEditState::load(ctx, id).is_some();
    let lost = focused.is_none() || gone || (has_closed && focused == was.before);
    let tab = ctx.input(|input| input.key_pressed(Key::Tab));
    let to = match () {
        // From the last part Tab leads to the first, in the pass after this one; until then it stays where it was.
        () if focused.is_none() && tab && was.before.is_some_and(is_shown) => was.before,
        // Esc puts the card away in the pass after this one: until then it stays where it was in the card.
        () if is_over && focused.is_none() && was.esc => was.before.filter(|&id| is_shown(id)),
        () if is_over || !lost => None,
        () if has_closed => was.opener.filter(|&opener| ctx.read_response(opener).is_some()).or(home),
        // Esc leads out of a field that is typed into, but off no other part.
        () if by_esc && !by_mouse => {
            was.before.filter(|&id| is_shown(id) && !is_field(id)).or(home.filter(|_| was.before.is_some()))
        }
        () if was.before.is_some() && !by_mouse => home,
        () => None,
    };
    if let Some(to) = to {
        ctx.memory_mut(|memory| memory.request_focus(to));
    }
    keeper(ui, |keeper| {
        keeper.before = to.or(focused);
        if has_closed {
            (keeper.over, keeper.opener) = (0, None);
        }
    });
}

/// Whether an arrow has brought the keyboard from one radio button of a group to this one: then it is chosen, as in every
/// group of radio buttons. `ui` is the group's own.
pub fn chosen_by_arrow(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let pass = ui.ctx().cumulative_pass_nr();
    let key = ui.unique_id().with("radio arrow");
    let pressed = ui.input(|input| {
        let arrows = [Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft, Key::ArrowUp];
        input.modifiers.is_none() && arrows.into_iter().any(|arrow| input.key_pressed(arrow))
    });
    let left: Option<(Id, u64)> = ui.data(|data| data.get_temp(key));
    if pressed {
        ui.data_mut(|data| data.insert_temp(key, (response.id, pass)));
    }
    // egui moves the keyboard at the end of a pass.
    left.is_some_and(|(from, at)| from != response.id && at + 1 == pass)
}

/// Lets the arrows go from one of a row of cards to the next, past whatever else stands in a card.
pub fn arrows(ui: &Ui, cards: &[Response]) {
    let Some(here) = cards.iter().position(Response::has_focus) else { return };
    let steps = [(Key::ArrowRight, 1), (Key::ArrowDown, 1), (Key::ArrowLeft, -1), (Key::ArrowUp, -1)];
    let pressed = steps.into_iter().find(|(key, _)| ui.input(|input| input.key_pressed(*key) && input.modifiers.is_none()));
    let there = pressed.and_then(|(_, step)| here.checked_add_signed(step)).and_then(|there| cards.get(there));
    if let Some(there) = there {
        there.request_focus();
    }
    // Or egui would go to the nearest part in that direction by itself.
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    if let Some(holder) = there.or(cards.get(here)) {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(holder.id, filter));
    }
}
