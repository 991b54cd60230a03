//! Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

use super::position::{Positions, TextOf};
use super::{Diagnostic, human::EditorLanguage, order::in_order};

/// One command a line. `root` is the site's folder as the workflow sees it, for GitHub looks for files from
/// there.
pub fn render(
    diagnostics: &[Diagnostic],
    language: EditorLanguage,
    root: &str,
    text_of: &TextOf<'_>,
) -> String {
    let mut positions = Positions::new(text_of);
    in_order(diagnostics)
        .into_iter()
        .map(|at| one(&diagnostics[at], language, root, &mut positions))
        .collect()
}

fn one(problem: &Diagnostic, language: EditorLanguage, root: &str, positions: &mut Positions<'_>) -> String {
    let command = problem.severity.word();
    let mut properties = format!("file={}", property(&format!("{root}{}", problem.place.file)));
    if let Some(region) = positions.region(&problem.place) {
        properties += &format!(",line={},col={}", region.line, region.column);
        properties += &format!(",endLine={}", region.end_line);
        // GitHub shows columns of a single line only, and calls the last one the end.
        if region.end_line == region.line {
            properties += &format!(",endColumn={}", (region.end_column - 1).max(region.column));
        }
    }
    properties += &format!(",title={}", property(problem.code.name()));
    let mut words = problem.message.in_language(language).to_owned();
    for (place, note) in &problem.related {
        let line = positions
            .region(place)
            .map_or_else(String::new, |region| format!(":{}", region.line));
        words += &format!("\n{}{line}: {}", place.file, note.in_language(language));
    }
    if let Some(remedy) = &problem.remedy {
        words += &format!("\n→ {}", remedy.in_language(language));
    }
    format!("::{command} {properties}::{}\n", data(&words))
}

/// What would end the command is written as GitHub's runner reads it back.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
