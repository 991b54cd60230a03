//! Which files need each other in a circle, read from the paths in their code. What a file takes from its own
//! parent is no part of a circle: the two are read together. It understands names as text, not as types.

use super::sources::{Source, sources};
use std::collections::{BTreeMap, BTreeSet};

/// A path of the crate, `model::walk::Walk`, segment by segment.
type Path = Vec<String>;

/// Every need of one file for another that is part of a circle within the rooms, as `a needs b`.
pub fn circles(rooms: &[&str]) -> Vec<String> {
    let sources = sources();
    let house = House::of(&sources);
    let mut needs: BTreeSet<(&str, &str)> = BTreeSet::new();
    for source in sources.iter().filter(|source| rooms.contains(&source.room())) {
        let own = module(source);
        let parent = own.split_last().and_then(|(_, parent)| house.files.get(parent));
        let needed = paths(source)
            .into_iter()
            .filter_map(|path| house.file_of(&own, &path));
        let others = needed.filter(|file| *file != source.path && Some(file) != parent);
        needs.extend(others.map(|file| (&*source.path, file)));
    }
    // What needs nothing that is left, or is needed by nothing that is left, is in no circle.
    loop {
        let all = needs.len();
        let needing: BTreeSet<&str> = needs.iter().map(|(from, _)| *from).collect();
        let needed: BTreeSet<&str> = needs.iter().map(|(_, to)| *to).collect();
        needs.retain(|(from, to)| needed.contains(from) && needing.contains(to));
        if needs.len() == all {
            break;
        }
    }
    needs
        .iter()
        .map(|(from, to)| format!("{from} needs {to}"))
        .collect()
}

/// All modules with their files, and what they pass on under a name of their own.
struct House<'s> {
    files: BTreeMap<Path, &'s str>,
    passed_on: BTreeMap<Path, Path>,
}

impl<'s> House<'s> {
    fn of(sources: &'s [Source]) -> Self {
        let files = sources.iter().map(|source| (module(source), &*source.path));
        let mut house = Self {
            files: files.collect(),
            passed_on: BTreeMap::new(),
        };
        for source in sources {
            let own = module(source);
            let passed_on = ["pub use ", "pub(crate) use "].map(|word| trees(&source.code, word));
            for path in passed_on.iter().flatten().flat_map(|tree| expanded(tree)) {
                let name = [&own[..], &path[path.len() - 1..]].concat();
                if let Some(path) = house
                    .absolute(&own, &path)
                    .filter(|_| !house.files.contains_key(&name))
                {
                    house.passed_on.insert(name, path);
                }
            }
        }
        house
    }

    /// A path as it is read from the top of the crate; `None` for what is not of the crate.
    fn absolute(&self, own: &[String], path: &[String]) -> Option<Path> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let child = [own, &path[..1]].concat();
        match &*path[0] {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([own, &path[1..]].concat()),
            "super" => Some([&own[..own.len() - ups], &path[ups..]].concat()),
            _ => self.files.contains_key(&child).then(|| [own, path].concat()),
        }
    }

    /// The file in which something is defined, however many others pass it on.
    fn file_of(&self, own: &[String], path: &[String]) -> Option<&'s str> {
        let mut path = self.absolute(own, path)?;
        while let Some(length) = (1..=path.len()).find(|length| self.passed_on.contains_key(&path[..*length]))
        {
            path = [&self.passed_on[&path[..length]], &path[length..]].concat();
        }
        let lengths = (1..=path.len()).rev();
        lengths
            .filter_map(|length| self.files.get(&path[..length]).copied())
            .next()
    }
}

/// The module that a file is.
fn module(source: &Source) -> Path {
    let path = source.path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// Every path in the code of a file, those of its `use` lines among them.
fn paths(source: &Source) -> Vec<Path> {
    let used = trees(&source.code, "use ");
    let mut paths: Vec<Path> = used.iter().flat_map(|tree| expanded(tree)).collect();
    let no_path = |character: char| !character.is_alphanumeric() && character != '_' && character != ':';
    // What ends in `::` begins a group of a `use` line, which has been read already.
    let words = source
        .code
        .split(no_path)
        .filter(|word| word.contains("::") && !word.ends_with("::"));
    paths.extend(words.flat_map(|word| expanded(word.trim_matches(':'))));
    paths
}

/// What stands in a file between a word that begins a statement and the end of that.
fn trees<'c>(code: &'c str, word: &str) -> Vec<&'c str> {
    let begun = code.split(word).skip(1);
    begun.filter_map(|rest| rest.split(';').next()).collect()
}

/// `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expanded(tree: &str) -> Vec<Path> {
    let Some((before, inside)) = tree.split_once('{') else {
        let name = tree.split(" as ").next().unwrap_or_default();
        return vec![name.split("::").map(|part| part.trim().to_owned()).collect()];
    };
    let mut depth = 0;
    let inside = inside
        .trim_end()
        .trim_end_matches(',')
        .strip_suffix('}')
        .unwrap_or(inside);
    let parts = inside.split(|character| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        character == ',' && depth == 0
    });
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| expanded(&format!("{before}{}", part.trim())))
        .collect()
}
