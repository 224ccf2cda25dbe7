"""Text into printing form: Chinese marks next to Han, paired quotation marks, no stray spaces.

Pure and idempotent. No digit changes its value and no word its letters; where the text does not say which
of two readings is meant, it stays as it is. Sources: GB/T 15834—2011, GB/T 15835—2011, W3C clreq.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from newsletter.full_width import FULL, FullWidth, full_width
from newsletter.script import CLOSING, DASH, DOTS, HAN, MARK, OPENING, TIE, shape


class Change(StrEnum):
    """What kind of thing was set right."""

    INVISIBLE = "invisible"
    FORM = "form"
    WIDTH = "width"
    MARK = "mark"
    BRACKET = "bracket"
    QUOTE = "quote"
    ELLIPSIS = "ellipsis"
    DASH = "dash"
    SPACE = "space"


class Spaces(StrEnum):
    """What a space between words of Han text can mean.

    Nothing, in body copy, where typesetting makes what gaps there are. A pause between Han in headlines
    and captions: 喜迎校庆 再谱新篇. What parts unit, name and date in a byline: 教务处 2026年9月24日.
    """

    NOTHING = "nothing"
    PAUSE = "pause"
    PARTING = "parting"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: the kind, the offset in the text as it was, the characters there and in their place."""

    kind: Change
    at: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Normalised:
    """Text in printing form and the changes that made it so, in their order."""

    text: str
    edits: tuple[Edit, ...] = ()


Proposal = tuple[int, int, str]
"""Start and end in the text, and what is to stand there."""

_CJK = f"[{HAN}{MARK}]"
_SPACE = "[ \u3000]"

