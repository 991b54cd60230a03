//! The page that is being made: its site, language and place. Everything that a view shows of the model
//! passes through here, so that no text of another language goes unmarked and every link starts from the
//! right folder.

use crate::facts::Facts;
use crate::html::href::{Base, LinkStyle};
use crate::html::{Html, Link, Noted, Passage, Writing, format, href};
use crate::lexicon::fold;
use crate::model::{Date, FiscalYear, Language, Period, Text, Value};
use crate::pages::{Basis, Sizes, excerpt};
use crate::site::{
    Freshness, IndicatorIx, LinkedPage, LinkedTerm, Node, PageAt, PageText, Prose, ReadSite, ReportIx, Site,
    Spot, TermText, chosen, is_of_no_language,
};
use crate::theme::{Filling, Texts, Theme, Voice};
use std::borrow::Cow;

/// A page in one language.
pub(crate) struct Scope<'s> {
    pub facts: &'s Facts,
    pub theme: &'s Theme,
    /// Known on pages only, which are made after the files.
    pub sizes: Option<&'s Sizes>,
    pub site: &'s ReadSite,
    pub language: Language,
    /// The language of the sources.
    pub first: Language,
    pub voice: &'s Voice,
    pub page: PageAt,
    /// The path of the page in the output.
    pub path: String,
    pub base: Base,
    style: LinkStyle,
}

impl<'s> Scope<'s> {
    pub(crate) fn new(basis: &'s Basis, page: PageAt, language: Language) -> Self {
        let site = &basis.facts.site;
        let path = href::path(site, page, language);
        let base = if page.spot == Spot::NotFound {
            Base::Root(site.options.base_path())
        } else {
            Base::Folder(path.clone())
        };
        Self {
            facts: &basis.facts,
            theme: &basis.theme,
            sizes: None,
            site,
            language,
            first: site.first_language(),
            voice: basis.theme.voice(language),
            page,
            path,
            base,
            style: style(site),
        }
    }

    /// A page that can tell of the files beside it.
    pub(crate) fn beside_files(self, sizes: &'s Sizes) -> Self {
        Self {
            sizes: Some(sizes),
            ..self
        }
    }

    /// No page: what is made for the files of a language.
    pub(crate) fn for_files(basis: &'s Basis, language: Language) -> Self {
        Self::new(basis, PageAt::first(Spot::Home), language)
    }

    /// Where a node is shown, below the folder of the language.
    pub(crate) fn path_of(&self, node: Node) -> String {
        let (page, anchor) = self.facts.place_of(node);
        let home = href::path(self.site, PageAt::first(Spot::Home), self.language);
        let path = href::path(self.site, page, self.language).split_off(home.len());
        anchor.map_or(path.clone(), |anchor| format!("{path}#{anchor}"))
    }

    /// How many folders the page stands below those of its language.
    pub(crate) fn depth(&self) -> usize {
        self.path.matches('/').count() - usize::from(!self.is_first())
    }

    /// Whether the page is in the language of the sources.
    pub(crate) fn is_first(&self) -> bool {
        self.language == self.first
    }

