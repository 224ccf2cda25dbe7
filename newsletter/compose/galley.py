"""A paragraph as a galley: its sorts in one endless line, measured once for every measure.

All lengths are thousandths of an em. What lies between two sorts (a gap, room to take or give) is kept
with the sort before it, so that a line's share of anything is one subtraction of running sums.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from operator import add

from newsletter.compose import edges, neighbours
from newsletter.compose.classes import LATIN, RAISED_FIGURES
from newsletter.compose.numbers import bonds
from newsletter.compose.over import (
    NOTHING,
    Over,
    before_figures,
    face_of_figures,
    has_figures,
    open_up,
    over,
)
from newsletter.compose.setting import Setting
from newsletter.compose.tokens import printable
from newsletter.compose.typecase import Sort, TypeCase, type_case
from newsletter.fonts import FontBook
from newsletter.manuscript import Paragraph


@dataclass(frozen=True, slots=True, eq=False)
class Galley:
    """Sorts with their offsets in ``text``, what lies between them and where lines may break.

    ``gaps`` and ``joints`` (a piece must end) lie after each sort. Running sums up to each sort: ``slots``
    count the places that can be spaced, ``flexes`` the gaps and spaces, ``marks`` the white that squeezing
    may take. ``breaks`` are the sorts a line may start with, from 0 to the end, with their ``penalties``;
    ``lasts`` are the last visible sorts before them, ``starts`` and ``ends`` the edges of a line's ink
    there, marks at a line's edge being half wide, ``openings`` and ``closings`` the halves they lack.
    ``orphan`` is the last break to leave enough for a line.
    """

    text: str
    offsets: Sequence[int]
    sorts: Sequence[Sort]
    halves: Sequence[bool]
    joints: Sequence[bool]
    gaps: Sequence[int]
    slots: Sequence[int]
    flexes: Sequence[int]
    marks: Sequence[float]
    breaks: Sequence[int]
    penalties: Sequence[float]
    lasts: Sequence[int]
    starts: Sequence[float]
    ends: Sequence[float]
    openings: Sequence[float]
    closings: Sequence[float]
    orphan: int
    above: Over = NOTHING
    widest: float = field(init=False)
    sums: tuple[Sequence[float], Sequence[int], Sequence[int]] = field(init=False)
    last_sums: tuple[Sequence[float], Sequence[int], Sequence[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Note the least room of the widest stretch without a break, and the sums at the breaks."""
        object.__setattr__(self, "sums", self._sums_at(self.breaks))
        object.__setattr__(self, "last_sums", self._sums_at(self.lasts))
        object.__setattr__(self, "widest", max(self.least_widths(), default=0.0))

    def _sums_at(self, places: Sequence[int]) -> tuple[Sequence[float], Sequence[int], Sequence[int]]:
        """Return the sums of marks, flexes and slots up to each place."""
        marks, flexes, slots = self.marks, self.flexes, self.slots
        return [marks[at] for at in places], [flexes[at] for at in places], [slots[at] for at in places]

    def least_widths(self) -> list[float]:
        """Return the least width of the stretch between each break and the next."""
        stretches = zip(self.ends[1:], self.starts, self.last_sums[0][1:], self.sums[0], strict=False)
        return [end - start - (given - before) for end, start, given, before in stretches]


def galley(paragraph: Paragraph, setting: Setting, book: FontBook) -> Galley:
    """Return a paragraph's galley; where a word is wider than the measure, cut to fit it."""
    whole = _galley(paragraph, _type_of(setting), book)
    room = 1000 * (setting.measure - max(setting.indent, setting.hanging))
    return whole if whole.widest <= room else _cut_galley(whole, room, _type_of(setting), book)


@lru_cache(maxsize=1024)
def _type_of(setting: Setting) -> Setting:
    """Return a setting without what a galley does not depend on."""
    return replace(
        setting,
        measure=0.0,
        indent=0.0,
        hanging=0.0,
        align="justify",
        line_start="half",
        line_end="half",
        tightest=0.0,
        loosened=0.0,
    )


