//! Looks at what stayed text for marks that were typed in full width, as Japanese input methods give them,
//! and for cells that were copied out of a spreadsheet. Both are shown to readers as they stand.

use super::super::node::{Element, MarkdownNode, ParsedBody};
use super::super::problem::{FoundFaults, MarkdownFault, WideMark};
use std::ops::Range;

/// The longest words that a remedy writes out again, in characters.
const LONGEST: usize = 30;

/// The signs with which lists are typed: the middle dot in both widths, and the bullet of word processors.
const BULLETS: [char; 3] = ['・', '･', '•'];

/// How the line that is read began.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begun {
    /// With its block.
    Block,
    /// Behind a line break that readers do not see.
    Joined,
    /// Behind one that they see.
    Broken,
}

/// The bullet with which a paragraph begins: alone it may be a sign like any other.
struct Bullet {
    span: Range<usize>,
    told: bool,
}

#[derive(Default)]
struct Block {
    /// The first line that begins with a bullet.
    bullet: Option<Range<usize>>,
    /// Whether a line with a bullet runs on from the one before it.
    joined: bool,
    /// The lines with tabs: where the first begins, how many there are, and the most tabs of one.
    tabbed: Option<usize>,
    lines: usize,
    tabs: usize,
}

pub(super) fn look(body: &str, parsed: &ParsedBody<'_>, found: &mut FoundFaults) {
    let mut block = Block::default();
    let mut above: Option<Bullet> = None;
    let mut begun = None;
    let mut line = 0;
    let mut tabs = 0;
    let mut in_text = false;
    for (node, span) in &parsed.nodes {
        match node {
            MarkdownNode::Open(element) | MarkdownNode::Close(element) if !element.is_inline() => {
                let read = std::mem::take(&mut block).with_line(line, tabs);
                above = match node {
                    MarkdownNode::Open(Element::Paragraph) => above,
                    MarkdownNode::Close(Element::Paragraph) => read.report(body, above.take(), found),
                    _ => {
                        read.report(body, None, found);
                        None
                    }
                };
                in_text = matches!(
                    node,
                    MarkdownNode::Open(
                        Element::Paragraph | Element::Item | Element::Quote | Element::Note(_)
                    )
                );
                (begun, line, tabs) = (Some(Begun::Block), span.start, 0);
            }
            MarkdownNode::Space | MarkdownNode::Joint | MarkdownNode::Break if in_text => {
                block = block.with_line(line, tabs);
                let broken = matches!(node, MarkdownNode::Break);
                begun = Some(if broken { Begun::Broken } else { Begun::Joined });
                (line, tabs) = (span.end, 0);
            }
            MarkdownNode::Text(text) if body.get(span.clone()) == Some(&**text) => {
                found.extend(bolds(text, span.start));
                if let Some(begun) = begun.filter(|_| in_text) {
                    block.begin(body, span, begun, found);
                }
                if begun.take().is_some() {
                    line = span.start;
                }
                tabs += text.trim_matches('\t').matches('\t').count();
            }
            _ => begun = None,
        }
    }
}

impl Block {
    /// With a line that has ended.
    fn with_line(mut self, start: usize, tabs: usize) -> Self {
        if tabs > 0 {
            self.tabbed.get_or_insert(start);
            self.lines += 1;
            self.tabs = self.tabs.max(tabs);
        }
        self
    }

    /// Looks at the sign with which a line begins.
    fn begin(&mut self, body: &str, span: &Range<usize>, begun: Begun, found: &mut FoundFaults) {
        let line = body[span.clone()].trim_start_matches(['　', ' ']);
        let start = span.end - line.len();
        let signs = line.len() - line.trim_start_matches(['＃', '#']).len();
        let count = line[..signs].chars().count();
        let words = &line[signs..];
        let spaced = words.starts_with(['　', ' ']);
        let wide = line.starts_with('＃') && (count > 1 || spaced);
        let stuck = line.starts_with("##") && !body[..start].ends_with('\\');
        if (wide || stuck) && count <= 6 && !words.trim().is_empty() {
            let written = format!("{} {}", "#".repeat(count.max(2)), short(words));
            let kind = if wide {
                WideMark::Heading(written)
            } else {
                WideMark::Stuck(written)
            };
            found.push((MarkdownFault::Wide(kind), start..start + signs));
        }
        if line.starts_with(BULLETS) && line.chars().nth(1).is_some() {
            self.bullet.get_or_insert(start..span.end);
            self.joined |= begun == Begun::Joined;
        }
    }

    /// Tells what is wrong with a block. Returns the bullet with which its list may have begun.
    fn report(self, body: &str, above: Option<Bullet>, found: &mut FoundFaults) -> Option<Bullet> {
        if let Some(start) = self.tabbed.filter(|_| self.lines > 1 || self.tabs > 1) {
            let line = body[start..].split('\n').next().unwrap_or_default().trim_end();
            found.push((MarkdownFault::Pasted(row(line)), start..start + line.len()));
        }
        let several = self.joined || above.is_some();
        let span = self.bullet?;
        let first = above.unwrap_or(Bullet { span, told: false });
        if several && !first.told {
            let line = &body[first.span.clone()];
            let sign = line.chars().next().unwrap_or_default();
            let words = short(&line[sign.len_utf8()..]);
            let place = first.span.start..first.span.start + sign.len_utf8();
            let kind = WideMark::Bullet(sign, format!("- {words}"));
            found.push((MarkdownFault::Wide(kind), place));
        }
        Some(Bullet {
            told: several,
            ..first
        })
    }
}

/// `＊＊…＊＊` in a text that stands at `start`.
fn bolds(text: &str, start: usize) -> FoundFaults {
    const MARK: &str = "＊＊";
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(MARK).map(|open| at + open) {
        let inner = open + MARK.len();
        let Some(length) = text[inner..].find(MARK) else {
            break;
        };
        at = inner + length + MARK.len();
        let words = text[inner..inner + length].trim();
        if !words.is_empty() && !words.contains('＊') {
            let kind = WideMark::Bold(format!("**{}**", short(words)));
            found.push((MarkdownFault::Wide(kind), start + open..start + at));
        }
    }
    found
}

/// The cells of a line as a row of a table.
fn row(line: &str) -> String {
    let cells = line.split('\t').map(|cell| short(cell.trim_matches('"')));
    let cells: Vec<String> = cells.take(4).collect();
    format!("| {} |", cells.join(" | "))
}

fn short(words: &str) -> String {
    let words = words.trim();
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}
