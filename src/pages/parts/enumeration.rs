//! Several things in a row inside a sentence: 令和2年度と令和5年度, `FY2020, FY2021 and FY2023`.

use crate::html::Html;
use crate::pages::Scope;

/// The parts joined as the page's language joins what belongs together.
pub(crate) fn enumeration(scope: &Scope, parts: &[Html]) -> Html {
    let last = if parts.len() == 2 { "join.two" } else { "join.last" };
    joined(parts, scope.word("join.more"), scope.word(last))
}

/// The same behind a negation: `its author, its date or its period`.
pub(crate) fn any(scope: &Scope, parts: &[Html]) -> Html {
    joined(parts, scope.word("join.more"), scope.word("join.or"))
}

fn joined(parts: &[Html], more: &str, last: &str) -> Html {
    let mut out = Html::default();
    for (at, part) in parts.iter().enumerate() {
        out.text.push_str(match (at, parts.len() - at) {
            (0, _) => "",
            (_, 1) => last,
            _ => more,
        });
        out.push(part);
    }
    out
}
