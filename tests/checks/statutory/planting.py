"""Where words can be planted in the good issue, and the line of the file in which they then stand."""

import re
from collections.abc import Callable
from pathlib import Path

ISSUE = "issues/issue-001"
PUBLICATION, SHEET, FILLERS = "issues/publication.yaml", f"{ISSUE}/issue.yaml", "issues/fillers.yaml"
ARTICLES, PHOTOS = f"{ISSUE}/articles.yaml", f"{ISSUE}/photos.yaml"
COPY, LISTS = f"{ISSUE}/articles/library.md", f"{ISSUE}/articles/contest.md"
LEFT_OUT = "-"

Plant = Callable[[Path, str], str]
"""Plants words in a workspace and returns the place where they stand, ``file:line:``."""


def _edited(workspace: Path, file: str, line: int, new: list[str], over: int = 1) -> str:
    """Put lines in the place of ``over`` lines of a file; return the place of the first."""
    path = workspace / file
    lines = path.read_text("utf-8").split("\n")
    lines[line - 1 : line - 1 + over] = new
    path.write_text("\n".join(lines), "utf-8")
    return f"{file}:{line}:"


def _line(workspace: Path, file: str, number: int) -> str:
    return (workspace / file).read_text("utf-8").split("\n")[number - 1]


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _value(file: str, line: int, key: str, *, bare: bool = False) -> Plant:
    """Return what gives a key that has a line of its own another value, or leaves it out."""

    def plant(workspace: Path, words: str) -> str:
        if words == LEFT_OUT:
            _edited(workspace, file, line, ["# left out"])
            return f"{file}:"
        indent = re.match(r" *(?:- )?", _line(workspace, file, line))
        value = words if bare else _quoted(words)
        return _edited(workspace, file, line, [f"{indent[0] if indent else ''}{key}: {value}"])

    return plant


def _inner(file: str, line: int, key: str, *, bare: bool = False) -> Plant:
    """Return what gives a key inside braces another value, adds it, or leaves it out."""

    def plant(workspace: Path, words: str) -> str:
        old, known = _line(workspace, file, line), re.compile(rf"(?<=[{{ ]){key}: [^,}}]*")
        value = f"{key}: {words if bare else _quoted(words)}"
        if words == LEFT_OUT:
            return _edited(workspace, file, line, [re.sub(known.pattern + ",? ?", "", old)])
        new = known.sub(lambda _found: value, old) if known.search(old) else old.replace("}", f", {value}}}")
        return _edited(workspace, file, line, [new])

    return plant


def _added(file: str, line: int, key: str, indent: str = "  ") -> Plant:
    """Return what adds a key as a line of its own."""
    return lambda workspace, words: _edited(
        workspace, file, line, [f"{indent}{key}: {_quoted(words)}"], over=0
    )


def _copy(file: str, line: int, *shape: str) -> Plant:
    """Return what shapes a line of copy: {old} is what it was, {words} the words, whose line is found."""

    def plant(workspace: Path, words: str) -> str:
        old = _line(workspace, file, line)
        text = [each.format(old=old, words=words.replace("⏎", "\n")) for each in shape]
        _edited(workspace, file, line, text)
        first = next(number for number, each in enumerate(shape) if "{words}" in each)
        return f"{file}:{line + first}:"

    return plant


def _post(workspace: Path, words: str) -> str:
    """Add a post, role：name, to the masthead's people."""
    role, _colon, name = words.partition("：")
    return _inner(PUBLICATION, 15, _quoted(role))(workspace, name)


def _both_names(workspace: Path, words: str) -> str:
    """Give the publication another name, on the certificate too."""
    _inner(PUBLICATION, 10, "title")(workspace, words)
    return _value(PUBLICATION, 1, "name")(workspace, words)


def _front_matter(workspace: Path, words: str) -> str:
    _edited(workspace, COPY, 1, ["---", f"deck: {_quoted(words)}", "---"], over=0)
    return f"{COPY}:2:"


def _pull_quote(workspace: Path, words: str) -> str:
    _copy(COPY, 3, "{words}。{old}")(workspace, words)
    return _added(ARTICLES, 17, "pull_quote")(workspace, words)


def _boxed(workspace: Path, words: str) -> str:
    _edited(workspace, ARTICLES, 18, ["  rank: brief", "  box: rule"])
    return _copy(COPY, 3, "{words}。{old}")(workspace, words)


