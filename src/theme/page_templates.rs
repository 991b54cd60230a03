//! The templates that plain pages name: each must be one of the site's own theme that is there for nothing
//! else.

use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::model::{Id, PageHead};
use crate::site::{PAGE_KINDS, PageIx, Site, ThemeFiles};
use crate::theme::{WORDS, assets, offered};

/// Templates that every page is made from.
const SHARED: [&str; 4] = ["layout", "head", "header", "footer"];

/// Reports the pages whose template there is not, or is that of a page kind.
pub(crate) fn check(files: &ThemeFiles, site: &Site, problems: &mut Vec<Diagnostic>) {
    let own = own_templates(files);
    for index in PageIx::all(site) {
        let page = &site[index];
        let wanted = page.template.as_ref().map(Id::as_str);
        if let Some(wanted) = wanted.filter(|wanted| !own.contains(wanted)) {
            let place = Place::yaml(&page.texts[0].prose.file, path_to![PageHead::template]);
            problems.push(refused(wanted, &own, place));
        }
    }
}

/// The templates that a page may name, in the order of the alphabet.
fn own_templates(files: &ThemeFiles) -> Vec<&str> {
    let templates = assets::templates(files).into_iter();
    let own = templates.filter(|(_, file)| file.is_own());
    own.filter_map(|(name, _)| name.strip_suffix(".html"))
        .filter(|name| !name.contains('/') && !is_taken(name))
        .collect()
}

fn is_taken(name: &str) -> bool {
    SHARED.contains(&name) || PAGE_KINDS.iter().any(|(kind, _)| *kind == name)
}

fn refused(wanted: &str, own: &[&str], place: Place) -> Diagnostic {
    let names = offered::remedy(wanted, own.iter().copied(), false);
    let (message, otherwise) = if is_taken(wanted) {
        let message = WORDS.say("page-template-taken", &[("name", &wanted)]);
        (message, WORDS.say("page-template-taken.remedy", &[]))
    } else {
        let message = WORDS.say("page-template", &[("name", &wanted)]);
        (message, WORDS.say("page-template.remedy", &[("name", &wanted)]))
    };
    Diagnostic::error(Code::ThemeTemplate, place, message).remedy(names.unwrap_or(otherwise))
}
