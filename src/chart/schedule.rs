//! A printed schedule: time runs down, each lane is a column. A dot is what stands in one row, a bar what
//! lasts over several; their words stand beside them in lines that break between phrases. Lanes for which a
//! drawing is too narrow stand under one another.

use crate::chart::label::width;
use crate::chart::{DrawingWords, Size, open, text};
use crate::html::escape;
use crate::model::Language;

/// Words that may be broken into lines between any two of their pieces, and not elsewhere while they fit.
#[derive(Debug, Clone)]
pub(crate) struct Phrases {
    pub pieces: Vec<String>,
    /// Their language when it is not the page's.
    pub lang: Option<Language>,
}

/// The times of the rows and what happens in each lane.
#[derive(Debug)]
pub(crate) struct ScheduleTimes {
    pub rows: Vec<ScheduleRow>,
    pub lanes: Vec<Lane>,
    /// The least width of the words of a lane, in pixels: long words need more.
    pub least: f64,
}

/// A row.
#[derive(Debug)]
pub(crate) struct ScheduleRow {
    /// On the first row and on the first one of a year.
    pub year: Option<String>,
    pub label: String,
}

/// A column.
#[derive(Debug)]
pub(crate) struct Lane {
    pub head: Phrases,
    /// In printed order.
    pub events: Vec<ScheduleEvent>,
}

/// What stands in a cell, or a part of it.
#[derive(Debug)]
pub(crate) struct ScheduleEvent {
    pub row: usize,
    /// The last row of what lasts over several.
    pub until: Option<usize>,
    pub words: Phrases,
}

const GUTTER: f64 = 58.0;
const LINE: f64 = 19.0;
/// Between the words of two events, and above and below those of a row.
const GAP: f64 = 7.0;
/// From one bar to the next beside it.
const TRACK: f64 = 11.0;

/// A drawing of all lanes, as many side by side as there is room for.
pub(crate) fn schedule(schedule: &ScheduleTimes, words: &DrawingWords, size: Size) -> String {
    let room = size.width() - GUTTER;
    let beside =
        ((room / (schedule.least + 3.0 * TRACK)).floor() as usize).clamp(1, schedule.lanes.len().max(1));
    let mut inside = String::with_capacity(4096);
    let mut height = 0.0;
    for lanes in schedule.lanes.chunks(beside) {
        let block = LaneBlock {
            rows: &schedule.rows,
            lanes,
            wide: room / lanes.len() as f64,
            right: size.width(),
        };
        height = block.draw(height, &mut inside) + LINE;
    }
    let mut out = String::with_capacity(inside.len() + 512);
    open(words, size, height.ceil(), &mut out);
    out.push_str(&inside);
    out.push_str("</svg>");
    out
}

/// Lanes side by side.
struct LaneBlock<'a> {
    rows: &'a [ScheduleRow],
    lanes: &'a [Lane],
    /// The width of a lane.
    wide: f64,
    right: f64,
}