def _in_gutter(workspace: Path, words: str) -> str:
    """Plant in a story at the fold, which has no photo; its page gets another story."""
    _edited(workspace, ARTICLES, 18, ["  rank: brief", "  place: gutter"], over=2)
    _edited(workspace, PHOTOS, 7, [], over=5)
    _edited(
        workspace,
        SHEET,
        7,
        ["  - {page: 1, articles: [opening]}", "  - {page: 2, articles: [contest]}"],
        over=2,
    )
    return _copy(COPY, 3, "{words}。{old}")(workspace, words)


def _filler(where: str) -> Plant:
    """Return what writes a bank of one filler with the words in its headline, text or source."""

    def plant(workspace: Path, words: str) -> str:
        text = {"headline": "来稿须知", "source": "宣传部", "text": "来稿请写明单位。", where: words}
        lines = ["- id: notice", *(f"  {key}: {_quoted(text[key])}" for key in ("headline", "source"))]
        lines += ["  text: |", "    来稿不退。", f"    {text['text']}"]
        (workspace / FILLERS).write_text("\n".join(lines) + "\n", "utf-8")
        return f"{FILLERS}:{ {'headline': 2, 'source': 3, 'text': 6}[where] }:"

    return plant


PLACES: dict[str, Plant] = {
    "name": _value(PUBLICATION, 1, "name"),
    "both names": _both_names,
    "publisher": _value(PUBLICATION, 2, "publisher"),
    "label": _value(PUBLICATION, 4, "label"),
    "number": _value(PUBLICATION, 5, "number"),
    "kind": _value(PUBLICATION, 6, "kind"),
    "province": _value(PUBLICATION, 7, "province"),
    "valid from": _value(PUBLICATION, 8, "valid_from"),
    "valid until": _value(PUBLICATION, 9, "valid_until"),
    "approved title": _inner(PUBLICATION, 10, "title"),
    "approved format": _inner(PUBLICATION, 10, "format"),
    "approved period": _inner(PUBLICATION, 10, "period"),
    "approved run": _inner(PUBLICATION, 10, "print_run", bare=True),
    "notice": _value(PUBLICATION, 11, "notice"),
    "recipients": _value(PUBLICATION, 12, "recipients"),
    "printer": _value(PUBLICATION, 13, "printer"),
    "printer name": _inner(PUBLICATION, 13, "name"),
    "printer licence": _inner(PUBLICATION, 13, "licence"),
    "printer province": _inner(PUBLICATION, 13, "province"),
    "printer address": _inner(PUBLICATION, 13, "address"),
    "editors": _post,
    "address": _value(PUBLICATION, 16, "address"),
    "phone": _value(PUBLICATION, 17, "phone"),
    "email": _added(PUBLICATION, 19, "email", indent=""),
    "issue number": _value(SHEET, 1, "number", bare=True),
    "total": _value(SHEET, 2, "total", bare=True),
    "print date": _inner(SHEET, 4, "date", bare=True),
    "run": _inner(SHEET, 4, "run", bare=True),
    "page name": _inner(SHEET, 7, "name"),
    "kicker": _value(ARTICLES, 3, "kicker"),
    "headline": _value(ARTICLES, 4, "headline"),
    "deck": _value(ARTICLES, 5, "deck"),
    "byline": _value(ARTICLES, 6, "byline"),
    "section": _added(ARTICLES, 11, "section"),
    "source": _value(ARTICLES, 12, "source"),
    "caption": _value(PHOTOS, 9, "caption"),
    "credit": _value(PHOTOS, 4, "credit"),
    "lead": _copy(COPY, 1, "{words}，{old}"),
    "copy": _copy(COPY, 3, "{words}。{old}"),
    "end": _copy(COPY, 3, "{old}", "", "{words}"),
    "list": _copy(LISTS, 6, "2. {words}。"),
    "quote": _copy(LISTS, 9, "> {words}。", "", "{old}"),
    "cell": _copy(LISTS, 9, "{old}", "", "| 名次 | 队 |", "| --- | --- |", "| 1 | {words} |"),
    "table head": _copy(LISTS, 9, "{old}", "", "| 名次 | {words} |", "| --- | --- |", "| 1 | 一队 |"),
    "crosshead": _copy(LISTS, 9, "## {words}", "", "{old}"),
    "pull quote": _pull_quote,
    "filler": _filler("text"),
    "filler head": _filler("headline"),
    "filler source": _filler("source"),
    "box": _boxed,
    "gutter": _in_gutter,
    "front matter": _front_matter,
}
"""Every place of an issue that an editor's words or figures stand in, by the name that the tables use."""
