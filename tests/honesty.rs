//! What koyaku is for: of many kinds of dishonest or careless edit, each made in several places of the sealed
//! sample city and of the real record, every one is refused or warned about with its file named; of many
//! legitimate edits none is.

use crate::support::{Folder, Site, Tree, at_once};
use jiff::Timestamp;
use koyaku::diagnostic::Severity;
use koyaku::load::{self, Loaded};
use koyaku::model::Date;
use koyaku::site::Options;
use koyaku::{check, link};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex};

/// In how many places each kind of edit is tried at most, spread over all that there are.
const PLACES: usize = 8;

/// In how many places each kind must be tried at least.
const LEAST: usize = 5;

/// A change of the files of a site: the new text of a file, or nothing where the file goes.
#[derive(Debug, Clone)]
struct Edit {
    site: Which,
    file: String,
    text: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Which {
    Sample,
    Real,
}

/// The files of both sites with their ledgers.
static SITES: LazyLock<BTreeMap<Which, Tree>> = LazyLock::new(|| {
    let sealed = |site: Site| {
        site.koyaku(&["seal", "--date", "2026-11-21"]).succeeds();
        site.tree("")
    };
    [
        (Which::Sample, sealed(Site::of("tests/sites/sample/input"))),
        (Which::Real, sealed(Site::real())),
    ]
    .into()
});

/// The problems that the sites have as they are.
static KNOWN: LazyLock<BTreeMap<Which, BTreeSet<String>>> = LazyLock::new(|| {
    SITES
        .keys()
        .map(|which| (*which, with_edits(*which, &[], facts)))
        .collect()
});

/// Folders that hold a site as it is, which nobody works in at the moment.
static SPARE: Mutex<Vec<(Which, Site)>> = Mutex::new(Vec::new());

/// Does something in a folder that holds the site with the edits. Only what they change is written, and put
/// back as it was afterwards.
fn with_edits<Given>(which: Which, edits: &[Edit], act: impl FnOnce(&Site) -> Given) -> Given {
    let spare = || SPARE.lock().expect("no test fails while it takes a folder");
    let known = &SITES[&which];
    let taken = {
        let mut spare = spare();
        let at = spare.iter().position(|(other, _)| *other == which);
        at.map(|at| spare.swap_remove(at).1)
    };
    let mut site = taken.unwrap_or_else(|| {
        let site = Site::empty(Folder::new());
        known.write(site.root());
        site
    });
    for edit in edits {
        site = match &edit.text {
            Some(text) => site.file(&edit.file, text),
            None => site.without(&edit.file),
        };
    }
    let given = act(&site);
    for edit in edits {
        site = match known.0.get(&edit.file) {
            Some(bytes) => site.file(&edit.file, bytes),
            None => site.without(&edit.file),
        };
    }
    spare().push((which, site));
    given
}

/// Every problem that the record itself has, as `level[code] file`: all that `check` says but for what it
/// says of the theme, which no edit here touches and which takes most of its time.
fn facts(site: &Site) -> BTreeSet<String> {
    let Loaded {
        content,
        mut problems,
        ..
    } = load::load(site.root());
    if let Some(content) = content {
        let now = content.settings.time_zone.0.to_datetime(Timestamp::now());
        let options = Options {
            now,
            as_of: content.settings.as_of.map_or(now.date(), Date::last_day),
            base_url: None,
            portable: false,
            minify: false,
        };
        let (site, found) = link::link(content, options);
        problems.extend(found);
        problems.extend(check::check(&site));
    }
    let level = |severity| {
        if severity == Severity::Error {
            "error"
        } else {
            "warning"
        }
    };
    problems
        .iter()
        .map(|problem| {
            format!(
                "{}[{}] {}",
                level(problem.severity),
                problem.code.name(),
                problem.place.file
            )
        })
        .collect()
}

/// Every problem that `koyaku check` shows, in the same form.
fn shown(site: &Site) -> BTreeSet<String> {
    let run = site.koyaku(&["check", "--lang", "en"]);
    let mut found = BTreeSet::new();
    let mut head = String::new();
    for line in run.err.lines() {
        if let Some((level, _)) = line
            .split_once("]: ")
            .filter(|(level, _)| level.starts_with("error[") || level.starts_with("warning["))
        {
            head = format!("{level}]");
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            found.insert(format!("{head} {}", place.split(':').next().unwrap_or(place)));
        }
    }
    found
}

/// Tries a kind of edit in its places. Each must bring a problem that was not there, with one of the codes
/// and the file of the edit.
fn refused(kind: &str, codes: &[&str], edits: Vec<Edit>) {
    refused_where(kind, codes, edits, names);
}

/// As `refused`, where the problem is told at another file than the one of the edit, which has gone.
fn refused_anywhere(kind: &str, codes: &[&str], edits: Vec<Edit>) {
    refused_where(kind, codes, edits, |_, _| true);
}

/// The first of the edits goes the whole way to what an editor is shown.
fn refused_where(kind: &str, codes: &[&str], edits: Vec<Edit>, names: fn(&str, &str) -> bool) {
    assert!(edits.len() >= LEAST, "{kind}: only {} places", edits.len());
    let step = edits.len().div_ceil(PLACES);
    let tried: Vec<(usize, &Edit)> = edits.iter().step_by(step).enumerate().collect();
    let faults = at_once(&tried, |(at, edit)| {
        let look = if *at == 0 { shown } else { facts };
        let found = with_edits(edit.site, std::slice::from_ref(*edit), look);
        let new: Vec<&String> = found.difference(&KNOWN[&edit.site]).collect();
        let told = new.iter().any(|problem| {
            codes.iter().any(|code| problem.contains(&format!("[{code}]"))) && names(problem, &edit.file)
        });
        (!told).then(|| format!("{:?} {}: {new:?}", edit.site, edit.file))
    });
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(
        faults.is_empty(),
        "{kind} was not noticed in:\n{}",
        faults.join("\n")
    );
}

/// A problem of a record may be told at its ledger, and one of a ledger at its record.
fn names(problem: &str, file: &str) -> bool {
    let stem = |path: &str| {
        path.trim_end_matches(".yaml")
            .trim_end_matches(".ledger.jsonl")
            .to_owned()
    };
    problem
        .split_once(' ')
        .is_some_and(|(_, place)| stem(place) == stem(file))
}

/// Makes every change that `change` offers for a file, one at a time.
fn each(ending: &str, change: impl Fn(&str, &str) -> Vec<String>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (which, tree) in SITES.iter() {
        for path in tree.paths().into_iter().filter(|path| path.ends_with(ending)) {
            let texts = change(path, tree.text(path));
            edits.extend(texts.into_iter().map(|text| Edit {
                site: *which,
                file: path.to_owned(),
                text: Some(text),
            }));
        }
    }
    edits
}

fn records(change: impl Fn(&str) -> Vec<String>) -> Vec<Edit> {
    each(".yaml", |path, text| {
        if path.starts_with("seeds/") && !path.ends_with("municipality.yaml") {
            change(text)
        } else {
            Vec::new()
        }
    })
}

fn reports(change: impl Fn(&str) -> Vec<String>) -> Vec<Edit> {
    each(".md", |path, text| {
        let is_report = path.starts_with("content/")
            && !path.ends_with(".en.md")
            && text.contains("\nkind: ")
            && !text.contains("\ndraft: true")
            && !text.contains("publish_from");
        if is_report { change(text) } else { Vec::new() }
    })
}

/// The text with each line that passes replaced in turn; an empty replacement takes the line away.
fn lines(text: &str, replace: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let all: Vec<&str> = text.split_inclusive('\n').collect();
    let changed = |at: usize| {
        let new = replace(all[at].trim_end_matches('\n'))?;
        let new = if new.is_empty() {
            String::new()
        } else {
            format!("{new}\n")
        };
        Some([all[..at].concat(), new, all[at + 1..].concat()].concat())
    };
    (0..all.len()).filter_map(changed).collect()
}

/// What the ledgers hold under a name, text by text: the exact sealed wording.
fn sealed_texts(ledger: &str, pick: impl Fn(&serde_json::Value) -> Vec<String>) -> Vec<String> {
    ledger
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a ledger is JSON"))
        .flat_map(|line| pick(&line["value"]))
        .collect()
}

/// Rewords each sealed text that `pick` finds, where the record has it in one piece.
fn reworded(pick: impl Fn(&serde_json::Value) -> Vec<String> + Copy) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (which, tree) in SITES.iter() {
        for path in tree
            .paths()
            .into_iter()
            .filter(|path| path.ends_with(".ledger.jsonl"))
        {
            let record = path.replace(".ledger.jsonl", ".yaml");
            let text = tree.text(&record);
            for wording in sealed_texts(tree.text(path), pick) {
                if wording.chars().count() < 6
                    || wording.contains('\n')
                    || text.matches(&wording).count() != 1
                {
                    continue;
                }
                let middle = wording
                    .char_indices()
                    .nth(wording.chars().count() / 2)
                    .map_or(0, |(at, _)| at);
                let new = format!("{}なるべく{}", &wording[..middle], &wording[middle..]);
                edits.push(Edit {
                    site: *which,
                    file: record.clone(),
                    text: Some(text.replace(&wording, &new)),
                });
            }
        }
    }
    edits
}

