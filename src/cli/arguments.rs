//! What can be written after `koyaku`, and what it means. Reading it touches neither files nor the clock.

use super::words::{self, Words};
use crate::diagnostic::human::Language;
use crate::diagnostic::order::Extent;
use crate::diagnostic::{Message, Refusal};
use crate::model::date::Date;
use crate::model::url::Url;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::{Path, PathBuf};

/// A command with everything it needs.
pub enum Call {
    Build(Run),
    Check(Run, Messages),
    Serve(Run, u16),
    /// With the date under which to seal, today where absent.
    Seal(Run, Option<Date>),
    /// With the folder of the site published before.
    Verify(Run, PathBuf),
    /// With the files that have been compared with their originals.
    Translated(Run, Vec<String>),
    /// Whether only to show what would change.
    Migrate(Run, bool),
    /// Between two days.
    Diff(Run, (Date, Date), Format),
}

/// How a difference is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Json,
}

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Messages {
    Human,
    Json,
    Github,
    Sarif,
    /// The counts only.
    Summary,
}

/// The options that all commands share.
pub struct Run {
    pub root: PathBuf,
    pub out: PathBuf,
    pub base_url: Option<String>,
    pub as_of: Option<Date>,
    pub portable: bool,
    pub minify: bool,
    pub strict: bool,
    pub timings: bool,
    /// Whether problems of one kind are folded where they are shown to people.
    pub extent: Extent,
    /// 0 for one per core.
    pub threads: usize,
    pub language: Language,
}

/// The description of the command line, with its texts in `language`.
pub fn command(language: Language) -> Command {
    let say = |words: Words| words.of(language);
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(say(words::HELP))
        .global(true);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(say(words::VERSION));
    Command::new("koyaku")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(words::ABOUT))
        .after_help(say(words::AFTER))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .arg(version)
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("LANG")
                .value_parser(["ja", "en"])
                .help(say(words::LANG))
                .global(true),
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            site(Command::new("build"), language)
                .about(say(words::BUILD))
                .long_about(say(words::BUILD_LONG))
                .arg(path("out", language, words::OUT))
                .arg(flag("all", language, words::ALL))
                .arg(flag("timings", language, words::TIMINGS)),
        )
        .subcommand(
            site(Command::new("check"), language)
                .about(say(words::CHECK))
                .long_about(say(words::CHECK_LONG))
                .arg(flag("all", language, words::ALL))
                .arg(format(MESSAGES, language, words::MESSAGES)),
        )
        .subcommand(
            site(Command::new("seal"), language)
                .about(say(words::SEAL))
                .long_about(say(words::SEAL_LONG))
                .arg(
                    Arg::new("date")
                        .long("date")
                        .value_name("DATE")
                        .help(say(words::DATE)),
                ),
        )
        .subcommand(
            site(Command::new("translated"), language)
                .about(say(words::TRANSLATED))
                .long_about(say(words::TRANSLATED_LONG))
                .arg(
                    Arg::new("files")
                        .value_name("FILE")
                        .required(true)
                        .num_args(1..)
                        .help(say(words::FILES)),
                ),
        )
        .subcommand(
            site(Command::new("diff"), language)
                .about(say(words::DIFF))
                .long_about(say(words::DIFF_LONG))
                .arg(
                    Arg::new("from")
                        .value_name("DATE")
                        .required(true)
                        .help(say(words::FROM)),
                )
                .arg(
                    Arg::new("to")
                        .value_name("DATE")
                        .required(true)
                        .help(say(words::TO)),
                )
                .arg(format(&["text", "markdown", "json"], language, words::FORMAT)),
        )
        .subcommand(
            site(Command::new("verify"), language)
                .about(say(words::VERIFY))
                .long_about(say(words::VERIFY_LONG))
                .arg(path("previous", language, words::PREVIOUS).required(true)),
        )
        .subcommand(
            site(Command::new("migrate"), language)
                .about(say(words::MIGRATE))
                .long_about(say(words::MIGRATE_LONG))
                .arg(flag("dry-run", language, words::DRY_RUN)),
        )
        .subcommand(
            site(Command::new("serve"), language)
                .about(say(words::SERVE))
                .long_about(say(words::SERVE_LONG))
                .arg(
                    Arg::new("port")
                        .long("port")
                        .value_name("PORT")
                        .value_parser(value_parser!(u16))
                        .default_value("8000")
                        .help(say(words::PORT)),
                ),
        )
}

