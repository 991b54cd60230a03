//! Whose each problem is: the document it belongs to, and the department that leads the commitment. It judges
//! nothing; what it cannot tell it leaves open.

use crate::diagnostic::{At, Diagnostic, Message, Path, Place, summary::Whose};
use crate::model::{FiscalYear, Language, Section as SectionRecord, Text};
use crate::site::{ActionIx, IndicatorIx, LinkedCommitment, Node, Site, place};
use std::collections::HashMap;

/// For each problem, whose it is. Places are still those that the rules gave.
pub(crate) fn whose(site: &Site, problems: &[Diagnostic]) -> Vec<Whose> {
    if problems.is_empty() {
        return Vec::new();
    }
    let commitments = site.commitments.iter().filter_map(|commitment| {
        let at = key(&place::commitment(site, commitment, Path::default()))?;
        Some(((&*site[commitment.document].file, at), commitment))
    });
    let records: HashMap<(&str, String), &LinkedCommitment> = commitments.collect();
    problems
        .iter()
        .map(|problem| {
            let node = in_content(site, &problem.place.file);
            let recorded = key(&problem.place).and_then(|at| records.get(&(&*problem.place.file, at)));
            let commitment = match node {
                Some(
                    Node::Commitment(commitment)
                    | Node::Action(ActionIx { commitment, .. })
                    | Node::Indicator(IndicatorIx { commitment, .. }),
                ) => Some(&site[commitment]),
                _ => recorded.copied(),
            };
            Whose {
                document: document(site, node, &problem.place.file),
                department: commitment.and_then(|commitment| lead(site, commitment)),
            }
        })
        .collect()
}

/// The node in whose folder a text stands.
fn in_content(site: &Site, file: &str) -> Option<Node> {
    let mut folder = file.strip_prefix("content/")?;
    while let Some((above, _)) = folder.rsplit_once('/') {
        if let Some(node) = site.addresses.get(above) {
            return Some(*node);
        }
        folder = above;
    }
    None
}

fn document(site: &Site, node: Option<Node>, file: &str) -> Option<Box<str>> {
    let recorded = || {
        let path = file.strip_prefix("seeds/")?;
        let address = path
            .strip_suffix(".yaml")
            .or_else(|| path.strip_suffix(".ledger.jsonl"))?;
        (!address.ends_with("/municipality")).then(|| address.into())
    };
    let found = node.and_then(|node| site.document_of(node)).map(|index| {
        let document = &site[index];
        format!("{}/{}", site[document.municipality].id, document.id).into_boxed_str()
    });
    found.or_else(recorded)
}

/// The path of the commitment that a place of a record lies in.
fn key(place: &Place) -> Option<String> {
    let At::Yaml(path) = &place.at else {
        return None;
    };
    let list = path
        .steps()
        .iter()
        .position(|step| step.key() == SectionRecord::commitments)?;
    let mut above = Path::default();
    for step in path.steps().get(..list + 2)? {
        above.push(step.clone());
    }
    Some(above.to_string())
}

/// The department that leads a commitment now, or led it last.
fn lead(site: &Site, commitment: &LinkedCommitment) -> Option<Message> {
    let year = FiscalYear::containing(site.options.as_of);
    let holds = |from: Option<FiscalYear>, to: Option<FiscalYear>| {
        from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)
    };
    let now = commitment.departments.iter().find(|one| holds(one.from, one.to));
    let lead = now.or(commitment.departments.last())?.lead;
    let name = |text: &Text, language| site.text(text, language).1.to_owned();
    let name_of = &site[lead].record.name;
    Some(Message::new(
        name(name_of, Language::JAPANESE),
        name(name_of, Language::ENGLISH),
    ))
}
