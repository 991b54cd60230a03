//! Where the words of a drawing stand: beside what they name, and on nothing else. Widths are estimates,
//! since nobody knows the reader's font, and err on the side of room.

/// The size of all words of a drawing, as the style sheet sets it.
pub(crate) const EM: f64 = 13.0;

/// An area of a drawing: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rectangle(pub f64, pub f64, pub f64, pub f64);

/// What is drawn already.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub areas: Vec<Rectangle>,
    /// Lines from one point to another.
    pub lines: Vec<[(f64, f64); 2]>,
}

/// How wide words are: Latin letters and digits about half as wide as high, all others as wide as high.
pub(crate) fn width(words: &str) -> f64 {
    words
        .chars()
        .map(|character| if character.is_ascii() { 0.6 } else { 1.0 })
        .sum::<f64>()
        * EM
}

/// The middle of the foot of words that name a point, at the first place around it where they touch nothing,
/// else where they touch least; with how much they touch there. `within` is the area that they may not leave.
pub(crate) fn place(words: &str, x: f64, y: f64, drawn: &Drawn, within: Rectangle) -> ((f64, f64), usize) {
    let aside = width(words) / 2.0 + 10.0;
    let near = [
        (0.0, -10.0),
        (0.0, 21.0),
        (aside, 5.0),
        (-aside, 5.0),
        (aside, -8.0),
        (-aside, -8.0),
        (aside, 17.0),
        (-aside, 17.0),
        (0.0, -25.0),
        (0.0, 36.0),
    ];
    // Over and under the mark of its own target there may be room where there is none beside it.
    let own = drawn
        .areas
        .iter()
        .filter(|area| area.0 < x && x < area.2)
        .flat_map(|area| [(0.0, area.1 - 5.0 - y), (0.0, area.3 + EM - y)]);
    let places = near
        .into_iter()
        .chain(own)
        .map(|(right, down)| (x + right, y + down));
    let counted = places.map(|(x, y)| ((x, y), touched(area(words, x, y), drawn, within)));
    // `min_by_key` keeps the first of equals, and the places come best first.
    counted
        .min_by_key(|(_, count)| *count)
        .unwrap_or(((x, y - 10.0), usize::MAX))
}

/// The area of words whose foot has its middle at a point.
pub(crate) fn area(words: &str, x: f64, y: f64) -> Rectangle {
    let half = width(words) / 2.0;
    Rectangle(x - half, y - 0.85 * EM, x + half, y + 0.2 * EM)
}

fn touched(own: Rectangle, drawn: &Drawn, within: Rectangle) -> usize {
    let outside = own.0 < within.0 || own.1 < within.1 || own.2 > within.2 || own.3 > within.3;
    let areas = drawn.areas.iter().filter(|other| overlap(own, **other)).count();
    let lines = drawn.lines.iter().filter(|line| crosses(own, **line)).count();
    areas + lines + if outside { 100 } else { 0 }
}

fn overlap(one: Rectangle, other: Rectangle) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

/// Whether a line passes through an area or within two pixels of it: its part that is left after cutting it
/// at each side is not empty.
fn crosses(Rectangle(left, top, right, bottom): Rectangle, [(x1, y1), (x2, y2)]: [(f64, f64); 2]) -> bool {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    let sides = [
        (x2 - x1, x1, left - 2.0, right + 2.0),
        (y2 - y1, y1, top - 2.0, bottom + 2.0),
    ];
    for (way, start, low, high) in sides {
        if way.abs() < 1e-9 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / way, (high - start) / way);
        from = from.max(one.min(other));
        to = to.min(one.max(other));
    }
    from < to
}
