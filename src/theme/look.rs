//! What a site chooses of the look, as lines of style behind those of the theme: its colour, which is
//! measured against the theme's grounds, its fonts and the files that these come from. It changes no file of
//! a theme.

use crate::diagnostic::{Code, Diagnostic, Place, path_to};
use crate::html::href::{self, Base, LinkStyle};
use crate::model::{Colour, Colours, FontFile, FontList, FontName, Look, Settings};
use crate::site::{Site, ThemeFiles};
use crate::theme::WORDS;
use std::fmt::Write;

/// The file of the theme that says on what ground letters stand.
const TOKENS: &str = "assets/css/10-tokens.css";

/// What WCAG 2.2 asks of text at level AA. The colour is that of small numbers and of buttons too.
const LEAST: f64 = 4.5;

/// The style of what the settings choose, and what stands against it.
pub(crate) fn style(site: &Site, files: &ThemeFiles, problems: &mut Vec<Diagnostic>) -> String {
    let mut out = String::new();
    let Some(look) = &site.settings.look else {
        return out;
    };
    if let Some(colours) = look.colour {
        colour(colours, &Grounds::of_theme(files), site, &mut out, problems);
    }
    if let Some(fonts) = &look.fonts {
        for file in &fonts.files {
            font_face(file, &mut out);
        }
        let mut tokens = String::new();
        if let Some(list) = &fonts.text {
            let family = family(list, "sans-serif");
            let _ = write!(tokens, "--gothic: {family}; --latin: {family}; ");
        }
        if let Some(list) = &fonts.original {
            let _ = write!(tokens, "--mincho: {}; ", family(list, "serif"));
        }
        if !tokens.is_empty() {
            let _ = writeln!(out, "@layer tokens {{ :root {{ {tokens}}} }}");
        }
        if let Some(list) = &fonts.heading {
            let family = family(list, "sans-serif");
            let _ = writeln!(
                out,
                "@layer base {{ h1, h2, h3, h4 {{ font-family: {family}; }} }}"
            );
        }
    }
    out
}

/// On what letters stand, on light and on dark pages.
struct Grounds {
    light: Vec<Colour>,
    dark: Vec<Colour>,
}

impl Grounds {
    /// Those that the theme declares; white and black where it declares none in this way.
    fn of_theme(files: &ThemeFiles) -> Self {
        let file = files.files.get(TOKENS);
        let css = file.map_or_else(Default::default, |file| String::from_utf8_lossy(&file.content));
        let (light, dark) = match css.find("prefers-color-scheme") {
            Some(at) => css.split_at(at),
            None => (&*css, ""),
        };
        let or = |declared: Vec<Colour>, usual| {
            if declared.is_empty() {
                vec![Colour(usual)]
            } else {
                declared
            }
        };
        Self {
            light: or(papers(light), [255; 3]),
            dark: or(papers(dark), [0; 3]),
        }
    }
}

/// The values of `--paper` and of the tokens that are named after it.
fn papers(css: &str) -> Vec<Colour> {
    let declared = css
        .split([';', '{', '}'])
        .filter_map(|line| line.trim().strip_prefix("--paper")?.split_once(':'));
    declared
        .filter_map(|(_, value)| Colour::parse(value.trim()).ok())
        .collect()
}

fn colour(
    Colours { light, dark }: Colours,
    grounds: &Grounds,
    site: &Site,
    out: &mut String,
    problems: &mut Vec<Diagnostic>,
) {
    let place = |field| Place::yaml(&site.settings_file, path_to![Settings::look, Look::colour, field]);
    problems.extend(too_faint(
        light,
        &grounds.light,
        place(Colours::light),
        Colour([0; 3]),
    ));
    let on_dark = match dark {
        Some(dark) => {
            problems.extend(too_faint(
                dark,
                &grounds.dark,
                place(Colours::dark),
                Colour([255; 3]),
            ));
            Some(dark)
        }
        None => readable(light, &grounds.dark, Colour([255; 3])),
    };
    let _ = writeln!(
        out,
        "@layer tokens {{ :root {{ --ai: {light}; --cover: {light}; }} }}"
    );
    if let Some(on_dark) = on_dark {
        let _ = writeln!(
            out,
            "@layer tokens {{ @media (prefers-color-scheme: dark) {{ :root {{ --ai: {on_dark}; }} }} }}"
        );
    }
}

