//! Every way through the questions, and what the answers mean.

use super::*;
use SuitAnswer::{Dizzy, In, No, NoneOfThese, NotSure, Yes};

/// Every way through the questions, with what comes of it.
fn ways(suits: &Suits) -> Vec<(Suits, Suitable)> {
    match suits.next() {
        None => vec![(suits.clone(), suits.outcome().expect("nothing more is asked"))],
        Some(question) => {
            let answers = suits.choices(question);
            assert!(answers.contains(&NotSure), "{question:?} can be left open");
            assert_eq!(suits.outcome(), None, "not before the last answer");
            let after = |answer| {
                let mut after = suits.clone();
                after.answer(answer);
                ways(&after)
            };
            answers.into_iter().flat_map(after).collect()
        }
    }
}

/// Every set of positions that health answers may leave.
fn offered() -> impl Iterator<Item = Vec<Position>> {
    (0..16_u8).map(|set| {
        let has = |(index, _): &(usize, Position)| set & (1 << index) != 0;
        Position::ALL.into_iter().enumerate().filter(has).map(|(_, position)| position).collect()
    })
}

#[test]
fn every_way_ends_with_an_open_position_or_with_a_professional() {
    let mut count = 0;
    for offered in offered() {
        for (suits, outcome) in ways(&Suits::new(offered.clone())) {
            count += 1;
            assert!(suits.answers().len() <= 4, "four taps at most: {suits:?}");
            let Suitable::Position(best, also) = outcome else { continue };
            for position in also.into_iter().chain([best]) {
                assert!(offered.contains(&position) && suits.ruled_out(position).is_none(), "{position:?}: {suits:?}");
            }
        }
    }
    assert!(count > 300, "{count} ways");
}

#[test]
fn the_answers_mean_what_the_positions_say() {
    let all = || Suits::new(Position::ALL.to_vec());
    let of = |answers: &[SuitAnswer]| {
        let mut suits = all();
        answers.iter().for_each(|&answer| suits.answer(answer));
        suits.outcome().unwrap_or_else(|| panic!("{answers:?} is not all"))
    };
    let best = |answers: &[SuitAnswer]| match of(answers) {
        Suitable::Position(best, _) => Some(best),
        Suitable::AskFirst(_) => None,
    };
    // Not alone up from the floor: only the wall.
    for careful in [No, NotSure] {
        assert_eq!(of(&[careful, NotSure]), Suitable::Position(Position::Wall, vec![]));
        assert_eq!(of(&[careful, In(Position::Wall)]), Suitable::Position(Position::Wall, vec![]));
        assert_eq!(of(&[careful, NoneOfThese]), Suitable::AskFirst(AskFirst::None));
    }
    // Dizzy or falls: no position, and no further question.
    assert_eq!(of(&[Dizzy]), Suitable::AskFirst(AskFirst::Dizzy));
    // One side: on the side; both or the middle: on the back; what is easiest goes before it.
    assert_eq!(best(&[Yes, No, Yes, NotSure]), Some(Position::Side));
    assert_eq!(best(&[Yes, No, No, NotSure]), Some(Position::Back));
    assert_eq!(best(&[Yes, No, NotSure, NotSure]), Some(Position::Back), "the one for beginners");
    assert_eq!(best(&[Yes, No, Yes, In(Position::Wall)]), Some(Position::Wall));
    assert_eq!(best(&[Yes, Yes, No, In(Position::AllFours)]), Some(Position::AllFours));
    assert_eq!(best(&[Yes, Yes, No, NoneOfThese]), None);
    // Kneeling hurts, or may: not on all fours.
    for careful in [No, NotSure] {
        let Suitable::Position(_, also) = of(&[Yes, careful, NotSure, NotSure]) else { panic!("a position") };
        assert_eq!(also, [Position::Side, Position::Wall]);
    }
}

#[test]
fn health_answers_go_before_all_others() {
    let mut suits = Suits::new(vec![Position::Wall]);
    assert_eq!(suits.ruled_out(Position::Back), Some(RuledOut::Health));
    suits.answer(Yes);
    assert_eq!(suits.next(), Some(SuitQuestion::Easiest), "what can change nothing is not asked");
    assert_eq!(suits.choices(SuitQuestion::Easiest), [In(Position::Wall), NoneOfThese, NotSure]);
    assert_eq!(Suits::new(vec![]).outcome(), Some(Suitable::AskFirst(AskFirst::Closed)));
}

#[test]
fn an_answer_can_be_taken_back() {
    let mut suits = Suits::new(Position::ALL.to_vec());
    suits.answer(In(Position::Back));
    assert!(suits.answers().is_empty(), "that is no answer to the first question");
    suits.answer(No);
    suits.back();
    suits.answer(Yes);
    assert_eq!(suits.next(), Some(SuitQuestion::Kneel));
}
