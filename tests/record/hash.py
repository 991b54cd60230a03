#!/usr/bin/env python3
"""Writes the hashes by which tests/record.rs knows that the record is word for word.

    python3 -m pip install blake3
    python3 tests/record/hash.py manifesto <the manifesto as text>  > tests/record/manifesto.txt
    python3 tests/record/hash.py reform <the outline as text>       > tests/record/reform.txt

The source documents are not part of the repository, so their wording is kept as hashes. This script reads the printed
layout of the two documents and nothing of the record, so it cannot repeat a mistake of whoever transcribed them.
One line for each passage: address, first 16 hex digits of BLAKE3 over the passage in UTF-8, number of characters.
A passage is the printed text with its wrapped lines joined, and without list marks, section numbers and footnote marks.
"""

import re
import sys

from blake3 import blake3

LABELS = ("常に", "1年以内", "2年以内", "4年以内", "長期")
PAGE_RULE = "———"
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def passages_of_manifesto(text):
    """A heading with its motto, then pledges each followed by its deadline, then the legend."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    heading, motto = lines[0].split(" ", 1)
    yield "s5", heading.split(".", 1)[1]
    yield "s5-motto", motto
    end = lines.index("達成期限について")
    body = lines[1:end]
    for number, at in enumerate(range(0, len(body), 2), start=1):
        pledge, label = body[at], body[at + 1]
        assert label in LABELS and pledge not in LABELS, (number, pledge, label)
        yield str(number), pledge
        yield f"{number}:deadline", label
    legend = [line.removeprefix("•").strip() for line in lines[end + 1 :]]
    for at in range(0, len(legend), 2):
        yield f"legend:{at // 2 + 1}:label", legend[at]
        yield f"legend:{at // 2 + 1}:meaning", legend[at + 1]


def passages_of_reform(text):
    """Chapter 5: six numbered parts, of which the third holds three goals with three initiatives each."""
    names = {}
    for address, passage in paragraphs(lines_of_chapter(text)):
        count = names[address] = names.get(address, 0) + 1
        yield from named(address, count, passage)


def lines_of_chapter(text):
    """The lines of chapter 5 without the footnotes at the foot of its pages, which end at the next page."""
    chapter = text[text.index("５ 第７次行政改革大綱について") :]
    chapter = chapter[: chapter.index("巻 末 資 料")]
    in_notes = False
    for line in chapter.split("\n")[1:]:
        if PAGE_RULE in line:
            in_notes = True
        # The first line of a page begins with the space that follows a page break.
        elif in_notes and re.match(r" \S|  \S", line):
            in_notes = False
        if not in_notes and line.strip():
            yield line


def paragraphs(lines):
    """Joins wrapped lines. A line of the outline begins a paragraph when it is indented, numbered, or stands in brackets."""
    address, current = None, None
    goal, broken = 0, False
    for line in lines:
        stripped = line.strip()
        part = re.match(r"\((\d)\) (.*)", stripped)
        initiative = re.match(r"\((ｱ|ｲ|ｳ)\) (.*)", stripped)
        heading = re.match(r"(ア|イ|ウ) 重点目標 ?([1-3１-３]) (.*)", stripped)
        starts = part or initiative or heading or stripped == "【重点目標】" or re.match(r"重点目標[１-３] ", stripped)
        if current is not None and (starts or begins(line, broken)):
            yield address, current
            current = None
        if part:
            address, stripped = f"s{part[1]}", part[2]
            if part[1] == "3":
                address = None
        elif heading:
            goal = int(heading[2].translate(WIDE))
            address, stripped = f"g{goal}", heading[3]
        elif initiative:
            address, stripped = f"{goal}-{'ｱｲｳ'.index(initiative[1]) + 1}", initiative[2]
        elif stripped == "【重点目標】":
            address = "s1-goals"
        if address is None:
            continue
        current = stripped if current is None else current + stripped
        # Headings are never wrapped, nor are the rows under 【重点目標】.
        if starts:
            yield address, current
            current = None
        broken = stripped.endswith("。")
    if current is not None:
        yield address, current


def begins(line, broken):
    """Whether a line that carries no number begins a paragraph: the one above it has ended and this one is indented."""
    return broken and line.startswith((" ", "また、", "更に、"))


def named(address, count, passage):
    """The address of a passage among those of its part: a heading first, then actions or statements."""
    passage = re.sub(r"(?<=[ＡＩＲＰＳＧｓ）])(1[0-4]|[1-9])(?=[やをのとに）])", "", passage)
    passage = re.sub(r"(?<=）)1[0-4]", "", passage)
    if count == 1:
        yield address, passage
    elif re.fullmatch(r"\d-\d", address):
        yield f"{address}.{'abcdefgh'[count - 2]}", passage
    elif address == "s1-goals":
        yield f"s1-goal-{count - 1}", passage
    elif address.startswith("g"):
        yield f"{address}-intro" + (f"-{count - 1}" if count > 2 else ""), passage
    else:
        yield f"{address}-p{count - 1}", passage


def main():
    document, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    passages = {"manifesto": passages_of_manifesto, "reform": passages_of_reform}[document](text)
    for address, passage in passages:
        print(address, blake3(passage.encode()).hexdigest()[:16], len(passage), sep="\t")


if __name__ == "__main__":
    main()