/// What is said of a colour that cannot be read on one of the grounds, with one beside it that can.
fn too_faint(colour: Colour, grounds: &[Colour], place: Place, towards: Colour) -> Option<Diagnostic> {
    let (ratio, ground) = worst(colour, grounds)?;
    if ratio >= LEAST {
        return None;
    }
    let measured = WORDS.say(
        "colour-faint",
        &[("colour", &colour), ("ground", &ground), ("ratio", &shown(ratio))],
    );
    let problem = Diagnostic::error(Code::ColourContrast, place, measured);
    let other = readable(colour, grounds, towards);
    Some(
        match other.and_then(|other| Some((other, worst(other, grounds)?.0))) {
            Some((other, ratio)) => problem.remedy(WORDS.say(
                "colour-faint.near",
                &[("colour", &other), ("ratio", &shown(ratio))],
            )),
            None => problem.remedy(WORDS.say("colour-faint.remedy", &[])),
        },
    )
}

/// The ratio of contrast to two places, not rounded up to what it does not reach.
fn shown(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

/// The ground on which a colour is read worst, with the contrast there.
fn worst(colour: Colour, grounds: &[Colour]) -> Option<(f64, Colour)> {
    let measured = grounds.iter().map(|ground| (contrast(colour, *ground), *ground));
    measured.min_by(|one, other| one.0.total_cmp(&other.0))
}

/// The first colour on the way to another that can be read on all grounds.
fn readable(colour: Colour, grounds: &[Colour], towards: Colour) -> Option<Colour> {
    (0..=100u32)
        .map(|percent| mixed(colour, towards, percent))
        .find(|mixed| grounds.iter().all(|ground| contrast(*mixed, *ground) >= LEAST))
}

/// So many parts in a hundred of the second colour in the first.
fn mixed(one: Colour, other: Colour, percent: u32) -> Colour {
    let part = |at: usize| {
        let (one, other) = (u32::from(one.0[at]), u32::from(other.0[at]));
        let sum = (one * (100 - percent) + other * percent + 50) / 100;
        u8::try_from(sum).expect("a mean of two bytes is a byte")
    };
    Colour([part(0), part(1), part(2)])
}

/// The contrast ratio of WCAG 2.2.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.0.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A file of letters. Its address starts from the folder of the style sheet.
fn font_face(font: &FontFile, out: &mut String) {
    let base = Base::Folder("assets/".to_owned());
    let file = href::link(&base, &font.file, LinkStyle::Files);
    let format = match font.file.rsplit_once('.') {
        Some((_, "ttf")) => "truetype",
        Some((_, "otf")) => "opentype",
        Some((_, ending)) => ending,
        None => "",
    };
    let family = font.family.as_str();
    let _ = write!(
        out,
        "@font-face {{ font-family: \"{family}\"; src: url(\"{file}\") format(\"{format}\");"
    );
    out.push_str(" font-display: swap;");
    if let Some(weight) = font.weight {
        let _ = match (weight.from, weight.to) {
            (from, to) if from == to => write!(out, " font-weight: {from};"),
            (from, to) => write!(out, " font-weight: {from} {to};"),
        };
    }
    if font.italic {
        out.push_str(" font-style: italic;");
    }
    out.push_str(" }\n");
}

/// Names that style sheets know themselves; in quotes they would be fonts of that name.
const GENERIC: [&str; 14] = [
    "serif",
    "sans-serif",
    "monospace",
    "cursive",
    "fantasy",
    "system-ui",
    "ui-serif",
    "ui-sans-serif",
    "ui-monospace",
    "ui-rounded",
    "math",
    "fangsong",
    "-apple-system",
    "BlinkMacSystemFont",
];

/// The list as a style sheet has it. It ends with letters that every machine has.
fn family(list: &FontList, last: &str) -> String {
    let name = |name: &FontName| match name.as_str() {
        name if GENERIC.contains(&name) => name.to_owned(),
        name => format!("\"{name}\""),
    };
    let mut names: Vec<String> = list.names().map(name).collect();
    if !list.names().any(|name| GENERIC[..2].contains(&name.as_str())) {
        names.push(last.to_owned());
    }
    names.join(", ")
}