fn string(value: &serde_json::Value) -> Vec<String> {
    value.as_str().map(str::to_owned).into_iter().collect()
}

#[test]
fn wording_cannot_be_changed_silently() {
    refused(
        "rewording a promise",
        &["seal-changed"],
        reworded(|value| {
            if value.get("reason").is_some() {
                Vec::new()
            } else {
                string(&value["text"])
            }
        }),
    );
    refused(
        "rewording a heading",
        &["seal-changed"],
        reworded(|value| string(&value["heading"])),
    );
    refused(
        "rewording an action",
        &["seal-changed"],
        reworded(|value| {
            value["actions"]
                .as_object()
                .into_iter()
                .flatten()
                .flat_map(|(_, text)| string(text))
                .collect()
        }),
    );
    refused(
        "renaming an indicator",
        &["seal-changed"],
        reworded(|value| string(&value["name"])),
    );
    refused(
        "rewording the reason of an amendment",
        &["seal-changed"],
        reworded(|value| string(&value["reason"])),
    );
    refused(
        "rewording a cell of a table",
        &["seal-changed"],
        reworded(|value| {
            value["rows"]
                .as_array()
                .into_iter()
                .flatten()
                .flat_map(|row| row.as_array().into_iter().flatten().flat_map(string))
                .collect()
        }),
    );
}

