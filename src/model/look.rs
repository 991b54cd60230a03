//! What of the look a site chooses without a theme of its own: its logo, its colour, its fonts. Whether a
//! colour can be read on the theme's grounds is measured by theme; whether the files are there, link says.

use super::walk::{Free, Seal, free_parts, setting, walk, written};
use crate::diagnostic::{Code, Message, Refusal};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// `look` in `content/site.yaml`. Files are named by their paths below `content/`.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// A picture that stands in the place of the theme's mark and the site's name.
    pub logo: Option<Box<str>>,
    /// The picture by which browsers mark the site.
    pub icon: Option<Box<str>>,
    #[serde(default, deserialize_with = "chosen_colours")]
    pub colour: Option<Colours>,
    pub fonts: Option<Fonts>,
}

/// The colour of marks, numbers and rules.
#[derive(Debug, Clone, Copy)]
pub struct Colours {
    pub light: Colour,
    /// On dark ground; made from the other one where absent.
    pub dark: Option<Colour>,
}

/// Red, green and blue, written `#0b5fa5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The fonts of readers' own machines, by what they are for, and those that the site brings.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// For our words.
    pub text: Option<FontList>,
    /// For the words of the record.
    pub original: Option<FontList>,
    pub heading: Option<FontList>,
    #[serde(default)]
    pub files: Vec<FontFile>,
}

/// Names of fonts, the wanted one first: `"Noto Sans JP", Meiryo, sans-serif`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontList(Box<[FontName]>);

/// The name of a font, in signs that cannot be taken for anything else in a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontName(Box<str>);

/// How heavy the letters of a file are: `700`, or `100 900` for a file that has all between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FontWeight {
    pub from: u16,
    pub to: u16,
}

/// A font that is kept under `content/`.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FontFile {
    pub family: FontName,
    pub file: Box<str>,
    pub weight: Option<FontWeight>,
    #[serde(default)]
    pub italic: bool,
}

impl Colour {
    /// # Errors
    /// A refusal of everything that is not like `#0b5fa5` or `#05a`.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let read = || {
            let digits = text.strip_prefix('#').filter(|digits| digits.is_ascii())?;
            let part = |digits: &str| u8::from_str_radix(digits, 16).ok();
            let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            match digits.len() {
                6 if is_hex => Some([part(&digits[..2])?, part(&digits[2..4])?, part(&digits[4..])?]),
                3 if is_hex => {
                    let one = |at: usize| part(&digits[at..=at]).map(|part| part * 17);
                    Some([one(0)?, one(1)?, one(2)?])
                }
                _ => None,
            }
        };
        read().map(Self).ok_or_else(|| {
            let message = Message::new(
                format!("「{text}」は色として読めません"),
                format!("`{text}` is not a colour"),
            );
            no_colour(message)
        })
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

fn no_colour(message: Message) -> Refusal {
    Refusal::new(Code::ValueColour, message).remedy(Message::new(
        "\"#0b5fa5\" のように、# と6桁の16進数を引用符で囲んで書いてください",
        "write # and six digits or letters a to f in quotes, such as \"#0b5fa5\"",
    ))
}