/// The ways in which `check` writes problems.
const MESSAGES: &[&str] = &["human", "json", "github", "sarif", "summary"];

/// Reads what was found into a call. Relative paths start from `folder`.
///
/// # Errors
/// The sentence to print when a date or an address cannot be read.
pub fn call(matches: &ArgMatches, language: Language, folder: &Path) -> Result<Call, String> {
    let (name, found) = matches
        .subcommand()
        .expect("clap refuses a call without a command");
    let explain = |refusal: Refusal| {
        let Refusal { message, remedy, .. } = refusal;
        let say = |message: Message| match language {
            Language::Ja => message.ja,
            Language::En => message.en,
        };
        format!("{}\n  {}", say(message), remedy.map(say).unwrap_or_default())
    };
    let text = |name: &str| found.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| {
        let given = found.try_get_one::<PathBuf>(name).ok().flatten()?;
        Some(folder.join(given))
    };
    let root = path("root").unwrap_or_else(|| folder.join("."));
    let out = path("out").unwrap_or_else(|| root.join("public"));
    let run = Run {
        out,
        root,
        base_url: text("base-url")
            .map(|url| Url::parse(url).map(|url| url.as_str().to_owned()))
            .transpose()
            .map_err(explain)?,
        as_of: text("as-of").map(Date::parse).transpose().map_err(explain)?,
        portable: found.get_flag("portable"),
        minify: !found.get_flag("no-minify"),
        strict: found.get_flag("strict"),
        timings: found
            .try_get_one::<bool>("timings")
            .ok()
            .flatten()
            .copied()
            .unwrap_or(false),
        extent: match found.try_get_one::<bool>("all") {
            Ok(Some(true)) => Extent::All,
            _ => Extent::Folded,
        },
        threads: found
            .get_one::<u16>("threads")
            .map_or(0, |&threads| usize::from(threads)),
        language,
    };
    Ok(match name {
        "build" => Call::Build(run),
        "check" => {
            let messages = match text("format") {
                Some("json") => Messages::Json,
                Some("github") => Messages::Github,
                Some("sarif") => Messages::Sarif,
                Some("summary") => Messages::Summary,
                _ => Messages::Human,
            };
            Call::Check(run, messages)
        }
        "seal" => Call::Seal(run, text("date").map(Date::parse).transpose().map_err(explain)?),
        "translated" => Call::Translated(
            run,
            found
                .get_many::<String>("files")
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
        ),
        "diff" => {
            let day = |name: &str| Date::parse(text(name).unwrap_or_default()).map_err(explain);
            let format = match text("format") {
                Some("markdown") => Format::Markdown,
                Some("json") => Format::Json,
                _ => Format::Text,
            };
            let (from, to) = (day("from")?, day("to")?);
            if from.last_day() > to.last_day() {
                return Err(words::REVERSED.of(language).to_owned());
            }
            Call::Diff(run, (from, to), format)
        }
        "migrate" => Call::Migrate(run, found.get_flag("dry-run")),
        "verify" => Call::Verify(run, path("previous").unwrap_or_default()),
        _ => Call::Serve(run, found.get_one::<u16>("port").copied().unwrap_or_default()),
    })
}

/// Adds the options that decide what the site is.
fn site(command: Command, language: Language) -> Command {
    let text = |name: &'static str, value: &'static str, words: Words| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(words.of(language))
    };
    command
        .arg(path("root", language, words::ROOT).default_value("."))
        .arg(text("base-url", "URL", words::BASE_URL))
        .arg(text("as-of", "DATE", words::AS_OF))
        .arg(flag("portable", language, words::PORTABLE))
        .arg(flag("no-minify", language, words::NO_MINIFY))
        .arg(flag("strict", language, words::STRICT))
        .arg(text("threads", "N", words::THREADS).value_parser(value_parser!(u16).range(1..)))
}

fn path(name: &'static str, language: Language, words: Words) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help(words.of(language))
}

/// How what a command found is written, of which the first way is the usual one.
fn format(choices: &'static [&'static str], language: Language, words: Words) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(choices))
        .default_value(choices[0])
        .help(words.of(language))
}

fn flag(name: &'static str, language: Language, words: Words) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(words.of(language))
}
