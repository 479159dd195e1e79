//! The four positions a person can press in.
//!
//! Not a pose and not a text: the figure module draws them, content names them.
//!
//! Invariant: exactly the article's four (POS-BACK, POS-SIDE, POS-FOUR, POS-WALL), in its order.

/// One of the article's four positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// On the back, knees bent: the one for beginners (POS-BACK-2).
    Back,
    /// On one side, sore side up, a pillow between the knees (POS-SIDE).
    Side,
    /// On hands and knees (POS-FOUR).
    AllFours,
    /// Standing, back to a wall (POS-WALL).
    Wall,
}

impl Position {
    /// All four, in the order the guide shows them.
    pub const ALL: [Self; 4] = [Self::Back, Self::Side, Self::AllFours, Self::Wall];

    /// The id that stands in content, figures and files: `back`, `side`, `four`, `wall`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Back => "back",
            Self::Side => "side",
            Self::AllFours => "four",
            Self::Wall => "wall",
        }
    }

    /// Whether one hand presses here, and the other one holds or rests (health.md 4.6).
    pub const fn presses_with_one_hand(self) -> bool {
        matches!(self, Self::Side | Self::AllFours)
    }

    /// The position with this id, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|position| position.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_position() {
        for position in Position::ALL {
            assert_eq!(Position::from_id(position.id()), Some(position));
        }
        assert_eq!(Position::from_id("neck"), None);
    }
}
