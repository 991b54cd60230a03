//! What an amendment must bring by its kind, so that a change can be shown with what was before and what is
//! after.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::model::{
    AmendedField, Amendment, AmendmentKind as Kind, Commitment, Figure, Language, Strength, Text,
};
use crate::site::{AmendmentIx, CommitmentIx, LinkedCommitment, Site, place};

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut late = Vec::new();
    for commitment in CommitmentIx::all(site) {
        for index in AmendmentIx::all_of(site, commitment) {
            let (number, commitment, amendment) = (index.position(), &site[commitment], &site[index]);
            let mut refuse = |part: &'static str, message: Message, remedy: Message| {
                let part = path_to![Commitment::amendments, number, part];
                let place = place::commitment(site, commitment, part);
                problems.push(Diagnostic::error(Code::AmendmentShape, place, message).remedy(remedy));
            };
            check_parts(amendment, site.first_language(), &mut refuse);
            check_field(site, commitment, amendment, &mut refuse);
            let change = site.change_of(index);
            if change.is_some_and(|(before, after)| before == after) {
                refuse(
                    Amendment::to,
                    Message::new("変更前と同じ内容です", "this says what was said before"),
                    WORDS.say("unchanged.remedy", &[]),
                );
            }
            let earlier = commitment.record.amendments[..number].last();
            let earlier = earlier.map(|earlier| earlier.date);
            if earlier.is_some_and(|earlier| earlier.first_day() > amendment.date.last_day()) {
                refuse(
                    Amendment::date,
                    WORDS.say("amendment-order", &[]),
                    WORDS.say("amendment-order.remedy", &[]),
                );
            }
            if amendment.date.first_day() > site.options.last_likely_day() {
                problems.push(too_far(site, index));
            }
            if amendment.is_late() {
                late.push(index);
            }
        }
    }
    problems.extend(late.into_iter().map(|index| too_late(site, index)));
}

/// A change of a day to come is not shown before it, so a slip of the year would hide it.
fn too_far(site: &Site, index: AmendmentIx) -> Diagnostic {
    let day = site[index].date.first_day();
    WORDS.warning(Code::DateFar, date(site, index), "date-far", &[("day", &day)])
}

/// A target that is changed when its time is over would make a failure into a success.
fn too_late(site: &Site, index: AmendmentIx) -> Diagnostic {
    WORDS.warning(Code::AmendmentLate, date(site, index), "amendment-late", &[])
}

fn date(site: &Site, index: AmendmentIx) -> Place {
    let part = path_to![Commitment::amendments, index.position(), Amendment::date];
    place::commitment(site, &site[index.commitment], part)
}

type Refuse<'a> = dyn FnMut(&'static str, Message, Message) + 'a;

fn check_parts(amendment: &Amendment, first: Language, refuse: &mut Refuse) {
    let whole = matches!(amendment.kind, Kind::Withdraw | Kind::Merge | Kind::Split);
    let moved = matches!(amendment.kind, Kind::Merge | Kind::Split);
    let word = amendment.kind.word();
    if whole == amendment.field.is_some() {
        refuse(
            if whole { Amendment::field } else { Amendment::kind },
            Message::new(
                if whole {
                    format!("{word} は項目全体の変更なので、field は書きません")
                } else {
                    format!("{word} には、何を変えるか（field）が要ります")
                },
                if whole {
                    format!("`{word}` concerns the whole commitment and has no `field`")
                } else {
                    format!("`{word}` needs the `field` that it changes")
                },
            ),
            Message::new("field を確かめてください", "check `field`"),
        );
    }
    if amendment.field.is_some() != amendment.to.is_some() {
        refuse(
            Amendment::kind,
            Message::new("field と to は両方とも要ります", "`field` and `to` go together"),
            WORDS.say("change-missing.remedy", &[]),
        );
    }
    let said = |text: &Text| text.get(first, first).is_some();
    if amendment.to.as_ref().is_some_and(|to| !said(to)) || !said(&amendment.reason) {
        let is_reasoned = said(&amendment.reason);
        refuse(
            if is_reasoned {
                Amendment::to
            } else {
                Amendment::reason
            },
            WORDS.say("change-untold", &[]),
            WORDS.say("change-untold.remedy", &[]),
        );
    }
    if moved == amendment.into.is_empty() {
        refuse(
            if moved { Amendment::kind } else { Amendment::into },
            Message::new(
                if moved {
                    format!("{word} には移った先（into）が要ります")
                } else {
                    "into は merge と split だけの項目です".to_owned()
                },
                if moved {
                    format!("`{word}` needs `into`, the commitments that take its place")
                } else {
                    "only `merge` and `split` have `into`".to_owned()
                },
            ),
            Message::new("into を確かめてください", "check `into`"),
        );
    }
}

