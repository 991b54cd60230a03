//! The rules that hold for every page of every site that koyaku builds. Each gives its faults as sentences;
//! none is an answer too.

use super::pages::{Page, Pages, Reference};
use koyaku::model::Language;
use percent_encoding::percent_decode_str;
use std::collections::{BTreeSet, HashSet};

impl Pages {
    /// Fails with every fault that any rule finds.
    pub fn sound(&self) {
        let faults = [
            self.broken_links(),
            self.doubled_ids(),
            self.wrong_languages(),
            self.wrong_structure(),
            self.unfilled_words(),
        ]
        .concat();
        assert!(
            faults.is_empty(),
            "{} faults in {} pages:\n{}",
            faults.len(),
            self.pages.len(),
            faults.join("\n")
        );
    }

    /// Links, anchors, pictures, stylesheets and scripts that lead nowhere.
    pub fn broken_links(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, page) in &self.pages {
            for reference in &page.links {
                if let Err(fault) = self.follow(path, &reference.to) {
                    faults.push(format!(
                        "{path}: <{}> leads to {}: {fault}",
                        reference.element, reference.to
                    ));
                }
            }
            let ids: HashSet<&String> = page.ids.iter().collect();
            faults.extend(
                page.names
                    .iter()
                    .filter(|name| !ids.contains(name))
                    .map(|name| format!("{path}: an attribute names #{name}, which is not there")),
            );
        }
        faults
    }

    pub fn doubled_ids(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, page) in &self.pages {
            let mut seen = HashSet::new();
            faults.extend(
                page.ids
                    .iter()
                    .filter(|id| !seen.insert(*id))
                    .map(|id| format!("{path}: the id {id} stands twice")),
            );
            faults.extend(
                page.ids
                    .iter()
                    .filter(|id| id.is_empty())
                    .map(|_| format!("{path}: an id is empty")),
            );
        }
        faults
    }

    /// `lang` must be a language tag everywhere, and the page's own must be that of its folder.
    pub fn wrong_languages(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, page) in &self.pages {
            faults.extend(
                page.langs
                    .iter()
                    .filter(|lang| Language::parse(lang).is_err())
                    .map(|lang| format!("{path}: lang=\"{lang}\"")),
            );
            let folder = path.split('/').next().unwrap_or_default();
            let expected = self.languages[1..]
                .iter()
                .find(|language| **language == folder)
                .unwrap_or(&self.languages[0]);
            if page.lang.as_deref() != Some(*expected) {
                faults.push(format!("{path}: html[lang] is {:?}, not {expected}", page.lang));
            }
        }
        faults
    }

    /// One h1, no skipped level, a title, and nothing that a strict content security policy forbids.
    pub fn wrong_structure(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, page) in &self.pages {
            faults.extend(page.forbidden.iter().map(|fault| format!("{path}: {fault}")));
            if page.title.trim().is_empty() {
                faults.push(format!("{path}: the title is empty"));
            }
            if page.headings.iter().filter(|&&level| level == 1).count() != 1 {
                faults.push(format!("{path}: {:?} should hold one h1", page.headings));
            }
            for pair in page.headings.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
                faults.push(format!("{path}: h{} follows h{}", pair[1], pair[0]));
            }
        }
        faults
    }

    /// Words that a template or a script should have put something else in place of.
    pub fn unfilled_words(&self) -> Vec<String> {
        let words = |(path, page): (&String, &Page)| -> Vec<String> {
            page.unfilled
                .iter()
                .map(|text| format!("{path}: readers see “{text}”"))
                .collect()
        };
        self.pages.iter().flat_map(words).collect()
    }

    /// Canonical addresses and alternates for a site published at `url`, which has no slash at its end.
    pub fn wrong_alternates(&self, url: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, page) in self
            .pages
            .iter()
            .filter(|(path, page)| !page.redirect && !path.ends_with("404.html"))
        {
            let own = format!("{url}/{}", address(path));
            if page.canonical != [own.clone()] {
                faults.push(format!("{path}: canonical is {:?}, not {own}", page.canonical));
            }
            let alternates: Vec<&str> = page.alternates.iter().map(|(lang, _)| lang.as_str()).collect();
            if alternates != [&self.languages[..], &["x-default"]].concat() {
                faults.push(format!("{path}: hreflang {alternates:?}"));
            }
            for (lang, href) in &page.alternates {
                match href
                    .strip_prefix(&format!("{url}/"))
                    .and_then(|rest| self.pages.get(&file(rest)))
                {
                    None => faults.push(format!(
                        "{path}: hreflang {lang} leads to {href}, which is not there"
                    )),
                    Some(other) if other.alternates != page.alternates => {
                        faults.push(format!("{path}: {href} does not point back"));
                    }
                    Some(_) => {}
                }
            }
        }
        faults
    }

    /// The sitemap must list exactly the pages that a reader may find, by their absolute addresses.
    pub fn wrong_sitemap(&self, url: &str) -> Vec<String> {
        let expected: BTreeSet<String> = self
            .pages
            .iter()
            .filter(|(path, page)| {
                !page.redirect
                    && !path.ends_with("404.html")
                    && !page.robots.as_deref().unwrap_or_default().contains("noindex")
            })
            .map(|(path, _)| format!("{url}/{}", address(path)))
            .collect();
        let maps = self
            .tree
            .0
            .keys()
            .filter(|path| path.starts_with("sitemap") && path.ends_with(".xml"));
        let listed: Vec<String> = maps
            .flat_map(|path| locations(self.tree.text(path)))
            .filter(|location| !location.ends_with(".xml"))
            .collect();
        let set: BTreeSet<String> = listed.iter().cloned().collect();
        let mut faults: Vec<String> = expected
            .difference(&set)
            .map(|page| format!("the sitemap lacks {page}"))
            .collect();
        faults.extend(
            set.difference(&expected)
                .map(|page| format!("the sitemap lists {page}, which is no page")),
        );
        if listed.len() != set.len() {
            faults.push("the sitemap lists an address twice".to_owned());
        }
        faults
    }

    /// For a site that is read from a folder: every link must name a file. The page for what is not found is
    /// never met there.
    pub fn links_to_folders(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, page) in self.pages.iter().filter(|(path, _)| !path.ends_with("404.html")) {
            let inside = |reference: &&Reference| !is_external(&reference.to);
            for reference in page.links.iter().filter(inside) {
                let target = reference.to.split(['#', '?']).next().unwrap_or_default();
                if target.ends_with(['/', '.']) || target.starts_with('/') {
                    faults.push(format!(
                        "{path}: <{}> leads to {}",
                        reference.element, reference.to
                    ));
                }
            }
        }
        faults
    }

    /// Follows an address from the page at `path`.
    fn follow(&self, path: &str, to: &str) -> Result<(), String> {
        if is_external(to) {
            return Ok(());
        }
        if to.is_empty() {
            return Err("the address is empty".to_owned());
        }
        let (target, anchor) = to
            .split_once('#')
            .map_or((to, None), |(target, anchor)| (target, Some(anchor)));
        let target = target.split('?').next().unwrap_or_default();
        let file = if target.is_empty() {
            path.to_owned()
        } else {
            self.resolve(path, target).ok_or("it leaves the site")?
        };
        if !self.tree.0.contains_key(&file) {
            return Err(format!("there is no {file}"));
        }
        let Some(anchor) = anchor else { return Ok(()) };
        let anchor = percent_decode_str(anchor)
            .decode_utf8()
            .map_err(|_| "its anchor is not text")?;
        let page: &Page = self
            .pages
            .get(&file)
            .ok_or_else(|| format!("{file} is no page and has no anchors"))?;
        if page.ids.iter().any(|id| *id == *anchor) {
            Ok(())
        } else {
            Err(format!("{file} has no #{anchor}"))
        }
    }

    /// The file that an address without an anchor names; `None` when it leads out of the site.
    fn resolve(&self, path: &str, target: &str) -> Option<String> {
        let target = percent_decode_str(target).decode_utf8().ok()?;
        let (mut parts, rest): (Vec<&str>, &str) = match target.strip_prefix('/') {
            Some(_) => (Vec::new(), target.strip_prefix(self.base.as_str())?),
            None => (
                path.rsplit_once('/')
                    .map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
                &target,
            ),
        };
        for part in rest.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        let folder = rest.is_empty() || rest.ends_with(['/', '.']);
        let joined = parts.join("/");
        Some(if folder {
            file(&if joined.is_empty() { joined } else { joined + "/" })
        } else {
            joined
        })
    }
}

fn is_external(to: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| to.starts_with(scheme))
}

/// `a/b/index.html` is found at `a/b/`.
fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// `a/b/` is the file `a/b/index.html`.
fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

fn locations(sitemap: &str) -> Vec<String> {
    let parts = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|part| part.split_once("</loc>"));
    parts
        .map(|(location, _)| location.replace("&amp;", "&"))
        .collect()
}