    /// The tag of the language of the sources.
    pub(crate) fn first_tag(&self) -> &'s str {
        self.texts_of(self.first).language_tag()
    }

    /// The texts of the theme in a language.
    pub(crate) fn texts_of(&self, language: Language) -> &'s Texts {
        &self.theme.voice(language).texts
    }

    /// Text in the page's language, or in another one with its mark.
    pub(crate) fn text(&self, text: &'s Text) -> Passage<'s> {
        let (found, text) = self.site.text(text, self.language);
        self.passage(found, text)
    }

    pub(crate) fn optional(&self, text: Option<&'s Text>) -> Option<Passage<'s>> {
        text.map(|text| self.text(text))
    }

    /// Text that should be in the page's language and may not be.
    pub(crate) fn passage(&self, found: Language, text: impl Into<Cow<'s, str>>) -> Passage<'s> {
        let text = text.into();
        let lang = (found != self.language && !is_of_no_language(&text, found)).then_some(found);
        let noted = Noted {
            untranslated: lang.is_some(),
            stale: false,
        };
        Passage { text, lang, noted }
    }

    /// What a text says of its subject, which may be an old translation.
    pub(crate) fn told(&self, prose: &Prose, text: &'s str) -> Passage<'s> {
        let passage = self.passage(prose.language, text);
        let noted = match prose.freshness {
            Freshness::Stale => passage.noted.and(Noted::STALE),
            _ => passage.noted,
        };
        Passage { noted, ..passage }
    }

    /// Words of the record that are shown as printed on pages of every language.
    pub(crate) fn printed(&self, text: &'s str) -> Passage<'s> {
        Passage {
            text: text.into(),
            lang: (!self.is_first()).then_some(self.first),
            noted: Noted::default(),
        }
    }

    /// The original of a text whose translation the page shows; nothing on pages of the first language.
    pub(crate) fn original(&self, text: &'s Text) -> Option<Passage<'s>> {
        if self.is_first() || text.get(self.language, self.first).is_none() {
            return None;
        }
        text.get(self.first, self.first)
            .map(|original| self.printed(original))
    }

    /// The text of a list by language that suits the page: its own language, else the first that there is.
    pub(crate) fn choose<'t, T>(&self, texts: &'t [T], prose: impl Fn(&T) -> &Prose) -> Option<&'t T> {
        chosen(self.site, texts, prose, self.language)
    }

    pub(crate) fn text_of_term(&self, term: &'s LinkedTerm) -> &'s TermText {
        self.choose(&term.texts, |text| &text.prose)
            .expect("a term has a text in at least one language")
    }

    pub(crate) fn text_of_page(&self, page: &'s LinkedPage) -> &'s PageText {
        self.choose(&page.texts, |text| &text.prose)
            .expect("a page has a text in at least one language")
    }

    /// The word of the theme for what a record chooses from a list, where it does.
    pub(crate) fn chosen(&self, group: &str, choice: Option<&str>) -> Option<&'s str> {
        choice.map(|choice| self.choice(group, choice))
    }

    /// How the name of a node is read.
    pub(crate) fn reading_of(&self, node: Node) -> Option<&'s str> {
        let site = self.site;
        self.reading(match node {
            Node::Municipality(index) => site[index].record.reading.as_deref(),
            Node::Department(index) => site[index].record.reading.as_deref(),
            Node::Area(index) => site[index].record.reading.as_deref(),
            Node::Term(index) => site[index].reading.as_deref(),
            _ => None,
        })
    }

    /// Kana help those who read Japanese, and nobody else.
    pub(crate) fn reading(&self, reading: Option<&'s str>) -> Option<&'s str> {
        reading.filter(|_| self.language.is_japanese())
    }

    /// The values reported of an indicator, oldest report first.
    pub(crate) fn values_of(&self, indicator: IndicatorIx) -> impl Iterator<Item = &'s Value> {
        let values = self.facts.values_of(indicator).iter();
        values.map(|&value| &self.site[value])
    }

    /// How the language of the page writes.
    pub(crate) fn writing(&self) -> &'s Writing {
        &self.voice.texts.writing
    }

    /// How the language of a text writes; as the page does where the site has no page in it.
    pub(crate) fn writing_of(&self, language: Language) -> &'s Writing {
        let mut voices = self.theme.voices.iter();
        let own = voices.find(|voice| voice.language == language);
        own.map_or(self.writing(), |voice| &voice.texts.writing)
    }

    /// What the language of the page calls the one of the sources: by its own name where it has no word for
    /// it.
    pub(crate) fn name_of_first(&self) -> &'s str {
        let own = || self.texts_of(self.first).word("language_name");
        self.voice.texts.name_of(self.first).unwrap_or_else(own)
    }

    pub(crate) fn word(&self, key: &str) -> &'s str {
        self.voice.texts.word(key)
    }

    /// A word of the theme as a title.
    pub(crate) fn named(&self, key: &str) -> Passage<'s> {
        Passage::native(self.word(key))
    }

    pub(crate) fn choice(&self, group: &str, choice: &str) -> &'s str {
        self.voice.texts.choice(group, choice)
    }

    /// A sentence of the theme with its placeholders filled.
    pub(crate) fn fill(&self, key: &str, fillings: &[(&str, &dyn Filling)]) -> String {
        self.voice.texts.fill(key, fillings)
    }

    /// The same with parts that are HTML; `n` chooses between one and many.
    pub(crate) fn fill_html(&self, key: &str, n: Option<u64>, fillings: &[(&str, &Html)]) -> Html {
        self.voice.texts.fill_html(key, n, fillings)
    }

    pub(crate) fn period(&self, period: Period) -> Html {
        Html::new(format::period_html(period, self.writing()))
    }

    pub(crate) fn date(&self, date: Date) -> Html {
        self.period(Period::Date(date))
    }

    pub(crate) fn fiscal_year(&self, year: FiscalYear) -> Html {
        self.period(Period::FiscalYear(year))
    }

    /// The absolute address of the page in a language. The 404 page has none, since it is shown at any
    /// address.
    pub(crate) fn absolute(&self, language: Language) -> Option<String> {
        let base = self.site.options.base_url.as_deref();
        let base = base.filter(|_| self.page.spot != Spot::NotFound)?;
        Some(format!("{base}/{}", href::path(self.site, self.page, language)))
    }

    /// The link to a page in the language of this one.
    pub(crate) fn href(&self, page: PageAt) -> String {
        self.href_in(page, self.language)
    }

    pub(crate) fn href_in(&self, page: PageAt, language: Language) -> String {
        href::link(&self.base, &href::path(self.site, page, language), self.style)
    }

    /// The link to a node: its page, with its anchor where it is a part of a page.
    pub(crate) fn href_of(&self, node: Node) -> String {
        let (page, anchor) = self.facts.place_of(node);
        self.with_anchor(page, anchor)
    }

    /// The link to an anchor of a page, which is only the anchor on the page itself.
    pub(crate) fn with_anchor(&self, page: PageAt, anchor: Option<&str>) -> String {
        match anchor {
            Some(anchor) if page == self.page => format!("#{anchor}"),
            Some(anchor) => format!("{}#{anchor}", self.href(page)),
            None => self.href(page),
        }
    }

    /// The link to a file of the output that is no page.
    pub(crate) fn href_of_file(&self, path: &str) -> String {
        href::link(&self.base, path, self.style)
    }

    /// The link to a report on the page of its node.
    pub(crate) fn href_of_report(&self, report: ReportIx) -> String {
        let node = self.site[report].node;
        let (page, _) = self.facts.place_of(node);
        self.with_anchor(page, Some(&report_id(self.site, report)))
    }

    pub(crate) fn link(&self, node: Node) -> Link<'s> {
        Link {
            href: self.href_of(node),
            title: self.title(node),
        }
    }

    /// The link with the title for navigation.
    pub(crate) fn short_link(&self, node: Node) -> Link<'s> {
        Link {
            href: self.href_of(node),
            title: self.short_title(node),
        }
    }

    /// The links to several nodes of one kind.
    pub(crate) fn links<T: Copy>(&self, all: &[T], node: impl Fn(T) -> Node) -> Vec<Link<'s>> {
        all.iter().map(|&one| self.link(node(one))).collect()
    }

    /// What stands before and what behind one of several.
    pub(crate) fn neighbours<T: Copy + PartialEq>(
        &self,
        all: &[T],
        own: T,
        node: impl Fn(T) -> Node,
    ) -> (Option<Link<'s>>, Option<Link<'s>>) {
        let at = all.iter().position(|one| *one == own);
        let link = |at: Option<usize>| all.get(at?).map(|&one| self.link(node(one)));
        (
            link(at.and_then(|at| at.checked_sub(1))),
            link(at.map(|at| at + 1)),
        )
    }

    /// What a function makes of each of several.
    pub(crate) fn each<T: Copy, View>(&self, all: &[T], of: impl Fn(&Self, T) -> View) -> Vec<View> {
        all.iter().map(|&one| of(self, one)).collect()
    }

    /// What a node is called in lists and links.
    pub(crate) fn title(&self, node: Node) -> Passage<'s> {
        let site = self.site;
        match node {
            Node::Municipality(index) => self.text(&site[index].record.name),
            Node::Document(index) => self.text(&site[index].record.title),
            Node::Section(index) => {
                let record = &site[index].record;
                let heading = self.text(&record.heading);
                match &record.number {
                    // Where the heading is as printed, its number is as well: １ 強い組織をつくる.
                    Some(number) if heading.lang.unwrap_or(self.language) == self.first => Passage {
                        text: format!("{number} {}", heading.text).into(),
                        ..heading
                    },
                    Some(number) => Passage {
                        text: format!("{} {}", fold(number), heading.text).into(),
                        ..heading
                    },
                    None => heading,
                }
            }
            Node::Statement(index) => self.excerpt(&site[index].text),
            Node::Commitment(index) => self.text(&site[index].record.title),
            Node::Action(index) => self.excerpt(site.action_of(index)),
            Node::Indicator(index) => self.text(&site[index].name),
            Node::Tally(index) => self.text(&site[index].about),
            Node::Table(index) => self.text(&site[index].caption),
            Node::Department(index) => self.text(&site[index].record.name),
            Node::Area(index) => self.text(&site[index].record.name),
            Node::Subject(index) => self.text(&site[index].record.name),
            Node::Term(index) => {
                let text = self.text_of_term(&site[index]);
                self.passage(text.prose.language, &*text.term)
            }
            Node::Page(index) => {
                let text = self.text_of_page(&site[index]);
                self.passage(text.prose.language, &*text.title)
            }
        }
    }

    /// The title for navigation: a document's short one where it has one.
    pub(crate) fn short_title(&self, node: Node) -> Passage<'s> {
        match node {
            Node::Document(index) => {
                let record = &self.site[index].record;
                self.text(record.short_title.as_ref().unwrap_or(&record.title))
            }
            node => self.title(node),
        }
    }

    /// What a text says, for lists: all of it, or its beginning and its end.
    pub(crate) fn gist(&self, text: &'s Text) -> Passage<'s> {
        let whole = self.text(text);
        match excerpt::gist(&whole.text, self.writing_of(whole.lang.unwrap_or(self.language))) {
            Some(short) => Passage {
                text: short.into(),
                ..whole
            },
            None => whole,
        }
    }

    /// The beginning of a text, for lists.
    pub(crate) fn excerpt(&self, text: &'s Text) -> Passage<'s> {
        let (found, text) = self.site.text(text, self.language);
        let whole = self.passage(found, text);
        Passage {
            text: excerpt::beginning(text, self.writing_of(whole.lang.unwrap_or(self.language))),
            ..whole
        }
    }
}

/// The anchor of a report on its page: its name, behind the id of the action or nested section that it speaks
/// about. The dot keeps it apart from every id of the record.
pub(crate) fn report_id(site: &Site, report: ReportIx) -> Cow<'_, str> {
    let report = &site[report];
    match crate::site::page_of(site, report.node).1 {
        Some(part) => format!("{part}.{}", report.name).into(),
        None => Cow::Borrowed(&*report.name),
    }
}

/// How a site writes links.
pub(crate) fn style(site: &Site) -> LinkStyle {
    if site.options.portable {
        LinkStyle::Files
    } else {
        LinkStyle::Folders
    }
}