/// The field exists, and the new value is one that it can hold.
fn check_field(site: &Site, commitment: &LinkedCommitment, amendment: &Amendment, refuse: &mut Refuse) {
    let Some(field) = &amendment.field else { return };
    let record = &commitment.record;
    let first = site.first_language();
    let to = amendment.to.as_ref();
    let to = to.and_then(|to| to.get(first, first)).unwrap_or_default();
    let fits = match amendment.kind {
        Kind::Deadline => matches!(field, AmendedField::Deadline),
        Kind::Target => matches!(field, AmendedField::Target(..)),
        Kind::Figure => matches!(field, AmendedField::Budget(..)),
        Kind::Wording | Kind::Scope => {
            matches!(
                field,
                AmendedField::Text | AmendedField::Heading | AmendedField::Action(_) | AmendedField::Strength
            )
        }
        Kind::Transcription => true,
        Kind::Merge | Kind::Split | Kind::Withdraw => return,
    };
    let known = match field {
        AmendedField::Text => record.text.is_some(),
        AmendedField::Heading => record.heading.is_some(),
        AmendedField::Deadline | AmendedField::Strength => true,
        AmendedField::Budget(year, _) => record.budget.iter().any(|row| row.fy == *year),
        AmendedField::Action(id) => record.actions.iter().any(|action| action.id == *id),
        AmendedField::Target(id, _) => record.indicators.iter().any(|indicator| indicator.id == *id),
    };
    if !fits || !known {
        refuse(
            Amendment::field,
            Message::new(
                if known {
                    format!("{} の変更では {field} を変えられません", amendment.kind.word())
                } else {
                    format!("この項目に {field} はありません")
                },
                if known {
                    format!(
                        "an amendment of kind `{}` cannot change {field}",
                        amendment.kind.word()
                    )
                } else {
                    format!("this commitment has no {field}")
                },
            ),
            Message::new("kind と field を確かめてください", "check `kind` and `field`"),
        );
        return;
    }
    let labels = &site[commitment.document].record.deadlines;
    match field {
        AmendedField::Deadline if !labels.contains_key(to) => refuse(
            Amendment::to,
            WORDS.say("changed-deadline-unknown", &[("to", &to)]),
            Message::new("deadlines に行を足してください", "add a row to `deadlines`"),
        ),
        AmendedField::Target(..) if Figure::parse(to).is_err() => refuse(
            Amendment::to,
            WORDS.say("target-no-number", &[("to", &to)]),
            Message::new("数字だけで書いてください", "write digits only"),
        ),
        AmendedField::Budget(..) if Figure::parse(to).is_err() => refuse(
            Amendment::to,
            WORDS.say("budget-no-number", &[("to", &to)]),
            WORDS.say("budget-no-number.remedy", &[]),
        ),
        AmendedField::Strength if Strength::ALL.iter().all(|strength| strength.word() != to) => {
            let words: Vec<&str> = Strength::ALL.iter().map(|strength| strength.word()).collect();
            let words = words.join(", ");
            refuse(
                Amendment::to,
                WORDS.say("strength-unknown", &[("to", &to)]),
                WORDS.say("strength-unknown.remedy", &[("words", &words)]),
            );
        }
        _ => {}
    }
}