#[test]
fn figures_and_deadlines_cannot_be_changed_silently() {
    let another = |text: &str, label: &str| {
        text.lines().find_map(|line| {
            line.trim_start()
                .strip_prefix("deadline: ")
                .filter(|other| *other != label)
                .map(str::to_owned)
        })
    };
    refused(
        "putting off a deadline",
        &["seal-changed"],
        records(|text| {
            lines(text, |line| {
                let label = line.strip_prefix("        deadline: ")?;
                Some(format!("        deadline: {}", another(text, label)?))
            })
        }),
    );
    refused(
        "taking a deadline away",
        &["seal-changed"],
        records(|text| {
            lines(text, |line| {
                line.starts_with("        deadline: ").then(String::new)
            })
        }),
    );
    let number = |line: &str, key: &str| -> Option<String> {
        let at = line.find(key)? + key.len();
        let digits: String = line[at..].chars().take_while(char::is_ascii_digit).collect();
        let old: u64 = digits.parse().ok()?;
        Some(format!(
            "{}{}{}",
            &line[..at],
            old + 1,
            &line[at + digits.len()..]
        ))
    };
    refused(
        "raising a target afterwards",
        &["seal-changed"],
        records(|text| {
            lines(text, |line| {
                if line.contains("period:") {
                    number(line, " value: ")
                } else {
                    None
                }
            })
        }),
    );
    refused(
        "a count that does not fit its total",
        &["tally-total", "seal-changed"],
        records(|text| lines(text, |line| number(line, " count: "))),
    );
    refused(
        "reckoning a label in another way",
        &["seal-changed"],
        records(|text| lines(text, |line| number(line, "years: "))),
    );
}

