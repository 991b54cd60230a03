//! The name of every problem koyaku can report. Each has a fixture in tests/checks and a line in
//! docs/checks.md.

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// A stable name that editors can search for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(
                #[doc = concat!("`", $name, "`: docs/checks.md says what it means and what to do.")]
                $(#[$doc])*
                $variant
            ),+
        }

        impl Code {
            /// Every code, in the order of the stages that report them.
            pub const ALL: &[Code] = &[$(Code::$variant),+];

            /// The name that is printed with a problem and stands in docs/checks.md.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name),+ }
            }

            /// The code of a name; `None` where no code has it.
            pub fn from_name(name: &str) -> Option<Code> {
                match name { $($name => Some(Code::$variant),)+ _ => None }
            }
        }
    };
}

codes! {
    // Encoding (source)
    EncodingNotUtf8 = "encoding-not-utf8",
    EncodingControl = "encoding-control",
    EncodingBidi = "encoding-bidi",
    FileEmpty = "file-empty",
    FileTooLarge = "file-too-large",
    FileUnreadable = "file-unreadable",
    // YAML (source)
    YamlSyntax = "yaml-syntax",
    YamlTab = "yaml-tab",
    YamlFullWidth = "yaml-full-width",
    YamlFeature = "yaml-feature",
    YamlDepth = "yaml-depth",
    YamlSeveralDocuments = "yaml-several-documents",
    YamlDuplicateKey = "yaml-duplicate-key",
    YamlUnknownKey = "yaml-unknown-key",
    YamlMissingKey = "yaml-missing-key",
    YamlWrongType = "yaml-wrong-type",
    FrontMatterUnclosed = "front-matter-unclosed",
    FrontMatterMissing = "front-matter-missing",
    // Values (model)
    ValueId = "value-id",
    ValueDate = "value-date",
    ValueFiscalYear = "value-fiscal-year",
    ValueNumber = "value-number",
    ValueChoice = "value-choice",
    ValueLanguage = "value-language",
    ValueAddress = "value-address",
    ValueUrl = "value-url",
    ValueEmpty = "value-empty",
    ValueQuotes = "value-quotes",
    ValueReading = "value-reading",
    ValueColour = "value-colour",
    ValueFont = "value-font",
    // Files and names (load)
    NameNotPortable = "name-not-portable",
    NameTwins = "name-twins",
    NameUnexpected = "name-unexpected",
    FileSymlink = "file-symlink",
    FileSpecial = "file-special",
    SiteMissing = "site-missing",
    FormatOlder = "format-older",
    FormatNewer = "format-newer",
    MunicipalityMissing = "municipality-missing",
    NodeMissing = "node-missing",
    // References and addresses (link)
    ReferenceDangling = "reference-dangling",
    ReferenceKind = "reference-kind",
    IdDuplicate = "id-duplicate",
    AddressDuplicate = "address-duplicate",
    AddressReserved = "address-reserved",
    LinkDangling = "link-dangling",
    LinkAnchor = "link-anchor",
    LinkScheme = "link-scheme",
    // Markdown
    MarkdownHtml = "markdown-html",
    MarkdownDepth = "markdown-depth",
    MarkdownEmphasis = "markdown-emphasis",
    MarkdownFootnote = "markdown-footnote",
    MarkdownReference = "markdown-reference",
    MarkdownImage = "markdown-image",
    MarkdownAlt = "markdown-alt",
    MarkdownHeading = "markdown-heading",
    MarkdownTable = "markdown-table",
    MarkdownFullWidth = "markdown-full-width",
    MarkdownPasted = "markdown-pasted",
    MarkdownPanic = "markdown-panic",
    // Facts (check)
    TextMissing = "text-missing",
    DeadlineUnknown = "deadline-unknown",
    MilestoneNotInText = "milestone-not-in-text",
    SicNotInText = "sic-not-in-text",
    StatusUnknown = "status-unknown",
    StatusRequires = "status-requires",
    ReportShape = "report-shape",
    TableShape = "table-shape",
    ScheduleShape = "schedule-shape",
    TallyTotal = "tally-total",
    TallyPercent = "tally-percent",
    IndicatorRange = "indicator-range",
    PeriodTwice = "period-twice",
    UnitMismatch = "unit-mismatch",
    RateDiffers = "rate-differs",
    ValueMagnitude = "value-magnitude",
    ValuePrinted = "value-printed",
    StatusAgainstFigures = "status-against-figures",
    EvidenceLater = "evidence-later",
    AchievedEarly = "achieved-early",
    DateFar = "date-far",
    ReportTwice = "report-twice",
    ReportAfterEnd = "report-after-end",
    DepartmentYears = "department-years",
    TitleClaims = "title-claims",
    DeadlinePassed = "deadline-passed",
    ReportOverdue = "report-overdue",
    PersonalData = "personal-data",
    // The seal (model, check, publish)
    AmendmentShape = "amendment-shape",
    AmendmentLate = "amendment-late",
    SealChanged = "seal-changed",
    SealGone = "seal-gone",
    SealMissing = "seal-missing",
    LedgerBroken = "ledger-broken",
    LedgerTangled = "ledger-tangled",
    LedgerShortened = "ledger-shortened",
    // Translations (check)
    TranslationMissing = "translation-missing",
    TranslationOrphan = "translation-orphan",
    TranslationStale = "translation-stale",
    TranslationUnstated = "translation-unstated",
    // The glossary (link, check)
    TermNameTaken = "term-name-taken",
    TermUnused = "term-unused",
    TermNotInside = "term-not-inside",
    TermRelated = "term-related",
    // Themes and output (load, render, publish)
    ThemeMissing = "theme-missing",
    ThemeTemplate = "theme-template",
    ThemeText = "theme-text",
    ThemeFormat = "theme-format",
    ThemeUntranslated = "theme-untranslated",
    ColourContrast = "colour-contrast",
    BaseUrlMissing = "base-url-missing",
    OutputRefused = "output-refused",
    OutputFailed = "output-failed",
}

impl Code {
    /// Whether other problems may follow from it: what cannot be read, and what has no address of its own, is
    /// missed elsewhere.
    pub fn is_cause(self) -> bool {
        // The codes stand in the order of the stages, of which reading is the first.
        self <= Code::NodeMissing || matches!(self, Code::IdDuplicate | Code::AddressDuplicate)
    }
}