# On the text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e007f]"
)
_FORM = re.compile(
    "[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]+|[\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06]"
    "|[\U0002f800-\U0002fa1f]"
)
_BLANK = re.compile("[\t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_WIDE_LETTERS = re.compile("[０-９Ａ-Ｚａ-ｚ]+|(?<=[0-9])．(?=[0-9])")
_PROTECTED = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[!-~]*[0-9A-Za-z/#=&_-]|(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![\w-])[\w-]+(?:\.[A-Za-z0-9]{1,5}){1,8}(?![\w.])",
    re.ASCII,
)
_ELLIPSIS = re.compile("。{3,}|…+|⋯+")
_HALF = re.compile("[,;:?!.]")
_DASH = re.compile(r"-{2,}|－{2,}|―{2,}|–{2,}")

_HAN_POINT = re.compile(
    "(?<=[〇一二三四五六七八九十])[.](?=[〇一二三四五六七八九十])|^[一二三四五六七八九十]{1,3}[.]",
    re.MULTILINE,
)
_SECONDS = re.compile(r'\d"\d')

# On the text's shape.
_CLEAN = re.compile(f"[0-9A-Za-z%+/~=_{HAN}{MARK}{OPENING}{CLOSING}{DOTS}{DASH}{TIE}]*")
_BEHIND_SHAPE = re.compile("。。|(?<!…)…(?!…)|………|[\uf900-\ufaff\U0002f800-\U0002fa1f]")
_EDGE = re.compile(f"^{_SPACE}+|(?<!{_SPACE}){_SPACE}+$")
_MANY = re.compile(f"{_SPACE}{{2,}}")
_NEAR_MARK = re.compile(f"(?<! ) +(?=[{MARK}{CLOSING}{DOTS}])|(?<=[{MARK}{OPENING}{DOTS}]) +")
_LATIN_HAN = re.compile(f"(?<={HAN}) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) +(?={HAN})")
_HAN_HAN = re.compile(f"(?<={HAN}) +(?={HAN})")
_SIGNED = re.compile(f"{MARK}[{HAN}0-9A-Za-z]{{2,}} {HAN}{{2,4}}{MARK}$")
_DISPATCH = re.compile("^本.{1,3}讯 ")
_PAUSE = re.compile(f"(?<={HAN}{{4}}) (?={HAN}{{4}})")
_SLOGAN = re.compile("[“《‘「〈][^“”《》‘’「」〈〉。，；！？]{9,40}[”》’」〉]")
_CREDITS = re.compile(r"[（(][^（）()]{0,120}[)）]|^[^。！？]{1,60}$")
_CREDITED = re.compile("(?:文|图|摄|摄影|审|审核|编辑|责编|撰稿|供稿|作者|来源|通讯员|记者)[/：:]")
_NAMES = re.compile(f"(?<!{HAN}){HAN}{{2,}} (?:{HAN}{{2,4}} )+{HAN}{{2,}}")


def normalise(text: str, spaces: Spaces = Spaces.NOTHING) -> Normalised:
    """Return the text in printing form; ``spaces`` says which of its spaces may stay."""
    kinds = shape(text)
    if _CLEAN.fullmatch(kinds) and not _BEHIND_SHAPE.search(text):
        return Normalised(text)
    draft = _Draft(text)
    steps = STEPS if re.search(_CJK, kinds) else PLAIN_STEPS
    while True in [draft.apply(kind, step(draft.text, spaces)) for kind, step in steps]:
        pass
    return Normalised(draft.text, draft.edits())


class _Draft:
    """The text in the making: for each character of the original, what stands in its place."""

    def __init__(self, text: str) -> None:
        self.original = text
        self.text = text
        self.cells = list(text)
        self.kinds: list[Change | None] = [None] * len(text)
        self.owners = list(range(len(text)))

    def apply(self, kind: Change, proposals: Iterator[Proposal]) -> bool:
        """Put the proposals into the text; return whether anything changed."""
        changed = False
        for start, end, new in proposals:
            if self.text[start:end] != new:
                self._put(kind, sorted(set(self.owners[start:end])), new)
                changed = True
        if changed:
            self.text = "".join(self.cells)
            self.owners = [owner for owner, cell in enumerate(self.cells) for _each in cell]
        return changed

    def _put(self, kind: Change, owners: list[int], new: str) -> None:
        """Let the first of the characters become all of the new text, one to one where it is as long."""
        spread = list(new) if len(new) == len(owners) else [new, *[""] * (len(owners) - 1)]
        for owner, cell in zip(owners, spread, strict=True):
            self.cells[owner] = cell
            self.kinds[owner] = kind

    def edits(self) -> tuple[Edit, ...]:
        """Return what differs from the original, neighbours of one kind together."""
        edits: list[Edit] = []
        for at, (old, new, kind) in enumerate(zip(self.original, self.cells, self.kinds, strict=True)):
            if kind is None or old == new:
                continue
            last = edits[-1] if edits else None
            if last and last.kind is kind and last.at + len(last.old) == at:
                edits[-1] = Edit(kind, last.at, last.old + old, last.new + new)
            else:
                edits.append(Edit(kind, at, old, new))
        return tuple(edits)


def _protected(text: str) -> set[int]:
    """Return the offsets that belong to addresses and file names, and of the point in 一.二八 and 一.总则."""
    found = (*_PROTECTED.finditer(text), *_HAN_POINT.finditer(text))
    return {offset for each in found for offset in range(*each.span())}


def _invisible(text: str, _kept: Spaces) -> Iterator[Proposal]:
    return ((each.start(), each.end(), "") for each in _INVISIBLE.finditer(text))


def _forms(text: str, _kept: Spaces) -> Iterator[Proposal]:
    """One form for a character that Unicode writes in several, as text taken out of a PDF often has it.

    A letter with its accents is one letter, ﬁ is two; radicals and compatibility ideographs are the
    characters that they look like.
    """
    for found in _FORM.finditer(text):
        one = unicodedata.normalize("NFKC", found.group())
        if len(found.group()) == 1 or len(one) < len(found.group()):
            yield found.start(), found.end(), one


def _blanks(text: str, _kept: Spaces) -> Iterator[Proposal]:
    return ((each.start(), each.end(), " ") for each in _BLANK.finditer(text))


def _letters(text: str, _kept: Spaces) -> Iterator[Proposal]:
    narrow = {code: code - 0xFEE0 for code in range(0xFF0E, 0xFF5B)}
    return (
        (each.start(), each.end(), each.group().translate(narrow)) for each in _WIDE_LETTERS.finditer(text)
    )


@lru_cache(maxsize=1)
def _full_width(text: str) -> FullWidth:
    """Return what is to be of full width; three rules in turn ask it of the same text."""
    return full_width(text, _protected(text))


def _ellipses(text: str, _kept: Spaces) -> Iterator[Proposal]:
    """Six dots on two em; twelve, for a left-out paragraph, stay; dots between Latin words stay."""
    for found in _ELLIPSIS.finditer(text):
        dots = found.group()
        if dots[0] in "。⋯" or _beside_han(text, *found.span()):
            yield found.start(), found.end(), "…………" if len(dots) == 4 else "……"
    if "..." in text:
        for start, end in _full_width(text).dots:
            yield start, end, "…………" if end - start == 12 else "……"


def _dashes(text: str, _kept: Spaces) -> Iterator[Proposal]:
    """Two hyphens next to Han are a dash; a single — may be a connector (北京—上海) and stays."""
    for found in _DASH.finditer(text):
        if _beside_han(text, *found.span()):
            yield found.start(), found.end(), "——"


def _beside_han(text: str, start: int, end: int) -> bool:
    """Return whether Han or a Chinese mark stands on either side."""
    return re.search(_CJK, shape(text[max(0, start - 1) : start] + text[end : end + 1])) is not None


def _marks(text: str, _kept: Spaces) -> Iterator[Proposal]:
    """Marks of Chinese sentences are full width, but not those of addresses, file names and numbers."""
    if _HALF.search(text):
        yield from ((at, at + 1, FULL[text[at]]) for at in _full_width(text).marks)


def _brackets(text: str, _kept: Spaces) -> Iterator[Proposal]:
    """Round brackets are full width when Han stands next to one of the pair, or one is already."""
    if "(" in text or ")" in text:
        for start, end in _full_width(text).pairs:
            yield start, start + 1, "（"
            yield end, end + 1, "）"


def _quotes(text: str, _kept: Spaces) -> Iterator[Proposal]:
    """Pair straight double quotation marks by turns, single ones around Han; unpaired ones stay."""
    yield from _double_quotes(text)
    yield from _single_quotes(text)


def _double_quotes(text: str) -> Iterator[Proposal]:
    proposals, opened = [], False
    for place, character in enumerate(text):
        if character == '"' and not _SECONDS.match(text, max(0, place - 1)):
            proposals.append((place, place + 1, "”" if opened else "“"))
        elif character not in "“”" or (character == "“") == opened:
            if character in "“”":
                return
            continue
        opened = not opened
    if not opened:
        yield from proposals


def _single_quotes(text: str) -> Iterator[Proposal]:
    places = [each.start() for each in re.finditer(r"(?<![0-9A-Za-z])'|'(?![0-9A-Za-z])", text)]
    if len(places) % 2:
        return
    for start, end in zip(places[::2], places[1::2], strict=True):
        if HAN in shape(text[start:end]):
            yield start, start + 1, "‘"
            yield end, end + 1, "’"


def _spaces(text: str, kept: Spaces) -> Iterator[Proposal]:
    """Drop the spaces that typesetting makes itself, not those that part words on purpose."""
    kinds = shape(text)
    patterns = (_EDGE, _NEAR_MARK, *_DROPPED[kept])
    names = {place for found in _meant(text, kinds) for place in range(*found.span())}
    dropped = {each.span() for pattern in patterns for each in pattern.finditer(kinds)}
    dropped = {(start, end) for start, end in dropped if start not in names}
    for start, end in sorted(dropped):
        yield start, end, ""
    if not dropped:
        yield from ((each.start(), each.end(), _one(each.group())) for each in _MANY.finditer(kinds))


def _meant(text: str, kinds: str) -> Iterator[re.Match[str]]:
    """Return where spaces part words on purpose: slogans, credits, rows of names, signatures, 本院讯."""
    if " " not in text:
        return
    # A slogan stands in quotation or title marks and has no comma: “传承红色基因 践行初心使命”.
    for slogan in _SLOGAN.finditer(text):
        yield from _PAUSE.finditer(kinds, *slogan.span())
    # Credits say who made what: （文/李明 图/王华）.
    for line in _CREDITS.finditer(text):
        if _CREDITED.search(line.group()):
            yield from _HAN_HAN.finditer(kinds, *line.span())
    yield from _NAMES.finditer(kinds)
    yield from _SIGNED.finditer(kinds)
    yield from _DISPATCH.finditer(text)


def _one(spaces: str) -> str:
    """Return one space for several, the wide one where there is one."""
    return "\u3000" if "\u3000" in spaces else " "


_DROPPED: Mapping[Spaces, tuple[re.Pattern[str], ...]] = {
    Spaces.NOTHING: (_LATIN_HAN, _HAN_HAN),
    Spaces.PAUSE: (_LATIN_HAN,),
    Spaces.PARTING: (),
}

Step = tuple[Change, Callable[[str, Spaces], Iterator[Proposal]]]

PLAIN_STEPS: tuple[Step, ...] = (
    (Change.INVISIBLE, _invisible),
    (Change.FORM, _forms),
    (Change.SPACE, _blanks),
    (Change.WIDTH, _letters),
    (Change.SPACE, _spaces),
)
"""What is done to text without Han, where marks and quotation marks are those of its own language."""

STEPS: tuple[Step, ...] = (
    *PLAIN_STEPS,
    (Change.ELLIPSIS, _ellipses),
    (Change.DASH, _dashes),
    (Change.MARK, _marks),
    (Change.BRACKET, _brackets),
    (Change.QUOTE, _quotes),
)
