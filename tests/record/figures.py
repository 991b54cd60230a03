#!/usr/bin/env python3
"""Writes the figures of a source document, which tests/record.rs looks for on the pages of its city.

    python3 tests/record/figures.py <the document as text>  > tests/record/atsugi-reform.figures.txt

A figure is a number with the unit printed after it, folded to half width, as `21.5%` or `220億円`. Numbers of pages, chapters, lists and
footnotes are no figures. Each figure is written once, in printed order, however often the document prints it.
"""

import re
import sys
import unicodedata

# Longest first: 年間 is a span, 年度 a fiscal year, 年 a calendar year.
UNITS = (
    "年度|年以内|年間|年代|年後|年目|年未満|年|か月|月|日|歳|億円|万円|円|%|ポイント|割|位|件|団体|事業者|事業|施策|項目|サービス|市区|"
    "の取組|の条例|つの|つ|部局|条|号|人|台|次|期|分団|園|回|時間(?!外)|倍|m|H|線|市(?![民外内])|の目標|のターゲット"
)
# A decimal number or a fraction is a figure even where no unit follows it, as an index of 1.21.
FIGURE = re.compile(rf"(?<![\d.,A-Za-z])(?:(?:\d+(?:[.,]\d+)*|元)(?:{UNITS})|\d+\.\d+|\d+/\d+|\d分の\d)")


def figures(text):
    """The document with its wrapped lines joined, so that a number never stands apart from its unit."""
    folded = unicodedata.normalize("NFKC", text)
    folded = re.sub(r"(?m)^\s*\d+\s*$|^\s*\(?\d+\)? (?=\D)", "", folded)
    folded = re.sub(r"\s", "", folded)
    # 平成27(2015)年度 is one year written twice.
    folded = re.sub(r"(\d+|元)\((\d{4})\)(年度|年)", r"\1\3 \2\3 ", folded)
    return dict.fromkeys(found[0] for found in FIGURE.finditer(folded))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        print("\n".join(figures(file.read())))


if __name__ == "__main__":
    main()