#[test]
fn promises_cannot_disappear() {
    let item = |line: &str| {
        line.trim_start()
            .strip_prefix("- id: ")
            .map(|id| id.trim_matches('"').to_owned())
    };
    let is_commitment = |text: &str, at: usize| {
        text.lines().nth(at + 1).is_some_and(|next| {
            next.trim_start().starts_with("kind: ")
                && ["pledge", "initiative", "policy", "aim"]
                    .iter()
                    .any(|kind| next.ends_with(kind))
        })
    };
    refused(
        "deleting a promise",
        &["seal-gone"],
        records(|text| {
            let all: Vec<&str> = text.split_inclusive('\n').collect();
            let mut found = Vec::new();
            for at in (0..all.len()).filter(|at| item(all[*at]).is_some() && is_commitment(text, *at)) {
                let indent = all[at].len() - all[at].trim_start().len();
                let end = (at + 1..all.len())
                    .find(|next| {
                        !all[*next].trim().is_empty()
                            && all[*next].len() - all[*next].trim_start().len() <= indent
                    })
                    .unwrap_or(all.len());
                found.push([all[..at].concat(), all[end..].concat()].concat());
            }
            found
        }),
    );
    refused(
        "giving a promise another number",
        &["seal-gone"],
        records(|text| {
            let all: Vec<&str> = text.lines().collect();
            let numbered: Vec<usize> = (0..all.len())
                .filter(|at| item(all[*at]).is_some() && is_commitment(text, *at))
                .collect();
            numbered
                .into_iter()
                .map(|at| {
                    let id = item(all[at]).unwrap_or_default();
                    let new = all[at].replace(&id, &format!("{id}-x"));
                    [&all[..at], &[new.as_str()], &all[at + 1..]].concat().join("\n") + "\n"
                })
                .collect()
        }),
    );
    let mut deleted = Vec::new();
    for (which, tree) in SITES.iter() {
        deleted.extend(
            tree.paths()
                .into_iter()
                .filter(|path| {
                    path.starts_with("seeds/")
                        && path.ends_with(".yaml")
                        && !path.ends_with("municipality.yaml")
                })
                .map(|path| Edit {
                    site: *which,
                    file: path.to_owned(),
                    text: None,
                }),
        );
    }
    refused(
        "deleting a document",
        &["seal-gone", "reference-dangling"],
        deleted,
    );
}

