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
            pub(crate) fn word(self) -> &'static str {
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
        /// マニフェスト: what a candidate promised in an election. It is the candidate's, not the city's.
        Manifesto = "manifesto",
        /// 計画: what a city has decided to do in a period, such as its general plan.
        Plan = "plan",
        /// 行政改革: how a city means to change its own work.
        Reform = "reform",
        /// 運営方針: what a mayor or an office means to do, mostly in one year.
        Policies = "policies",
        /// 実績報告: what a city reports to have done.
        Results = "results",
    }
}
choice! {
    /// What sort of undertaking a commitment is. Only manifestos hold pledges.
    CommitmentKind {
        /// 公約: a promise to voters.
        Pledge = "pledge",
        /// 取組: something that is to be done.
        Initiative = "initiative",
        /// 方針: how something is to be done.
        Policy = "policy",
        /// 目標: a state that is to be reached.
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
        /// The other is what carries this out: an initiative of a plan, for a pledge.
        CarriedOutBy = "carried_out_by",
        /// This goes on with what the other began.
        Continues = "continues",
        /// This stands in the place of the other, which no longer holds.
        Supersedes = "supersedes",
        /// A reader of one may want the other; nothing more is said.
        Related = "related",
    }
}
choice! {
    /// Who judged.
    Assessor {
        /// 所管課: who does the work judges it.
        Department = "department",
        /// 行政改革の担当課: an office of the city that looks at the work of all departments.
        ReformOffice = "reform-office",
        /// 外部の委員会: people from outside the city's offices.
        ExternalCommittee = "external-committee",
        /// 議会: the city's assembly.
        Council = "council",
        /// その他: anybody else, whom the text of the report can name.
        Other = "other",
    }
}
choice! {
    /// Which way an indicator is meant to move.
    Aim {
        /// More is better: a value at or above its target meets it.
        Up = "up",
        /// Less is better: a value at or below its target meets it. A rate needs a formula that the
        /// document names.
        Down = "down",
        /// It is to stay: a value that has not fallen below its target meets it.
        Maintain = "maintain",
        /// It is to stay between the `value` and the `upper` of its target, both included. It has no
        /// rate.
        Range = "range",
    }
}
choice! {
    /// How the values of an indicator relate to one another.
    Measure {
        /// A value at a point of time, such as a number of inhabitants.
        Level = "level",
        /// A value for each fiscal year by itself, such as a number of visitors.
        Annual = "annual",
        /// A sum from a beginning on, which grows from year to year.
        Cumulative = "cumulative",
        /// A difference from an earlier value, such as 前年比. It has no rate.
        Change = "change",
        /// A step that is reached or not, told in words. It has no rate and no line in a chart.
        Milestone = "milestone",
    }
}
choice! {
    /// How a document computes the rate of achievement.
    RateFormula {
        /// 実績値÷目標値×100, which is also usual where more is better and the document names none.
        ActualOverTarget = "actual-over-target",
        /// 目標値÷実績値×100, by which some documents reckon where less is better.
        TargetOverActual = "target-over-actual",
        /// The document gives no rate for the indicator, so none is computed.
        None = "none",
    }
}
choice! {
    /// Why a commitment was changed.
    AmendmentKind {
        /// The words of a text, a heading or an action.
        Wording = "wording",
        /// The label of the deadline.
        Deadline = "deadline",
        /// The target of an indicator for a period. One changed after its time is told of
        /// (`amendment-late`).
        Target = "target",
        /// A budget.
        Figure = "figure",
        /// How much the words promise, such as whom or which places they reach.
        Scope = "scope",
        /// The commitment becomes part of another, which `into` names.
        Merge = "merge",
        /// Several commitments take its place, which `into` names.
        Split = "split",
        /// It is no longer promised, and nothing takes its place.
        Withdraw = "withdraw",
        /// Ours, not the city's: the transcription was wrong.
        Transcription = "transcription",
    }
}
choice! {
    /// How certain a value is.
    ValueState {
        /// 見込み: what is expected, before the time is over.
        Forecast = "forecast",
        /// 速報: what was measured, and may still be corrected.
        Preliminary = "preliminary",
        /// 確定: what was measured, and stays.
        Final = "final",
    }
}
choice! {
    /// Who made a translation.
    Translator {
        /// A person, without a machine.
        Human = "human",
        /// A machine, and nobody has looked it over. Pages say so.
        Machine = "machine",
        /// A machine, and a person has looked it over.
        Reviewed = "reviewed",
    }
}
choice! {
    /// Whether a doubtful reading is certain.
    Certainty {
        /// No other reading is possible.
        Yes = "yes",
        /// Something else may have been meant. What holds such a reading is not sealed.
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
