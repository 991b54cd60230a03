#!/usr/bin/env python3
"""Writes the hashes by which tests/record.rs knows that the record is word for word.

    python3 -m pip install blake3
    python3 tests/record/hash.py atsugi/manifesto <the document as text>  > tests/record/atsugi-manifesto.txt

The documents are those of LAYOUTS below. They are not part of the repository, so their wording is kept as hashes. The layouts read
the printed documents and nothing of the record, so they cannot repeat a mistake of whoever transcribed it.
One line for each passage: address, first 16 hex digits of BLAKE3 over the passage in UTF-8, number of characters.
A passage is the printed text with its wrapped lines joined, and without list marks, section numbers and footnote marks.
"""

import sys

import atsugi
import ayase
import isesaki
from blake3 import blake3

LAYOUTS = {
    "atsugi/manifesto": atsugi.manifesto,
    "atsugi/plan": atsugi.plan,
    "atsugi/reform": atsugi.reform,
    "atsugi/reform-6": atsugi.reform_6,
    "ayase/policies": ayase.policies,
    "isesaki/manifesto": isesaki.manifesto,
}


def main():
    document, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for address, passage in LAYOUTS[document](text):
        print(address, blake3(passage.encode()).hexdigest()[:16], len(passage), sep="\t")


if __name__ == "__main__":
    main()
