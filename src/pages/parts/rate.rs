//! The rate of achievement in words, beside what the source prints, and the reasons why a value has none.

use crate::html::{Html, escaped, format};
use crate::model::{Indicator, Period, RateFormula, ValueState};
use crate::pages::Scope;
use crate::reckoning::indicator as reckoning;
use crate::reckoning::indicator::{Rate, WhyNot};
use crate::site::IndicatorIx;

/// A rate with what a reader must know of it.
pub(crate) fn rate_sentence(scope: &Scope, indicator: &Indicator, rate: &Rate) -> Option<String> {
    let Rate::Known { percent, capped } = rate else {
        return None;
    };
    let texts = &scope.voice.texts;
    let inverse = indicator.rate.formula == Some(RateFormula::TargetOverActual);
    let key = if inverse {
        "indicator.rate_inverse"
    } else {
        "indicator.rate"
    };
    let percent = format::percent(percent, scope.writing());
    let text = texts.fill(key, &[("percent", &percent)]);
    let notes = [inverse.then_some("inverse"), capped.then_some("capped")];
    let notes = notes.into_iter().flatten();
    let notes: Vec<&str> = notes.map(|note| scope.choice("rate_note", note)).collect();
    if notes.is_empty() {
        return Some(text);
    }
    let notes = notes.join(&scope.writing().comma);
    Some(texts.fill("indicator.noted", &[("text", &text), ("notes", &notes)]))
}

/// Why values have no rate, each reason once. It names its periods where it does not hold for all values.
pub(crate) fn missing(scope: &Scope, index: IndicatorIx) -> Vec<Html> {
    let current = scope.site.indicator_of(index);
    let values = scope.values_of(index);
    let judged: Vec<_> = values
        .filter(|value| value.state != Some(ValueState::Forecast))
        .collect();
    let mut reasons: Vec<(WhyNot, Vec<Period>)> = Vec::new();
    let mut without = 0;
    for value in &judged {
        // Without a target the verdict says so already.
        let Rate::NotComputed(why) = reckoning::outcome(&current, value.period, &value.value).rate else {
            continue;
        };
        without += 1;
        let periods = match reasons.iter().position(|(known, _)| *known == why) {
            Some(place) => &mut reasons[place].1,
            None => {
                reasons.push((why, Vec::new()));
                &mut reasons.last_mut().expect("a reason has just been added").1
            }
        };
        if !periods.contains(&value.period) {
            periods.push(value.period);
        }
    }
    let general =
        without == judged.len() && reasons.iter().filter(|(why, _)| *why != WhyNot::NoTarget).count() == 1;
    let told = reasons.into_iter().filter(|(why, _)| *why != WhyNot::NoTarget);
    told.map(|(why, periods)| reason(scope, why, if general { &[] } else { &periods }))
        .collect()
}

fn reason(scope: &Scope, why: WhyNot, periods: &[Period]) -> Html {
    let writing = scope.writing();
    let named: Vec<String> = periods.iter().map(|period| scope.period(*period).text).collect();
    let colon = if periods.is_empty() { "" } else { &*writing.colon };
    let word = escaped(scope.choice("no_rate", word(why)));
    Html::new(format!("{}{colon}{word}", named.join(&writing.comma)))
}

fn word(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NoTarget => "no-target",
        WhyNot::NotAQuantity => "not-a-quantity",
        WhyNot::NoFormula => "no-formula",
        WhyNot::DivisionByZero => "division-by-zero",
        WhyNot::Negative => "negative",
        WhyNot::TooLong => "too-long",
    }
}
