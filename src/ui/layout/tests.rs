//! The engine's promises: what is measured is shown, nothing leaves its container, no column breaks a word.

use eframe::egui::pos2;

use super::*;

/// Lays a tree out in a window and returns where its leaves came to stand.
fn places(width: f32, make: impl Fn(&mut Vec<std::rc::Rc<std::cell::Cell<Rect>>>) -> Node<'static>) -> (Rect, Vec<Rect>) {
    let ctx = eframe::egui::Context::default();
    let mut result = (Rect::ZERO, Vec::new());
    let input = eframe::egui::RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 1_000.0))),
        ..Default::default()
    };
    let mut output = ctx.run_ui(input, |ui| {
        let mut cells = Vec::new();
        let node = make(&mut cells);
        let whole = node.show(ui, &mut Messages::new());
        result = (whole, cells.iter().map(|cell| cell.get()).collect());
    });
    output.textures_delta.clear();
    result
}

/// A box of words: this wide in one line, broken into lines of the same area where it must be.
fn words(cells: &mut Vec<std::rc::Rc<std::cell::Cell<Rect>>>, natural: f32, least: f32) -> Node<'static> {
    let cell = std::rc::Rc::new(std::cell::Cell::new(Rect::NOTHING));
    cells.push(std::rc::Rc::clone(&cell));
    let measure = move |_: &Ui, width| match width {
        Width::Natural => vec2(natural, 20.0),
        Width::Least => vec2(least, 20.0),
        Width::Of(points) => vec2(natural.min(points), 20.0 * (natural / points.max(1.0)).ceil()),
    };
    Node::leaf(measure, move |ui, _| cell.set(ui.max_rect()))
}

#[test]
fn a_column_is_as_high_as_its_parts_and_their_gaps() {
    let (whole, parts) =
        places(300.0, |cells| Node::column([words(cells, 200.0, 50.0), words(cells, 500.0, 50.0)]).gap(10.0).pad(5.0));
    assert_eq!(whole.height(), 5.0 + 20.0 + 10.0 + 40.0 + 5.0);
    assert_eq!(parts.iter().map(Rect::width).collect::<Vec<_>>(), [290.0, 290.0]);
}

#[test]
fn the_parts_of_a_grid_row_are_as_high_as_the_highest() {
    let (whole, parts) = places(220.0, |cells| {
        Node::grid(2, [words(cells, 100.0, 50.0), words(cells, 300.0, 50.0), words(cells, 60.0, 50.0)]).gap(20.0)
    });
    assert_eq!(parts[0].height(), 60.0, "as high as its neighbour: {parts:?}");
    assert_eq!(parts[0].width(), parts[1].width());
    assert_eq!(whole.height(), 60.0 + 20.0 + 20.0);
}

#[test]
fn a_wrapped_row_breaks_before_it_leaves_its_room() {
    let (whole, parts) = places(200.0, |cells| Node::wrap([words(cells, 120.0, 120.0), words(cells, 120.0, 120.0)]).gap(8.0));
    assert!(parts.iter().all(|part| whole.contains_rect(*part)), "{whole:?}: {parts:?}");
    assert!(parts[1].top() > parts[0].top());
}

#[test]
fn a_grid_takes_fewer_columns_before_it_breaks_a_word() {
    let ctx = eframe::egui::Context::default();
    let mut output = ctx.run_ui(Default::default(), |ui| {
        let parts = |least: f32| (0..8).map(|_| words(&mut Vec::new(), 300.0, least)).collect::<Vec<_>>();
        assert_eq!(parts::columns(ui, 836.0, 12.0, 180.0, 4, &parts(100.0)), 4);
        assert_eq!(parts::columns(ui, 836.0, 12.0, 180.0, 4, &parts(230.0)), 2, "eight parts: not three and two");
        assert_eq!(parts::columns(ui, 836.0, 12.0, 180.0, 4, &parts(900.0)), 1);
        assert_eq!(parts::columns(ui, 2_000.0, 12.0, 180.0, 4, &parts(100.0)), 4);
    });
    output.textures_delta.clear();
}

#[test]
fn a_spring_pushes_what_follows_to_the_end() {
    let (whole, parts) = places(400.0, |cells| Node::row([words(cells, 100.0, 50.0), Node::spring(), words(cells, 80.0, 50.0)]));
    assert_eq!((parts[0].left(), parts[1].right()), (whole.left(), whole.right()));
}

#[test]
fn a_control_stands_under_its_words_where_the_two_find_no_room() {
    let show = |width| {
        places(width, |cells| Node::wrap([words(cells, 400.0, 60.0).basis(200.0), words(cells, 120.0, 120.0)]).gap_across(10.0))
    };
    let (whole, parts) = show(330.0);
    assert_eq!((parts[0].width(), parts[1].right()), (200.0, whole.right()), "side by side: {parts:?}");
    let (whole, parts) = show(329.0);
    assert_eq!((parts[0].width(), parts[1].left()), (whole.width(), whole.left()), "one under the other: {parts:?}");
    assert!(parts[1].top() >= parts[0].bottom());
}

#[test]
fn a_part_is_measured_once_at_each_width() {
    let asked = std::cell::RefCell::new(Vec::new());
    let input = eframe::egui::RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 400.0))),
        ..Default::default()
    };
    let mut output = eframe::egui::Context::default().run_ui(input, |ui| {
        let measure = |_: &Ui, width| {
            assert!(!asked.borrow().contains(&width), "asked again: {width:?}");
            asked.borrow_mut().push(width);
            vec2(50.0, 20.0)
        };
        let node = Node::column([Node::row([Node::leaf(measure, |_, _| {}), Node::spring()])]);
        assert_eq!(node.height_at(ui, 300.0), 20.0);
        node.narrowest(ui);
        node.show(ui, &mut Messages::new());
    });
    output.textures_delta.clear();
    assert!(!asked.borrow().is_empty());
}
