//! What is read aloud of the questions before a session: each question with its answers, each card, part by part.
//!
//! Not who reads it, and not when: that is the app's. Invariant: the answers come in the order of the screen, and a list
//! is read with all its signs.

use super::{Card, Clearance, ClearanceQuestion, Fits, Gate, GateEvent, GateWords, ListWords, Reply, WhyEasy};

impl Gate {
    /// All of them, in the order of health.md 4.1.
    pub const ALL: [Self; 10] = [
        Self::Consent,
        Self::Checked,
        Self::Consult,
        Self::Emergency,
        Self::Urgent,
        Self::TalkFirst,
        Self::WhichFit,
        Self::Clearance,
        Self::TodayList,
        Self::Today,
    ];
}

impl GateWords {
    /// The parts of a question as they are heard, one after the other.
    pub fn heard(&self, gate: Gate) -> Vec<&str> {
        match gate {
            Gate::Consent => self.heard_consent(),
            Gate::Emergency => self.heard_list(&self.emergency),
            Gate::Urgent => self.heard_list(&self.urgent),
            Gate::TalkFirst => self.heard_list(&self.talk_first),
            Gate::TodayList => self.heard_list(&self.today_list),
            Gate::Today => vec![&self.today.question, &self.today.lead, &self.today.also, &self.today.stops_me],
            Gate::Checked | Gate::Consult | Gate::WhichFit | Gate::Clearance => {
                let [question, lead, _] = self.question(gate);
                let answers = self.answers(gate).into_iter().map(|(label, _)| label);
                [question, lead, self.answers_lead.as_str()].into_iter().chain(answers).collect()
            }
        }
    }

    /// The emergency list without its question, for after a stop: there the session asks.
    pub fn heard_signs_again(&self) -> Vec<&str> {
        self.heard_list(&self.emergency).split_off(1)
    }

    /// What the program is and is not, as it stands on the welcome.
    fn heard_consent(&self) -> Vec<&str> {
        let words = &self.consent;
        let points = words.points.iter().flat_map(|point| [point.title.as_str(), &point.body]);
        [words.title.as_str(), &words.lead].into_iter().chain(points).chain([words.note_lead.as_str(), &words.note]).collect()
    }

    /// The emergency card, without its numbers: they differ from place to place.
    pub fn heard_emergency(&self) -> Vec<&str> {
        let card = &self.emergency_card;
        vec![&card.title, &card.lead, &card.why_lead, &card.why]
    }

    /// A calm card, without the way on from it: the reason, and until when pressing is off.
    pub fn heard_card(card: &Card) -> Vec<&str> {
        let body = card.body.iter().map(String::as_str);
        [card.title.as_str()].into_iter().chain(body).chain([card.off.as_str()]).collect()
    }

    /// No pressing, and why; but easy movement.
    pub fn heard_easy_only(&self, why: WhyEasy) -> Vec<&str> {
        vec![&self.movement.offer_title, self.why_easy(why), self.open_easy(why)]
    }

    /// Why there is only easy movement.
    pub fn why_easy(&self, why: WhyEasy) -> &str {
        match why {
            WhyEasy::Clearance => &self.movement.their_word,
            WhyEasy::NotToday => &self.movement.not_today,
            WhyEasy::Unsteady => &self.movement.unsteady,
            WhyEasy::AskedFor | WhyEasy::NotConsulted => &self.movement.not_consulted,
        }
    }

    /// What is open then: of the movements only those that the answers leave.
    pub fn open_easy(&self, why: WhyEasy) -> &str {
        match why {
            WhyEasy::Unsteady => &self.movement.offer_body_unsteady,
            WhyEasy::Clearance | WhyEasy::NotToday | WhyEasy::AskedFor | WhyEasy::NotConsulted => &self.movement.offer_body,
        }
    }

    fn heard_list<'a>(&'a self, list: &'a ListWords) -> Vec<&'a str> {
        let head = [&list.question, &list.lead_spoken];
        let answers = [&self.answers_lead, &list.one_or_more, &list.none];
        head.into_iter().chain(&list.signs).chain(answers).map(String::as_str).collect()
    }

    /// Question, lead and footer of one with three or four answers.
    pub fn question(&self, gate: Gate) -> [&str; 3] {
        match gate {
            Gate::Checked => [&self.checked.question, &self.checked.lead, &self.checked.footer],
            Gate::WhichFit => [&self.which_fit.question, &self.which_fit.lead, &self.which_fit.footer],
            Gate::Clearance => [&self.their_word.question, &self.their_word.lead, &self.their_word.footer],
            _ => [&self.consult.question, &self.consult.lead, &self.consult.footer],
        }
    }

    /// Its answers in their order on the screen; none for a gate that is no such question.
    pub fn answers(&self, gate: Gate) -> Vec<(&str, GateEvent)> {
        match gate {
            Gate::Checked => Clearance::ALL.map(|word| (label(&self.checked, word), GateEvent::Checked(word))).to_vec(),
            Gate::Clearance => Clearance::ALL.map(|word| (label(&self.their_word, word), GateEvent::Clearance(word))).to_vec(),
            Gate::Consult => {
                let label = |reply| match reply {
                    Reply::Yes => self.consult.yes.as_str(),
                    Reply::No => &self.consult.no,
                    Reply::NotSure => &self.consult.not_sure,
                };
                Reply::ALL.map(|reply| (label(reply), GateEvent::Consulted(reply))).to_vec()
            }
            Gate::WhichFit => {
                let label = |fits| match fits {
                    Fits::Pregnancy => self.which_fit.pregnancy.as_str(),
                    Fits::Unsteady => &self.which_fit.unsteady,
                    Fits::GettingUp => &self.which_fit.getting_up,
                    Fits::Several => &self.which_fit.several,
                    Fits::Neither => &self.which_fit.neither,
                };
                Fits::ALL.map(|fits| (label(fits), GateEvent::Fits(fits))).to_vec()
            }
            Gate::Consent | Gate::Emergency | Gate::Urgent | Gate::TalkFirst | Gate::TodayList | Gate::Today => Vec::new(),
        }
    }
}

fn label(words: &ClearanceQuestion, word: Clearance) -> &str {
    match word {
        Clearance::Pressing => &words.pressing,
        Clearance::MovementOnly => &words.movement_only,
        Clearance::NoneYet => &words.none_yet,
    }
}
