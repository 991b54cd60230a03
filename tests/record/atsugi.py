"""The passages of Atsugi's documents, read from their printed layout. Knows nothing of the record."""

import re

LABELS = ("常に", "1年以内", "2年以内", "4年以内", "長期")
PAGE_RULE = "———"
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def manifesto(text):
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


def reform(text):
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


def plan(text):
    """Seven numbered parts as Markdown, whose lists are issues, policies and aims, with two tables."""
    text = text[: text.index("開催", text.index("※随時")) + len("開催")]
    part, sub, paragraph = None, None, 0
    for line in (line.strip(" ") for line in text.split("\n")):
        numbered = re.fullmatch(r"([1-7]) (.+)", line)
        lettered = re.fullmatch(r"\(([12])\) (.+)", line)
        item = re.fullmatch(r"- +(?:([ア-オ])|([12])|\((\d+)\)) (.+)", line)
        if numbered:
            part, sub, paragraph = f"s{numbered[1]}", None, 0
            yield part, numbered[2]
        elif lettered:
            sub, paragraph = f"{part}-{lettered[1]}", 0
            yield sub, lettered[2]
        elif line == "魅力あふれる厚木創造プロジェクト":
            sub, paragraph = "creation", 0
            yield sub, line
        elif item:
            yield item_of_plan(sub, item), item[4]
        elif "\t" in line:
            yield from row_of_plan(part, line.split("\t"))
        elif line.startswith("※"):
            yield ("projects:excludes" if part == "s4" else "schedule:note"), line
        elif line and part and not line.startswith("【"):
            paragraph += 1
            yield f"{sub or part}-p{paragraph}", line


def item_of_plan(sub, item):
    """Where an item of a list stands: an issue, a policy, the first aim, the heading of the others, or one of those."""
    letter, first, second, _ = item.groups()
    if letter:
        order = "abcde"["アイウエオ".index(letter)]
        return f"{sub}-{order}" if sub == "s4-2" else f"{sub.removeprefix('s')}-{order}"
    if second:
        return f"2-{second}"
    return "creation-2" if first == "2" else first


def row_of_plan(part, cells):
    """The progress of the first plan has rows of two cells, the schedule of three."""
    if part == "s7":
        for column, cell in zip(("month", "plan", "budget"), cells, strict=True):
            yield f"schedule:{column}", cell
    else:
        yield "projects:row", " ".join(cells)


def reform_6(text):
    """Appendix 9: totals, then plans with their activities and indicators as rows of labels and cells."""
    text = text[text.index("２ 令和元年度目標に対する実績") :]
    goal, plan, indicator = 0, 0, 0
    for label, cell in rows_of_results(text):
        here = f"{goal}-{plan}"
        if label == "重点目標":
            goal, plan = goal + 1, 0
            yield f"g{goal}", cell
        elif label == "計画名":
            plan, indicator = plan + 1, 0
            yield f"{goal}-{plan}", cell
        elif label == "取組内容":
            for order, activity in enumerate(filter(None, re.split("[・①②③]", cell))):
                yield f"{here}.{'abc'[order]}", activity
        elif label == "指標名":
            indicator += 1
            name, *note = cell.split("※")
            yield f"{here}:{indicator}:name", name
            yield from ((f"{here}:{indicator}:definition", "※" + text) for text in note)
        elif label == "目標":
            target, actual, rate = re.fullmatch(r"(.+?)実績(.+?)達成率(.+)", cell).groups()
            yield f"{here}:{indicator}:target", target
            yield f"{here}:{indicator}:actual", actual
            yield f"{here}:{indicator}:rate", rate
        else:
            yield label, cell


def rows_of_results(text):
    """Joins the lines of each row; the spaces that set labels and cells apart are dropped."""
    label, cell = None, ""
    for line in filter(None, map(str.strip, text.split("\n"))):
        total = re.fullmatch(r"(.*項目※?) (\d+) 項目", line)
        starts = re.match(r"(重点目標)[１-３] |(計画名|取組内容|指標名|目 標)(?: |$)", line)
        alone = {"２": "s2", "【": "s2-missed", "※": "counts:note"}.get(line[0]) if label in (None, "重点目標") else None
        if not (total or starts or alone or line.startswith("備 考")):
            cell += line
            continue
        if cell:
            yield label, as_one_cell(label, cell)
        label, cell = None, ""
        if starts:
            label, cell = (starts[1] or starts[2]).replace(" ", ""), line[len(starts[0]) :]
        elif total:
            yield "counts", f"{total[1]} {total[2]} 項目"
        elif line.startswith("備 考"):
            yield "2-3:1:remark", line.removeprefix("備 考 ")
        else:
            yield alone, line.removeprefix("２ ")
    yield label, as_one_cell(label, cell)


def as_one_cell(label, cell):
    return re.sub(r"(?<=\D) | (?=\D)(?!件|団体|事業者|サービス)", "", cell) if label == "目標" else cell
