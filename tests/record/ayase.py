"""The wording of Ayase's departmental policies, read from the extracted text. Knows nothing of the record."""

import re

WINDOW = 200


def policies(text):
    """Each department as a stream of characters without white space and table marks, cut into windows.

    The extracted tables do not show where a heading ends and its text begins, so the stream holds everything in printed
    order, and a window that differs says where. Addresses are `<department>:<window>`, both counted from 1.
    """
    body = text.split("令和5年5月\n", 1)[1]
    body = re.sub(r"(?m)^-+\t-+$|<[^>]*>", "", body)
    # The list marks of one basic policy.
    for item in ("災害に強いまちづくりの推進：", "都市基盤の強化：", "都市環境の充実："):
        body = body.replace(f"・{item}", item)
    for department, part in enumerate(re.split(r"(?m)^(?=令和5年度 .*運営方針$)", body)[1:], start=1):
        stream = re.sub(r"\s", "", topic_after_label(part))
        for window, start in enumerate(range(0, len(stream), WINDOW), start=1):
            yield f"{department}:{window}", stream[start : start + WINDOW]


def topic_after_label(part):
    """One department's tables name the topic above the heading of its block; elsewhere it stands below."""
    return re.sub(r"(?m)^(\S+について)\t?\n((?:[123] )?\S+)\t", r"\2\t\1\n", part)
