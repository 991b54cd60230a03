//! The colours of the theme by numbers: contrast in every mode, and hues that stay apart for every eye. Text
//! inside drawings escapes the checkers in the browser, so the tokens themselves are measured. What stands on
//! the page is looked at in `tests/browser`.

use crate::support::here;
use std::collections::BTreeMap;

type Tokens = BTreeMap<String, String>;
type Rgb = [f64; 3];

const TEXT: [&str; 5] = ["ink", "ink-2", "link", "visited", "ai"];
const STATUSES: [&str; 6] = [
    "achieved",
    "on-track",
    "slightly-behind",
    "behind",
    "ended",
    "unknown",
];

/// What may be fainter than 3:1, with the reason.
const DECORATION: [(&str, &str); 4] = [
    (
        "hair",
        "lines between rows, which their spacing separates as well",
    ),
    ("ring", "the light ring outside the focus outline, which is ink"),
    ("thread", "the binding of a drawn cover, which means nothing"),
    (
        "cover",
        "the drawn cover itself; its border and its slip carry it",
    ),
];

/// The declarations of the first `:root` behind a place in a style sheet.
fn root_behind(css: &str, place: &str) -> Tokens {
    let rest = &css[css
        .find(place)
        .unwrap_or_else(|| panic!("{place} is not in the style sheet"))..];
    let open = rest.find(":root {").expect("a :root follows") + ":root {".len();
    let body = &rest[open..open + rest[open..].find('}').expect("a block ends")];
    let declared = body
        .split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    declared
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// The tokens of each way in which a page can be shown.
fn modes() -> Vec<(&'static str, Tokens)> {
    let css = |name: &str| {
        std::fs::read_to_string(here(&format!("themes/default/assets/css/{name}")))
            .expect("the style sheet is there")
    };
    let (tokens, modes) = (css("10-tokens.css"), css("90-modes.css"));
    let light = root_behind(&tokens, "@layer tokens");
    let over =
        |base: &Tokens, other: &Tokens| base.clone().into_iter().chain(other.clone()).collect::<Tokens>();
    let dark = over(&light, &root_behind(&tokens, "prefers-color-scheme: dark"));
    let more = root_behind(&modes, "prefers-contrast: more");
    let print = over(&light, &root_behind(&modes, "@media print"));
    vec![
        ("light", light.clone()),
        ("dark", dark.clone()),
        ("light, more contrast", over(&light, &more)),
        ("dark, more contrast", over(&dark, &more)),
        ("print", print),
    ]
}

/// The colour of a token; one that names another is followed.
fn colour(tokens: &Tokens, name: &str) -> Option<Rgb> {
    let value = tokens.get(name)?;
    if let Some(other) = value.strip_prefix("var(--") {
        // A mode gives a token the former value of another one: `--hair: var(--edge); --edge: var(--ink)`.
        return colour(tokens, other.trim_end_matches(')'));
    }
    let digits = value.strip_prefix('#')?;
    let digits = if digits.len() == 3 {
        digits.chars().flat_map(|digit| [digit, digit]).collect()
    } else {
        digits.to_owned()
    };
    let part = |at: usize| {
        u8::from_str_radix(digits.get(at..at + 2)?, 16)
            .ok()
            .map(|byte| f64::from(byte) / 255.0)
    };
    Some([part(0)?, part(2)?, part(4)?])
}

fn linear(colour: Rgb) -> Rgb {
    colour.map(|part| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// WCAG 2.2, relative luminance and contrast ratio.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |colour| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_and_drawings_are_seen_in_every_mode() {
    for (mode, tokens) in modes() {
        let of =
            |name: &str| colour(&tokens, name).unwrap_or_else(|| panic!("{mode}: --{name} is no colour"));
        for paper in ["paper", "paper-2"] {
            for (names, least) in [(&TEXT[..], 4.5), (&STATUSES[..], 3.0), (&["edge"][..], 3.0)] {
                for name in names {
                    let ratio = contrast(of(name), of(paper));
                    assert!(
                        ratio >= least,
                        "{mode}: --{name} on --{paper} has {ratio:.2}:1 and needs {least}:1"
                    );
                }
            }
        }
        for (name, ground) in [("slip-ink", "slip"), ("paper", "ai")] {
            let ratio = contrast(of(name), of(ground));
            assert!(ratio >= 4.5, "{mode}: --{name} on --{ground} has {ratio:.2}:1");
        }
    }
}

#[test]
fn every_colour_is_measured_or_excused() {
    let (_, light) = modes().swap_remove(0);
    let grounds = ["paper", "paper-2", "slip", "slip-ink", "edge"];
    for name in light.keys().filter(|name| colour(&light, name).is_some()) {
        let known = grounds.contains(&name.as_str())
            || TEXT.contains(&name.as_str())
            || STATUSES.contains(&name.as_str());
        assert!(
            known || DECORATION.iter().any(|(decoration, _)| decoration == name),
            "--{name} is neither measured nor excused"
        );
    }
}

/// How colours look to eyes that lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1.0.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// CIE L*a*b* under D65 from linear sRGB.
fn lab(linear: Rgb) -> [f64; 3] {
    let [red, green, blue] = linear.map(|part| part.clamp(0.0, 1.0));
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883;
    let f = |t: f64| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

/// The colour difference CIEDE2000 (Sharma, Wu and Dalal 2005).
fn difference(one: [f64; 3], other: [f64; 3]) -> f64 {
    let mean = (one[1].hypot(one[2]) + other[1].hypot(other[2])) / 2.0;
    let g = 0.5 * (1.0 - (mean.powi(7) / (mean.powi(7) + 25f64.powi(7))).sqrt());
    let polar = |lab: [f64; 3]| {
        let a = lab[1] * (1.0 + g);
        (a.hypot(lab[2]), lab[2].atan2(a).to_degrees().rem_euclid(360.0))
    };
    let ((c1, h1), (c2, h2)) = (polar(one), polar(other));
    let hue = if c1 * c2 == 0.0 {
        0.0
    } else {
        (h2 - h1 + 540.0).rem_euclid(360.0) - 180.0
    };
    let (dl, dc, dh) = (
        other[0] - one[0],
        c2 - c1,
        2.0 * (c1 * c2).sqrt() * (hue / 2.0).to_radians().sin(),
    );
    let (l, c) = ((one[0] + other[0]) / 2.0, (c1 + c2) / 2.0);
    let h = if c1 * c2 == 0.0 {
        h1 + h2
    } else {
        (h1 + hue / 2.0).rem_euclid(360.0)
    };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rc = 2.0 * (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let rt = -rc * (60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rt * (dc / sc) * (dh / sh)).sqrt()
}

#[test]
fn the_difference_is_the_published_one() {
    // Pairs 1, 7, 17 and 25 of the table in Sharma, Wu and Dalal 2005.
    let pairs = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ];
    for (one, other, expected) in pairs {
        assert!(
            (difference(one, other) - expected).abs() < 1e-4,
            "{one:?} {other:?}: {}",
            difference(one, other)
        );
    }
}

#[test]
fn statuses_stay_apart_for_every_eye() {
    for (mode, least) in [("light", 16.0), ("dark", 13.0)] {
        let tokens = modes()
            .into_iter()
            .find(|(name, _)| *name == mode)
            .expect("the mode is there")
            .1;
        for (sight, matrix) in SIGHTS {
            let seen = |name: &str| {
                let own = linear(colour(&tokens, name).expect("a status has a colour"));
                lab(matrix.map(|row| row.iter().zip(own).map(|(weight, part)| weight * part).sum()))
            };
            for (at, one) in STATUSES.iter().enumerate() {
                for other in &STATUSES[at + 1..] {
                    let apart = difference(seen(one), seen(other));
                    assert!(
                        apart >= least,
                        "{mode}, {sight}: --{one} and --{other} are {apart:.1} apart and need {least}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_status_has_a_shape_of_its_own() {
    let template = std::fs::read_to_string(here("themes/default/templates/components/status.html"))
        .expect("the component is there");
    let drawn = &template[template.find("{%- if status.id").expect("it chooses by id")
        ..template.find("{%- endif").expect("the choice ends")];
    let shapes: Vec<&str> = drawn
        .split("{%- ")
        .filter_map(|branch| branch.split_once("%}").map(|(_, shape)| shape.trim()))
        .collect();
    assert!(
        shapes.len() >= 12 && shapes.iter().all(|shape| shape.contains('<')),
        "{} shapes",
        shapes.len()
    );
    for (at, shape) in shapes.iter().enumerate() {
        assert!(
            !shapes[at + 1..].contains(shape),
            "two statuses look the same: {shape}"
        );
    }
}
