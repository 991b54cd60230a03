//! What can be written after `koyaku`, and what it means. Reading it touches neither files nor the clock.

use super::words::Words;
use crate::diagnostic::{Message, Refusal, human::EditorLanguage, order::Extent};
use crate::model::{Date, Language, Url};
use clap::builder::EnumValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum, value_parser};
use std::path::{Path, PathBuf};

/// A command with everything it needs.
pub(crate) enum Call {
    Build(Run),
    Check(Run, Messages),
    /// With the port, and whether to look for changes rather than be told of them.
    Serve(Run, u16, bool),
    /// With the date under which to seal, today where absent.
    Seal(Run, Option<Date>),
    /// With the folder of the site published before.
    Verify(Run, PathBuf),
    /// With the files that have been compared with their originals.
    Translated(Run, Vec<String>),
    /// With the language of the texts.
    ThemeText(Run, Language),
    /// Whether only to show what would change.
    Migrate(Run, bool),
    /// Between two days.
    Diff(Run, (Date, Date), Format),
}

/// How a difference is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Markdown,
    Json,
}

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Messages {
    Human,
    Json,
    Github,
    Sarif,
    // The counts only.
    Summary,
}

/// The options that all commands share.
pub(crate) struct Run {
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
    pub language: EditorLanguage,
}

/// The description of the command line, with its texts in `language`.
pub(crate) fn command(language: EditorLanguage) -> Command {
    let words = Words::in_language(language);
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let lang = option("lang", "LANG").value_parser(["ja", "en"]).global(true);
    let port = option("port", "PORT").value_parser(value_parser!(u16));
    let day = |name| Arg::new(name).value_name("DATE").required(true);
    let files = Arg::new("files").value_name("FILE").required(true).num_args(1..);
    let subcommands = [
        site("build").args([path("out"), flag("all"), flag("timings")]),
        site("check").args([flag("all"), format::<Messages>("human")]),
        site("seal").arg(option("date", "DATE")),
        site("translated").arg(files),
        site("diff").args([day("from"), day("to"), format::<Format>("text")]),
        site("verify").arg(path("previous").required(true)),
        site("migrate").arg(flag("dry-run")),
        Command::new("theme")
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand(site("text").arg(Arg::new("language").value_name("LANG").required(true))),
        site("serve").args([port.default_value("8000"), flag("poll")]),
    ];
    Command::new("koyaku")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.say("about"))
        .after_help(words.say("after"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args([help, version, lang])
        .mut_args(|option| explained(option, "", &words))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(subcommands.map(|command| {
            let name = command.get_name().to_owned();
            described(command, &name, &words)
        }))
}

/// A command with what it is for, and those below it.
fn described(command: Command, name: &str, words: &Words) -> Command {
    command
        .about(words.say(name))
        .long_about(words.say(&format!("{name}_long")))
        .mut_args(|option| explained(option, name, words))
        .mut_subcommands(|below| {
            let name = below.get_name().to_owned();
            described(below, &name, words)
        })
}

/// An option with what it means, which may depend on its command.
fn explained(option: Arg, command: &str, words: &Words) -> Arg {
    let name = option.get_id().as_str();
    let own = words.find(&format!("{command}.{name}"));
    let help = own.unwrap_or_else(|| words.say(name));
    option.help(help)
}

/// Reads what was found into a call. Relative paths start from `folder`.
///
/// # Errors
/// The sentence to print when a date or an address cannot be read.
pub(crate) fn call(matches: &ArgMatches, language: EditorLanguage, folder: &Path) -> Result<Call, String> {
    let (name, found) = matches
        .subcommand()
        .expect("clap refuses a call without a command");
    let (name, found) = match found.subcommand() {
        Some((below, found)) => (format!("{name} {below}"), found),
        None => (name.to_owned(), found),
    };
    let explain = |refusal: Refusal| {
        let Refusal { message, remedy, .. } = refusal;
        let say = |message: Message| language.choose(message.ja, message.en);
        format!("{}\n  {}", say(message), remedy.map(say).unwrap_or_default())
    };
    let text = |name: &str| found.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| {
        let given = found.try_get_one::<PathBuf>(name).ok().flatten()?;
        Some(folder.join(given))
    };
    let flag = |name: &str| matches!(found.try_get_one(name), Ok(Some(true)));
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
        portable: flag("portable"),
        minify: !flag("no-minify"),
        strict: flag("strict"),
        timings: flag("timings"),
        extent: if flag("all") { Extent::All } else { Extent::Folded },
        threads: found.get_one("threads").copied().map_or(0, u16::into),
        language,
    };
    Ok(match &*name {
        "build" => Call::Build(run),
        "check" => {
            let messages = found.get_one("format").copied();
            Call::Check(run, messages.unwrap_or(Messages::Human))
        }
        "seal" => Call::Seal(run, text("date").map(Date::parse).transpose().map_err(explain)?),
        "translated" => {
            let files = found.get_many("files").into_iter().flatten();
            Call::Translated(run, files.cloned().collect())
        }
        "diff" => {
            let day = |name: &str| Date::parse(text(name).unwrap_or_default()).map_err(explain);
            let (from, to) = (day("from")?, day("to")?);
            if from.last_day() > to.last_day() {
                return Err(Words::in_language(language).say("reversed"));
            }
            let format = found.get_one("format").copied();
            Call::Diff(run, (from, to), format.unwrap_or(Format::Text))
        }
        "theme text" => {
            let language = Language::parse(text("language").unwrap_or_default());
            Call::ThemeText(run, language.map_err(explain)?)
        }
        "migrate" => Call::Migrate(run, found.get_flag("dry-run")),
        "verify" => Call::Verify(run, path("previous").unwrap_or_default()),
        _ => {
            let port = found.get_one::<u16>("port").copied().unwrap_or_default();
            Call::Serve(run, port, found.get_flag("poll"))
        }
    })
}

/// A command with the options that decide what the site is.
fn site(name: &'static str) -> Command {
    Command::new(name).args([
        path("root").default_value("."),
        option("base-url", "URL"),
        option("as-of", "DATE"),
        flag("portable"),
        flag("no-minify"),
        flag("strict"),
        option("threads", "N").value_parser(value_parser!(u16).range(1..)),
    ])
}

fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

fn path(name: &'static str) -> Arg {
    option(name, "DIR").value_parser(value_parser!(PathBuf))
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// How what a command found is written.
fn format<Ways: ValueEnum + Send + Sync + 'static>(usual: &'static str) -> Arg {
    option("format", "FORMAT")
        .value_parser(EnumValueParser::<Ways>::new())
        .default_value(usual)
}
