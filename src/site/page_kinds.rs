//! The page kinds, a line each. The type of spots, the addresses of pages, the list of all pages, what shows
//! them, the templates that a theme must have and the words that no city may be called follow from it.

use super::address::write_address;
use super::deadlines::DeadlineList;
use super::linked::Site;
use super::node::{MunicipalityIx, Node, StatusIx};

/// Gives every kind to a macro: the name, which is that of its template, its address, and the function of
/// `pages::kinds` that shows it. Those that stand `alone` also say how many pages of them there are; what a
/// kind of `others` is about is named in its address.
macro_rules! page_kinds {
    ($with:ident) => {
        $with! {
            alone {
                Home "home" "/" home::home_page, always;
                Subjects "subjects" "/subjects/" subjects::subjects_page, with_subjects;
                Glossary "glossary" "/glossary/" glossary::glossary_page, with_terms;
                Updates "updates" "/updates/" updates::updates_page, with_events;
                Amendments "amendments" "/amendments/" amendments::amendments_page, by_amendments;
                Deadlines "deadlines" "/deadlines/" deadlines::deadlines_page, with_deadlines;
                Translations
                    "translations" "/translations/" translations::translations_page, with_translations;
                Data "data" "/data/" data::data_page, always;
                Search "search" "/search/" search::search_page, always;
                NotFound "not-found" "/404.html" not_found::not_found_page, always;
            }
            others {
                Month(year: i16, month: i8) "month" "/updates/<year>-<month>/" updates::month;
                DeadlineList(list: DeadlineList) "deadline-list" "/deadlines/<list>/" deadlines::list;
                Departments(city: MunicipalityIx)
                    "departments" "/<city>/departments/" departments::departments_page;
                Status(city: MunicipalityIx, status: StatusIx)
                    "status-list" "/<city>/statuses/<status>/" status::status_page;
            }
            nodes {
                Municipality(MunicipalityIx) "municipality" "/<city>/" municipality::municipality_page;
                Document(DocumentIx) "document" "/<city>/<document>/" document::document_page;
                Section(SectionIx) "section" "/<city>/<document>/<section>/" section::section_page;
                Commitment(CommitmentIx)
                    "commitment" "/<city>/<document>/<commitment>/" commitment::commitment_page;
                Indicator(IndicatorIx)
                    "indicator" "/<city>/<document>/<indicator>/" indicator_page::indicator_page;
                Department(DepartmentIx) "department" "/<city>/departments/<id>/" department::department_page;
                Area(AreaIx) "area" "/<city>/areas/<id>/" area::area_page;
                Subject(SubjectIx) "subject" "/subjects/<subject>/" subject::subject_page;
                Term(TermIx) "term" "/glossary/<term>/" term::term_page;
                Page(PageIx) "page" "/<page>/" page::plain_page;
            }
        }
    };
}

pub(crate) use page_kinds;

macro_rules! names_and_addresses {
    (
        alone { $($lone:ident $lone_name:literal $lone_address:literal $lone_view:path, $pages:ident;)+ }
        others { $($other:ident($($part:ident: $type:ty),+) $name:literal $address:literal $view:path;)+ }
        nodes { $($node:ident($index:ty) $node_name:literal $node_address:literal $node_view:path;)+ }
    ) => {
        /// What a page is about. Nodes that are only a part of a page do not occur here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Spot {
            $(
                #[doc = concat!("The page at `", $lone_address, "`.")]
                $lone,
            )+
            $(
                #[doc = concat!("A page at `", $address, "`, by what stands in the brackets.")]
                $other($($type),+),
            )+
            /// A node with a page of its own, at the address of the node.
            Node(Node),
        }

        /// Every kind: its name, and its address with what stands for ids in pointed brackets.
        pub const PAGE_KINDS: &[(&str, &str)] = &[
            $(($lone_name, $lone_address),)+
            $(($name, $address),)+
            $(($node_name, $node_address),)+
        ];

        impl Spot {
            /// The name of its kind; `None` for a node that has no page of its own.
            pub(crate) fn kind(self) -> Option<&'static str> {
                match self {
                    $(Spot::$lone => Some($lone_name),)+
                    $(Spot::$other(..) => Some($name),)+
                    $(Spot::Node(Node::$node(..)) => Some($node_name),)+
                    Spot::Node(_) => None,
                }
            }

            /// The address of its kind, and what stands in it for the words in brackets. A node has an
            /// address of its own.
            fn address(self, site: &Site) -> Result<(&'static str, Vec<String>), Node> {
                match self {
                    $(Spot::$lone => Ok(($lone_address, Vec::new())),)+
                    $(Spot::$other($($part),+) => Ok(($address, vec![$($part.in_address(site)),+])),)+
                    Spot::Node(node) => Err(node),
                }
            }
        }
    };
}

page_kinds!(names_and_addresses);

/// Appends the address of a page without the slash at its beginning: `updates/2026-06/`.
pub(crate) fn write_page_address(site: &Site, spot: Spot, out: &mut String) {
    let (mut rest, parts) = match spot.address(site) {
        Ok((address, parts)) => (&address[1..], parts),
        Err(node) => {
            write_address(site, node, out);
            return out.push('/');
        }
    };
    for part in parts {
        let (before, behind) = rest.split_once('<').unwrap_or((rest, ""));
        out.push_str(before);
        out.push_str(&part);
        rest = behind.split_once('>').map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
}

/// The first parts of addresses that koyaku keeps for itself: those of its pages, the folder of English, and
/// what stands or stood beside cities.
pub fn reserved() -> impl Iterator<Item = &'static str> {
    // Subjects stood under `themes` until they were called that: redirects stand there.
    let others = ["en", "themes", "areas", "departments", "about"];
    let first = PAGE_KINDS
        .iter()
        .filter_map(|(_, address)| address.split('/').nth(1));
    let words = first.filter(|word| !word.is_empty() && !word.contains(['<', '.']));
    words.chain(others)
}

/// What stands for a value in an address.
trait InAddress {
    fn in_address(&self, site: &Site) -> String;
}

impl InAddress for i16 {
    fn in_address(&self, _: &Site) -> String {
        format!("{self:04}")
    }
}

impl InAddress for i8 {
    fn in_address(&self, _: &Site) -> String {
        format!("{self:02}")
    }
}

impl InAddress for DeadlineList {
    fn in_address(&self, _: &Site) -> String {
        self.word().to_owned()
    }
}

impl InAddress for MunicipalityIx {
    fn in_address(&self, site: &Site) -> String {
        site[*self].id.to_string()
    }
}

impl InAddress for StatusIx {
    fn in_address(&self, site: &Site) -> String {
        site[*self].id.to_string()
    }
}