impl FontName {
    /// # Errors
    /// A refusal of names with signs that mean something in a style sheet.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let name = text.trim();
        let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_' | '.' | '+' | '・');
        match name.chars().find(|sign| !plain(*sign)) {
            Some(sign) => {
                let message = Message::new(
                    format!("フォントの名前「{name}」に使えない文字「{sign}」があります"),
                    format!("the font name `{name}` holds `{sign}`, which cannot stand in one"),
                );
                Err(no_font(message))
            }
            None if name.is_empty() => Err(no_font(Message::new(
                "フォントの名前が空です",
                "the name of a font is empty",
            ))),
            None => Ok(Self(name.into())),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FontList {
    /// # Errors
    /// A refusal that tells which name cannot stand in a style sheet.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let names = text.split(',').map(|name| FontName::parse(unquoted(name.trim())));
        names.collect::<Result<_, _>>().map(Self)
    }

    pub(crate) fn names(&self) -> impl DoubleEndedIterator<Item = &FontName> {
        self.0.iter()
    }
}

/// The name between quotes of one kind, as style sheets have it.
fn unquoted(name: &str) -> &str {
    let between = |quote| name.strip_prefix(quote)?.strip_suffix(quote);
    between('"').or_else(|| between('\'')).unwrap_or(name)
}

fn no_font(message: Message) -> Refusal {
    Refusal::new(Code::ValueFont, message).remedy(Message::new(
        "Noto Sans JP, Meiryo, sans-serif のように、フォントの名前を「,」で区切って書いてください",
        "write the names of fonts with commas between them, such as Noto Sans JP, Meiryo, sans-serif",
    ))
}

impl FontWeight {
    /// # Errors
    /// A refusal of everything but one or two numbers from 1 to 1000.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let number = |text: &str| {
            let number: u16 = text.parse().ok()?;
            (1..=1000).contains(&number).then_some(number)
        };
        let read = || match text.split_once(' ') {
            Some((from, to)) => Some((number(from)?, number(to.trim())?)).filter(|(from, to)| from <= to),
            None => number(text).map(|weight| (weight, weight)),
        };
        let (from, to) = read().ok_or_else(|| {
            let message = Message::new(
                format!("「{text}」は文字の太さとして読めません"),
                format!("`{text}` is not the weight of a font"),
            );
            Refusal::new(Code::ValueFont, message).remedy(Message::new(
                "400 や 700、またはファイルが間のすべてを持つなら \"100 900\" のように書いてください",
                "write 400 or 700, or \"100 900\" for a file that has all between",
            ))
        })?;
        Ok(Self { from, to })
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LightAndDark {
    light: Colour,
    dark: Option<Colour>,
}

/// Reads one colour, or one for each ground. A `#` without quotes begins a comment, and nothing is left of
/// the colour: that must not pass for a site without one.
fn chosen_colours<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Colours>, D::Error> {
    from.deserialize_any(ColoursVisitor).map(Some)
}

struct ColoursVisitor;

impl<'de> Visitor<'de> for ColoursVisitor {
    type Value = Colours;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a colour, or a map of `light` and `dark`")
    }

    fn visit_unit<E: Error>(self) -> Result<Colours, E> {
        Err(no_colour(Message::new("色が空です", "there is no colour")).raise())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Colours, E> {
        let light = Colour::parse(text).map_err(Refusal::raise)?;
        Ok(Colours { light, dark: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Colours, A::Error> {
        let LightAndDark { light, dark } = LightAndDark::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Colours { light, dark })
    }
}

written! {
    Colour: |value| value.to_string(),
    FontName: |value| value.as_str().to_owned(),
    FontList: |value| value.names().map(FontName::as_str).collect::<Vec<_>>().join(", "),
    FontWeight: |value| format!("{} {}", value.from, value.to),
}

walk!(Look {
    logo: setting(Seal::Free(Free::Settings)),
    icon: setting(Seal::Free(Free::Settings)),
    colour: free_parts(Free::Settings),
    fonts: free_parts(Free::Settings),
});

walk!(Colours {
    light: setting(Seal::Free(Free::Settings)),
    dark: setting(Seal::Free(Free::Settings)),
});

walk!(Fonts {
    text: setting(Seal::Free(Free::Settings)),
    original: setting(Seal::Free(Free::Settings)),
    heading: setting(Seal::Free(Free::Settings)),
    files: free_parts(Free::Settings),
});

walk!(FontFile {
    family: setting(Seal::Free(Free::Settings)),
    file: setting(Seal::Free(Free::Settings)),
    weight: setting(Seal::Free(Free::Settings)),
    italic: setting(Seal::Free(Free::Settings)),
});