#[test]
fn ledgers_cannot_be_rewritten() {
    let ledgers = |change: &dyn Fn(&str) -> Vec<String>| each(".ledger.jsonl", |_, text| change(text));
    refused(
        "changing a line of a ledger",
        &["ledger-broken"],
        ledgers(&|text| {
            lines(text, |line| {
                line.contains("を").then(|| line.replacen('を', "が", 1))
            })
        }),
    );
    refused(
        "taking a line out of a ledger",
        &["ledger-broken"],
        ledgers(&|text| {
            let count = text.lines().count();
            lines(text, |_| Some(String::new()))
                .into_iter()
                .take(count - 1)
                .collect()
        }),
    );
    refused(
        "leaving the marks of a merge",
        &["ledger-tangled"],
        ledgers(&|text| {
            lines(text, |line| {
                Some(format!("<<<<<<< HEAD\n{line}\n=======\n>>>>>>> branch"))
            })
        }),
    );
    // Deleting a ledger, or cutting its end off, shows beside what was published.
    let sample = &SITES[&Which::Sample];
    let published: Vec<Edit> = sample
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".ledger.jsonl"))
        .map(|path| Edit {
            site: Which::Sample,
            file: path
                .replacen("seeds/", "published/data/", 1)
                .replacen("content/", "published/data/", 1),
            text: Some(sample.text(path).to_owned()),
        })
        .collect();
    let cut = ledgers(&|text| {
        let all: Vec<&str> = text.split_inclusive('\n').collect();
        (1..all.len().min(4)).map(|kept| all[..kept].concat()).collect()
    });
    let cut: Vec<Edit> = cut
        .into_iter()
        .filter(|edit| edit.site == Which::Sample)
        .collect();
    assert!(cut.len() >= LEAST);
    at_once(&cut, |edit| {
        let edits = [published.as_slice(), std::slice::from_ref(edit)].concat();
        with_edits(Which::Sample, &edits, |site| {
            site.koyaku(&["verify", "--previous", "published", "--lang", "en"])
                .exits(1)
                .complains("ledger-shortened")
                .complains(&edit.file);
        });
    });
}

#[test]
fn reports_cannot_be_overwritten() {
    let mut deleted = Vec::new();
    for edit in reports(|text| vec![text.to_owned()]) {
        deleted.push(Edit { text: None, ..edit });
    }
    refused_anywhere("deleting a report", &["seal-gone"], deleted);
    refused(
        "bettering a status",
        &["seal-changed"],
        reports(|text| {
            lines(text, |line| {
                matches!(
                    line,
                    "status: behind" | "status: slightly-behind" | "status: not-achieved"
                )
                .then(|| "status: partly-achieved".to_owned())
            })
        }),
    );
    refused(
        "bettering a value",
        &["seal-changed"],
        reports(|text| {
            lines(text, |line| {
                let at = line.find(" value: ")? + 8;
                let digits: String = line[at..].chars().take_while(char::is_ascii_digit).collect();
                let old: u64 = digits.parse().ok()?;
                Some(format!(
                    "{}{}{}",
                    &line[..at],
                    old + 1,
                    &line[at + digits.len()..]
                ))
            })
        }),
    );
    refused(
        "rewording a report",
        &["seal-changed"],
        reports(|text| {
            let Some((head, body)) = text
                .split_once("\n---\n")
                .filter(|(_, body)| body.trim().chars().count() > 4)
            else {
                return Vec::new();
            };
            vec![format!("{head}\n---\n{}とのことです。\n", body.trim_end())]
        }),
    );
}