@lru_cache(maxsize=4096)
def _galley(paragraph: Paragraph, setting: Setting, book: FontBook) -> Galley:
    """Return the galley of a paragraph's runs."""
    found: list[str] = []
    sorts: list[Sort] = []
    texts = [printable(run.text) for run in paragraph.runs]
    for run, text in zip(paragraph.runs, texts, strict=True):
        cut, made = _case(setting, setting.face_of(run.emphasis), book).set(text)
        found += cut
        sorts += _with_figures(cut, made, setting, book) if has_figures(text) else made
    return _measured(found, sorts, setting.gap, over(paragraph.runs, texts, setting, book))


def _with_figures(
    cut: Sequence[str], made: Sequence[Sort], setting: Setting, book: FontBook
) -> Iterator[Sort]:
    """Yield the sorts of tokens, raised figures all of one face."""
    raised = _case(setting, face_of_figures(book, setting.face), book)
    return (
        sort if token.strip(RAISED_FIGURES) else raised[token] for token, sort in zip(cut, made, strict=True)
    )


def _case(setting: Setting, face: str, book: FontBook) -> TypeCase:
    """Return the type case of a face for a setting."""
    return type_case(book, face, setting.punctuation, setting.latin_scale(face), setting.hyphenation)


def _measured(
    found: Sequence[str], plain: Sequence[Sort], gap: float, above: Over, forced: Iterable[int] = ()
) -> Galley:
    """Return the galley of sorts; ``forced`` are sorts that a line may start with in the last resort."""
    text, offsets = "".join(found), [0, *accumulate(map(len, found))]
    sorts = neighbours.squeezed(plain)
    for at in before_figures(text, offsets):
        sorts[at] = neighbours.halved(sorts[at])
    cuts = set(forced)
    between = neighbours.between(sorts, round(1000 * gap), cuts)
    open_up(between, above, text, offsets, sorts)
    positions = [0.0, *accumulate(map(add, [sort.width for sort in sorts], between.gaps))]
    held = bonds(text)
    kept = {at for each in held.whole | above.bound if offsets[at := bisect_left(offsets, each)] == each}
    dear = {bisect_left(offsets, offset): price for offset, price in held.dear.items()}
    neighbours.stiffen(between, sorts, kept)
    breaks = edges.breaks(sorts, kept, cuts)
    lasts = edges.lasts(sorts, breaks)
    openings, closings = edges.openings(sorts, breaks), edges.closings(sorts, lasts)
    return Galley(
        text=text,
        offsets=offsets,
        sorts=sorts,
        halves=[sort.halved for sort in sorts],
        joints=between.joints,
        gaps=between.gaps,
        slots=[0, *accumulate(between.slots)],
        flexes=[0, *accumulate(between.flexes)],
        marks=[0.0, *accumulate(between.marks)],
        breaks=breaks,
        penalties=edges.penalties(sorts, breaks, cuts, dear),
        lasts=lasts,
        starts=edges.starts(sorts, positions, breaks, openings),
        ends=edges.ends(sorts, positions, lasts, closings),
        openings=openings,
        closings=closings,
        orphan=edges.orphan(sorts, breaks),
        above=above,
    )


@lru_cache(maxsize=256)
def _cut_galley(whole: Galley, room: float, setting: Setting, book: FontBook) -> Galley:
    """Return the galley with every stretch wider than the room cut into characters, to break anywhere."""
    found: list[str] = []
    sorts: list[Sort] = []
    forced: list[int] = []
    for index, least in enumerate(whole.least_widths()):
        wide = least > room
        for at in range(whole.breaks[index], whole.breaks[index + 1]):
            sort, token = whole.sorts[at], whole.text[whole.offsets[at] : whole.offsets[at + 1]]
            cut = wide and sort.kind == LATIN
            case = _case(setting, sort.face, book)
            forced += range(len(found), len(found) + len(token)) if cut else [len(found)] * wide
            found += token if cut else [token]
            sorts += [case[each] for each in token] if cut else [sort]
    return _measured(found, sorts, setting.gap, whole.above, forced)