impl LaneBlock<'_> {
    /// Draws from a height down, and returns where it ends.
    fn draw(&self, top: f64, out: &mut String) -> f64 {
        let heads: Vec<Vec<String>> = self
            .lanes
            .iter()
            .map(|lane| lane.head.lines(self.wide - GAP))
            .collect();
        for (number, lines) in heads.iter().enumerate() {
            for (line, words) in lines.iter().enumerate() {
                verbatim(
                    self.left(number),
                    top + LINE * (line as f64 + 1.0),
                    "lane",
                    self.lanes[number].head.lang,
                    words,
                    out,
                );
            }
        }
        let mut y = top + LINE * heads.iter().map(Vec::len).max().unwrap_or(1) as f64 + GAP;
        let lines: Vec<Vec<Vec<String>>> = self
            .lanes
            .iter()
            .map(|lane| {
                lane.events
                    .iter()
                    .map(|event| event.words.lines(self.words(lane)))
                    .collect()
            })
            .collect();
        let mut tops = Vec::with_capacity(self.rows.len() + 1);
        for (at, row) in self.rows.iter().enumerate() {
            tops.push(y);
            let class = if at > 0 && row.year.is_some() {
                "zero"
            } else {
                "grid"
            };
            out.push_str(&format!(
                "<line class=\"{class}\" x1=\"0\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
                self.right
            ));
            let labels: Vec<(&str, &str)> = row
                .year
                .iter()
                .map(|year| ("year", &**year))
                .chain([("month", &*row.label)])
                .collect();
            for (line, (class, label)) in labels.iter().enumerate() {
                text(
                    2.0,
                    y + GAP / 2.0 + LINE * (line as f64 + 0.75),
                    class,
                    label,
                    out,
                );
            }
            y += self
                .lanes
                .iter()
                .zip(&lines)
                .map(|(lane, lines)| height(lane, lines, at))
                .fold(labels.len() as f64 * LINE + GAP, f64::max);
        }
        tops.push(y);
        out.push_str(&format!(
            "<line class=\"grid\" x1=\"0\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
            self.right
        ));
        for (number, (lane, lines)) in self.lanes.iter().zip(&lines).enumerate() {
            self.events(number, lane, lines, &tops, out);
        }
        y
    }

    fn events(&self, number: usize, lane: &Lane, lines: &[Vec<String>], tops: &[f64], out: &mut String) {
        let tracks = lane.tracks();
        let left = self.left(number) + 5.0;
        let mut begun: (usize, f64) = (usize::MAX, 0.0);
        for ((event, lines), track) in lane.events.iter().zip(lines).zip(&tracks) {
            let top = if begun.0 == event.row {
                begun.1
            } else {
                tops[event.row] + GAP / 2.0
            };
            let middle = top + LINE / 2.0;
            match event.until {
                Some(until) => {
                    let (x, end) = (left + TRACK * *track as f64 - 3.5, tops[until + 1] - GAP / 2.0);
                    out.push_str(&format!(
                        "<rect class=\"span\" x=\"{x:.1}\" y=\"{:.1}\" width=\"7\" height=\"{:.1}\"/>",
                        middle - 5.0,
                        end - middle + 5.0
                    ));
                }
                None => out.push_str(&format!(
                    "<circle class=\"step\" cx=\"{left:.1}\" cy=\"{middle:.1}\" r=\"4.5\"/>"
                )),
            }
            for (line, words) in lines.iter().enumerate() {
                verbatim(
                    self.beside(number, lane),
                    top + LINE * (line as f64 + 0.75),
                    "event",
                    event.words.lang,
                    words,
                    out,
                );
            }
            begun = (event.row, top + LINE * lines.len() as f64 + GAP / 2.0);
        }
    }

    fn left(&self, number: usize) -> f64 {
        GUTTER + self.wide * number as f64
    }

    /// Where the words of a lane begin.
    fn beside(&self, number: usize, lane: &Lane) -> f64 {
        self.left(number) + 10.0 + TRACK * lane.tracks().into_iter().max().unwrap_or(0) as f64 + 5.0
    }

    /// How wide they may be.
    fn words(&self, lane: &Lane) -> f64 {
        self.wide - (self.beside(0, lane) - GUTTER) - GAP
    }
}

/// Words of the document, in letters of their own where the page sets such words so.
fn verbatim(x: f64, y: f64, class: &str, lang: Option<Language>, words: &str, out: &mut String) {
    let lang = lang
        .map(|lang| format!(" lang=\"{}\"", lang.as_str()))
        .unwrap_or_default();
    out.push_str(&format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class} verbatim\"{lang}>"
    ));
    escape(words, out);
    out.push_str("</text>");
}

/// What the events of a row need.
fn height(lane: &Lane, lines: &[Vec<String>], row: usize) -> f64 {
    let own = lane
        .events
        .iter()
        .zip(lines)
        .filter(|(event, _)| event.row == row);
    own.map(|(_, lines)| LINE * lines.len() as f64 + GAP / 2.0)
        .sum::<f64>()
        + GAP / 2.0
}

impl Lane {
    /// The track of each event: 0 for dots; a bar takes the first one after it that is free from its
    /// beginning to its end.
    fn tracks(&self) -> Vec<usize> {
        let mut ends: Vec<usize> = Vec::new();
        let track = |event: &ScheduleEvent| {
            let Some(until) = event.until else { return 0 };
            let free = ends.iter().position(|end| *end < event.row).unwrap_or(ends.len());
            if free == ends.len() {
                ends.push(until);
            } else {
                ends[free] = until;
            }
            free + 1
        };
        self.events.iter().map(track).collect()
    }
}

impl Phrases {
    /// Lines of at most a width. A piece that is wider by itself is cut where it must be.
    fn lines(&self, most: f64) -> Vec<String> {
        let mut lines = vec![String::new()];
        for piece in &self.pieces {
            let line = lines.last_mut().expect("there is a line from the beginning");
            if width(line) + width(piece.trim_end()) <= most {
                line.push_str(piece);
                continue;
            }
            if !line.is_empty() {
                lines.push(String::new());
            }
            for character in piece.chars() {
                let line = lines.last_mut().expect("there is a line from the beginning");
                let closes = matches!(character, '、' | '。' | '」' | '）' | ')' | 'ー' | ',' | ' ');
                if !closes && width(line) + width(character.encode_utf8(&mut [0; 4])) > most {
                    lines.push(character.to_string());
                } else {
                    line.push(character);
                }
            }
        }
        lines.iter().map(|line| line.trim_end().to_owned()).collect()
    }
}