#[test]
fn a_status_needs_what_backs_it() {
    let without = |key: &'static str| {
        move |text: &str| -> Vec<String> {
            let all: Vec<&str> = text.split_inclusive('\n').collect();
            let Some(at) = all.iter().position(|line| line.starts_with(&format!("{key}:"))) else {
                return Vec::new();
            };
            let end = (at + 1..all.len())
                .find(|next| !all[*next].starts_with([' ', '-']) || all[*next].starts_with("---"))
                .unwrap_or(all.len());
            vec![[all[..at].concat(), all[end..].concat()].concat()]
        }
    };
    let judged = |text: &str, statuses: &[&str]| {
        statuses
            .iter()
            .any(|status| text.contains(&format!("\nstatus: {status}\n")))
    };
    refused(
        "a status without evidence",
        &["status-requires"],
        reports(|text| {
            if judged(text, &["achieved", "on-track", "mostly-on-track", "behind"]) {
                without("evidence")(text)
            } else {
                Vec::new()
            }
        }),
    );
    refused(
        "a status without a judge",
        &["status-requires"],
        reports(|text| {
            if judged(text, &["achieved", "on-track", "mostly-on-track", "ongoing"]) {
                without("assessor")(text)
            } else {
                Vec::new()
            }
        }),
    );
    refused(
        "a bad status without its reason",
        &["status-requires", "report-shape"],
        reports(|text| {
            if judged(
                text,
                &[
                    "slightly-behind",
                    "behind",
                    "stopped",
                    "not-achieved",
                    "changed",
                    "partly-achieved",
                    "not-started",
                ],
            ) {
                without("reason")(text)
            } else {
                Vec::new()
            }
        }),
    );
    refused(
        "a status that no scale has",
        &["status-unknown"],
        reports(|text| {
            lines(text, |line| {
                line.starts_with("status: ")
                    .then(|| "status: splendid".to_owned())
            })
        }),
    );
    refused(
        "a value of no indicator",
        &["reference-kind", "reference-dangling"],
        reports(|text| {
            lines(text, |line| {
                line.contains("indicator: ")
                    .then(|| line.replacen("indicator: ", "indicator: no-such-", 1))
            })
        }),
    );
    refused(
        "a printed rate that was made up",
        &["rate-differs"],
        reports(|text| {
            lines(text, |line| {
                let at = line.find("rate: \"")? + 7;
                let end = at + line[at..].find('"')?;
                line[at..end]
                    .contains(|character: char| character.is_ascii_digit())
                    .then(|| format!("{}199.9％{}", &line[..at], &line[end..]))
            })
        }),
    );
    refused(
        "a printed value that was made up",
        &["value-printed", "seal-changed"],
        reports(|text| {
            lines(text, |line| {
                line.contains("printed: \"")
                    .then(|| line.replacen("printed: \"", "printed: \"98765 ", 1))
            })
        }),
    );
    refused(
        "a value in another unit",
        &["unit-mismatch"],
        reports(|text| {
            lines(text, |line| {
                line.trim_start()
                    .starts_with("- {indicator:")
                    .then(|| line.replacen(", period", ", unit: 万トン, period", 1))
            })
        }),
    );
}

#[test]
fn careless_texts_are_noticed() {
    // Only where the text as a whole considers something; elsewhere 検討 may be one of several verbs.
    let weak = [
        "検討",
        "研究",
        "調査",
        "考え",
        "考慮",
        "模索",
        "再考",
        "協議",
        "調整",
        "確認",
        "見直し",
        "洗い出し",
    ];
    refused(
        "a title that promises more than its text",
        &["title-claims"],
        records(|text| {
            let all: Vec<&str> = text.lines().collect();
            let titles = (0..all.len())
                .filter(|at| all[*at].trim_start().starts_with("title: {ja: ") && all[*at].contains("検討"));
            let considered = titles.filter(|at| {
                all[at + 1..]
                    .iter()
                    .take_while(|line| !line.trim_start().starts_with("- id: "))
                    .any(|line| line.trim() == "strength: study")
            });
            considered
                .filter_map(|at| {
                    let bold = all[at]
                        .replacen("の検討", "", 1)
                        .replacen("を検討", "を実現", 1)
                        .replacen("検討", "実現", 1);
                    let title = bold.split(", en:").next().unwrap_or_default();
                    (!weak.iter().any(|word| title.contains(word)))
                        .then(|| [&all[..at], &[bold.as_str()], &all[at + 1..]].concat().join("\n") + "\n")
                })
                .collect()
        }),
    );
    let body = |added: &'static str| {
        each(".md", move |path, text| {
            if path.starts_with("content/")
                && !path.starts_with("content/glossary/")
                && !path.ends_with(".en.md")
                && !text.contains("draft: true")
                && !text.contains("publish_from")
                && !text.contains("redacted:")
            {
                vec![format!("{text}\n{added}\n")]
            } else {
                Vec::new()
            }
        })
    };
    refused(
        "a telephone number in a text",
        &["personal-data"],
        body("お問い合わせは090-1234-5678へ。"),
    );
    refused(
        "raw HTML in a text",
        &["markdown-html"],
        body("<script>alert(1)</script>"),
    );
    refused(
        "a link to nothing",
        &["link-dangling", "reference-dangling"],
        body("[[no/such/place]]をご覧ください。"),
    );
    refused(
        "a link of the record to nothing",
        &["reference-dangling"],
        records(|text| {
            lines(text, |line| {
                line.trim_start()
                    .starts_with("- to: ")
                    .then(|| format!("{line}-x"))
            })
        }),
    );
}

