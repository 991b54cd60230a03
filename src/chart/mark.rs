//! The shapes of a drawing one by one, for the list beside it that says what they mean.

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A value on a line.
    Value,
    Forecast,
    Target,
    /// A target that is a range.
    Band,
    /// A bar that reached its target.
    Met,
    NotMet,
    /// A bar beside which no target can be held.
    Unknown,
    /// A bar that is a forecast.
    ForecastBar,
    /// The target of a bar.
    Aim,
    /// What stands in one row of a schedule.
    Step,
    /// What lasts over several.
    Span,
}

/// A shape as a drawing of its own. The word beside it says what it is.
pub(crate) fn mark(mark: Mark) -> String {
    let shape = match mark {
        Mark::Value => {
            r#"<line class="path" x1="0" x2="28" y1="8" y2="8"/><circle class="value" cx="14" cy="8" r="5"/>"#
        }
        Mark::Forecast => {
            concat!(
                r#"<line class="path forecast" x1="0" x2="28" y1="8" y2="8"/>"#,
                r#"<circle class="forecast" cx="14" cy="8" r="4.5"/>"#
            )
        }
        Mark::Target => r#"<rect class="target" x="2" y="6" width="24" height="4"/>"#,
        Mark::Band => r#"<rect class="band" x="3" y="2" width="22" height="12"/>"#,
        Mark::Met => r#"<rect class="met" y="1" width="28" height="14"/>"#,
        Mark::NotMet => {
            concat!(
                r#"<rect class="not_met" y="1" width="28" height="14"/>"#,
                r#"<line class="stripes" x1="0" x2="28" y1="8" y2="8"/>"#
            )
        }
        Mark::Unknown => r#"<rect class="unknown" y="1" width="28" height="14"/>"#,
        Mark::ForecastBar => r#"<rect class="forecast" x="1" y="2" width="26" height="12"/>"#,
        Mark::Step => r#"<circle class="step" cx="14" cy="8" r="4.5"/>"#,
        Mark::Span => r#"<rect class="span" x="10.5" width="7" height="16"/>"#,
        Mark::Aim => r#"<line class="aim" x1="14" x2="14" y1="0" y2="16"/>"#,
    };
    format!("<svg class=\"mark\" width=\"28\" height=\"16\" aria-hidden=\"true\">{shape}</svg>")
}
