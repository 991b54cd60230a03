//! The closed lists of words that records and reports choose from.

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word as it stands in sources, templates and data.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        $crate::model::walk::written!($name: |value| value.word().to_owned());
    };
}

pub(super) use choice;

choice! {
    /// What sort of official document a record transcribes.
    DocumentKind {
        Manifesto = "manifesto",
        Plan = "plan",
        Reform = "reform",
        Policies = "policies",
        Results = "results",
    }
}
choice! {
    /// What sort of undertaking a commitment is. Only manifestos hold pledges.
    CommitmentKind {
        Pledge = "pledge",
        Initiative = "initiative",
        Policy = "policy",
        Aim = "aim",
    }
}
choice! {
    /// What completing a commitment would mean, by the words of its text.
    Strength {
        /// 検討、研究
        Study = "study",
        /// 要望、働きかけ
        Request = "request",
        /// 支援、促進、後押し
        Support = "support",
        /// 実施、整備、策定
        CarryOut = "carry-out",
        /// 継続、維持、堅持
        Maintain = "maintain",
    }
}
choice! {
    /// Why one node points at another.
    LinkKind {
        CarriedOutBy = "carried_out_by",
        Continues = "continues",
        Supersedes = "supersedes",
        Related = "related",
    }
}
choice! {
    /// What a report is.
    ReportKind {
        Assessment = "assessment",
        Fact = "fact",
        Correction = "correction",
    }
}
choice! {
    /// Who judged.
    Assessor {
        Department = "department",
        ReformOffice = "reform-office",
        ExternalCommittee = "external-committee",
        Council = "council",
        Other = "other",
    }
}
choice! {
    /// What is to become of an initiative (今後の方向性).
    Direction {
        Expand = "expand",
        Continue = "continue",
        Revise = "revise",
        Reduce = "reduce",
        End = "end",
        Complete = "complete",
    }
}
choice! {
    /// Which way an indicator is meant to move.
    Aim {
        Up = "up",
        Down = "down",
        Maintain = "maintain",
        Range = "range",
    }
}
choice! {
    /// How the values of an indicator relate to one another.
    Measure {
        Level = "level",
        Annual = "annual",
        Cumulative = "cumulative",
        Change = "change",
        Milestone = "milestone",
    }
}
choice! {
    /// How a document computes the rate of achievement.
    RateFormula {
        ActualOverTarget = "actual-over-target",
        TargetOverActual = "target-over-actual",
        None = "none",
    }
}
choice! {
    /// Why a commitment was changed.
    AmendmentKind {
        Wording = "wording",
        Deadline = "deadline",
        Target = "target",
        /// A budget.
        Figure = "figure",
        Scope = "scope",
        Merge = "merge",
        Split = "split",
        Withdraw = "withdraw",
        /// Ours, not the city's: the transcription was wrong.
        Transcription = "transcription",
    }
}
choice! {
    /// How certain a value is.
    ValueState {
        Forecast = "forecast",
        Preliminary = "preliminary",
        Final = "final",
    }
}
choice! {
    /// Who made a translation.
    Translator {
        Human = "human",
        Machine = "machine",
        Reviewed = "reviewed",
    }
}
choice! {
    /// Whether a doubtful reading is certain.
    Certainty {
        Yes = "yes",
        No = "no",
    }
}
choice! {
    /// Which of the figures of a budget.
    Stage {
        /// 当初予算
        Initial = "initial",
        /// 補正後
        Revised = "revised",
        /// 決算
        Settled = "settled",
    }
}
