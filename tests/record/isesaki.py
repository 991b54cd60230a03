"""The passages of Isesaki's manifesto, read from its printed layout. Knows nothing of the record."""

import re

JAPANESE = r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]"
# Spaces that wrapping left beside a character that is not Japanese. Each is a decision, and these are all of them.
REMOVED = (("(道の駅など) の設置", "(道の駅など)の設置"), ("将来を見据え、 AI化", "将来を見据え、AI化"))


def manifesto(text):
    """Eight policies (イセサク) with groups in 【】, whose items begin with ○."""
    for policy, part in enumerate(re.split(r"^イセサク\d ", text, flags=re.M)[1:], start=1):
        heading, rest = part.split("\n", 1)
        yield f"p{policy}", heading
        for group, block in enumerate(re.split(r"【(?=[^】]*】)", rest)[1:], start=1):
            heading, items = block.split("】", 1)
            yield f"p{policy}-{group}", f"【{heading}】"
            for item, wording in enumerate(items.split("○")[1:], start=1):
                yield f"{policy}-{group}-{item}", without_wrapping(re.sub(r"\n(- ?)?", "", wording))


def without_wrapping(wording):
    """Drops the spaces between two Japanese characters, and the two beside another that are listed above."""
    for printed, kept in REMOVED:
        wording = wording.replace(printed, kept)
    return re.sub(f"(?<={JAPANESE}) (?={JAPANESE})", "", wording.strip().removesuffix("-").strip())
