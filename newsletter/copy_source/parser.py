"""The Markdown parser as copy needs it: CommonMark without HTML, with emphasis next to Chinese marks."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

NOTE = re.compile(r"\[\^(?P<label>[^\]\[\s^]+)\][:：][ \t]*(?=\S)")
NOT_COPY = ["code", "lheading", "reference", "html_block", "html_inline", "text_join", "normalize"]
"""Off: indented code (writers indent paragraphs), underlined headings (a rule under a line), link
definitions (they vanish), HTML; joining, which would blur where an escaped character stands; and what puts
U+FFFD for a NUL, which is left out like other controls."""

LINKS = ["link", "image"]
DEEPEST = 100
"""The most levels of lists and quotes that are read; what lies deeper would be lost."""


def parse(text: str) -> list["Token"]:
    """Return the block tokens of a copy file."""
    return _parser("](" in text).parse(text)


def parse_inline(text: str) -> list["Token"]:
    """Return the tokens of text that is the inside of one paragraph."""
    (token,) = _parser("](" in text).parseInline(text)
    return token.children or []


def split_row(line: str) -> list[str]:
    """Return the cells of a table's line."""
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(line.strip())
    return cells[bool(cells and not cells[0].strip()) : len(cells) - (not cells[-1].strip())]


@cache
def _parser(links: bool) -> "MarkdownIt":
    """Return the parser; its import takes longer than reading a manifest, so it waits for the first copy.

    Copy without ``](`` has no links. They are not looked for, as a row of open brackets would take minutes.
    """
    from markdown_it import MarkdownIt

    unwanted = NOT_COPY if links else [*NOT_COPY, *LINKS]
    parser = (
        MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table").disable(unwanted)
    )
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.block.ruler.before("paragraph", "note", _note, {"alt": ["paragraph"]})
    return parser


def _note(state: "StateBlock", first: int, last: int, silent: bool) -> bool:
    """Take a line `[^1]: …`, and those that go on without an empty line, as the text of a note."""
    start = state.bMarks[first] + state.tShift[first]
    found = NOTE.match(state.src, start, state.eMarks[first])
    if not found or silent:
        return found is not None
    end = _note_end(state, first, last)
    opened = state.push("note_open", "", 1)
    opened.info, opened.map = found["label"], [first, end]
    text = state.push("inline", "", 0)
    text.content = state.getLines(first, end, state.blkIndent, False)[found.end() - start :].strip()
    text.map, text.children = [first, end], []
    text.meta = {"column": found.end() - state.bMarks[first]}
    state.push("note_close", "", -1)
    state.line = end
    return True


def _note_end(state: "StateBlock", first: int, last: int) -> int:
    """Return the line before which a note's text ends."""
    rules = state.md.block.ruler.getRules("paragraph")
    line = first + 1
    while (
        line < last and not state.isEmpty(line) and not any(rule(state, line, last, True) for rule in rules)
    ):
        line += 1
    return line


def _emphasis(state: "StateInline", silent: bool) -> bool:
    """Take a run of * or _ as delimiters.

    CommonMark does not close `**“引语”**后` since a mark stands before the stars and no space or mark
    behind them; next to Chinese characters, which are written without spaces, it is closed.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    opens, closes = _flanks(state, scanned.length) if marker == "*" else (scanned.can_open, scanned.can_close)
    for _each in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        place = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), scanned.length, place, -1, opens, closes))
    state.pos += scanned.length
    return True


def _flanks(state: "StateInline", length: int) -> tuple[bool, bool]:
    """Return whether stars can open and close emphasis."""
    before = state.src[state.pos - 1] if state.pos else " "
    behind = state.src[state.pos + length] if state.pos + length < len(state.src) else " "
    opens = not behind.isspace() and (not _mark(behind) or _apart(before))
    closes = not before.isspace() and (not _mark(before) or _apart(behind))
    return opens, closes


def _mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _apart(character: str) -> bool:
    """Return whether the character parts words: white space, a mark, or any character of Han text."""
    return character.isspace() or _mark(character) or character >= "\u2e80"