#[test]
fn legitimate_edits_are_not_refused() {
    let sample = &SITES[&Which::Sample];
    let edit = |file: &str, text: String| Edit {
        site: Which::Sample,
        file: file.to_owned(),
        text: Some(text),
    };
    let mut edits: Vec<Edit> = Vec::new();
    let record_paths: Vec<&str> = sample
        .paths()
        .into_iter()
        .filter(|path| path.starts_with("seeds/") && path.ends_with(".yaml"))
        .collect();
    // Translations may always be bettered.
    for path in &record_paths {
        let texts = lines(sample.text(path), |line| {
            line.trim_start().starts_with("en: ").then(|| {
                if line.ends_with('\'') || line.ends_with('"') {
                    line.to_owned()
                } else {
                    format!("{line} (revised)")
                }
            })
        });
        edits.extend(texts.into_iter().step_by(5).take(8).map(|text| edit(path, text)));
    }
    // Every commitment may get another report, and every text may say more.
    let folders: BTreeSet<String> = sample
        .paths()
        .into_iter()
        .filter(|path| path.starts_with("content/") && path.contains("/20"))
        .filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
        .collect();
    for folder in folders.iter().take(16) {
        edits.push(edit(
            &format!("{folder}/2026-11-20-news.md"),
            "---\nkind: fact\ntitle: {ja: 現地を確認しました, en: Seen on site}\npublished: \
             2026-11-20\n---\n現地を確認しました。\n"
                .replace("{ja: 現地を確認しました, en: Seen on site}", "現地を確認しました"),
        ));
    }
    let pages = sample.paths().into_iter().filter(|path| {
        path.starts_with("content/") && path.ends_with(".md") && !sample.text(path).contains("redacted:")
    });
    edits.extend(
        pages
            .step_by(6)
            .take(20)
            .map(|path| edit(path, format!("{}\n", sample.text(path).trim_end()))),
    );
    // Themes and titles that keep their word are the editors' own.
    for path in &record_paths {
        edits.extend(
            lines(sample.text(path), |line| {
                line.trim().starts_with("subjects: [").then(String::new)
            })
            .into_iter()
            .take(2)
            .map(|text| edit(path, text)),
        );
    }
    edits.push(edit(
        "content/news.md",
        "---\ntitle: お知らせ\n---\n新しいページです。\n".to_owned(),
    ));
    assert!(edits.len() >= 50, "{} legitimate edits", edits.len());
    let faults = at_once(&edits, |edit| {
        let english = edit.file.replace(".md", ".en.md");
        let new_text = edit.file.ends_with(".md")
            && !edit.file.ends_with(".en.md")
            && !sample.0.contains_key(&edit.file);
        let mut all = vec![edit.clone()];
        if new_text {
            all.push(Edit {
                site: Which::Sample,
                file: english.clone(),
                text: Some("---\ntitle: News\ntranslation: {by: human}\n---\nSomething new.\n".to_owned()),
            });
        }
        let found = with_edits(Which::Sample, &all, |site| {
            if new_text {
                site.koyaku(&["translated", &english]).succeeds();
            }
            shown(site)
        });
        let new: Vec<&String> = found.difference(&KNOWN[&Which::Sample]).collect();
        (!new.is_empty()).then(|| format!("{}: {new:?}", edit.file))
    });
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "refused without need:\n{}", faults.join("\n"));
}
