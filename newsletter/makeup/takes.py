"""Takes of a passage: at its best, and where limits allow it a line longer or a line shorter."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.compose import compose
from newsletter.dummy import Foot, SetLine
from newsletter.fonts import FontBook
from newsletter.makeup.copyfit import Copy, Passage, is_heading
from newsletter.makeup.feet import bound_feet, heading_feet, paragraph_feet
from newsletter.makeup.legs import Take

ASKED = 1.5
"""The badness of any paragraph that is not set at its best."""
CHANGED, STRETCH, TIGHTNESS = 8.0, 0.16, 0.06
"""What a line with so much em put or taken between characters adds; it grows with the square."""
SQUEEZED = 1.0
"""What a paragraph a line shorter adds: marks squeezed in many lines."""
ALONE = 1.0
"""The badness of a sign-off line on its own where the last line had room for it."""
GIVE = 0.5
"""The most in em that a character other than Han can give when a line is squeezed."""


def natural_takes(copy: Copy, measure: float) -> tuple[tuple[Take, ...], ...]:
    """Return the takes of a story's passages without asking any for other lines than its best."""
    return _signed([(take,) for take in _best(copy, measure)], copy, measure)


def all_takes(copy: Copy, measure: float) -> tuple[tuple[Take, ...], ...]:
    """Return all takes of a story's passages."""
    passages = copy.passages(measure)
    asked = [
        (take, *_asked(passages, at, take, copy.book, measure))
        for at, take in enumerate(_best(copy, measure))
    ]
    return _signed(asked, copy, measure)


def _best(copy: Copy, measure: float) -> list[Take]:
    """Return every passage's best take."""
    passages = copy.passages(measure)
    return [Take(each.lines, _feet(passages, at, each.lines, measure)) for at, each in enumerate(passages)]


def _feet(passages: Sequence[Passage], at: int, lines: Sequence[SetLine], measure: float) -> tuple[Foot, ...]:
    """Return the feet of a passage's lines."""
    if is_heading(passages[at]):
        return heading_feet(lines)
    if passages[at].bonds:
        return bound_feet(passages[at].bonds)
    return paragraph_feet(lines, measure, at > 0 and is_heading(passages[at - 1]))


def _asked(
    passages: Sequence[Passage], at: int, best: Take, book: FontBook, measure: float
) -> Iterator[Take]:
    """Return a passage's takes with a line less and a line more, where limits allow them."""
    for more in _promising(passages[at]):
        lines = _lines(passages[at], more, book)
        if lines and len(lines) == len(best.lines) + more and _is_even(lines, best.lines):
            yield Take(lines, _feet(passages, at, lines, measure), _cost(lines, more), more)


def _promising(passage: Passage) -> Iterator[int]:
    """Return the changes worth trying: a last line can only be taken in where the rest gives its width."""
    if passage.paragraph is None or passage.setting is None or len(passage.lines) < 2:
        return
    text = passage.paragraph.text
    giving = GIVE * sum(not _is_han(each) for each in text) + passage.setting.tightest * len(text)
    if passage.lines[-1].line.width <= giving:
        yield -1
    if len(passage.lines) > 2:
        yield 1


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _lines(passage: Passage, more: int, book: FontBook) -> tuple[SetLine, ...]:
    """Return a passage's lines when it is asked for so many more; none for what cannot be asked."""
    if passage.paragraph is None or passage.setting is None:
        return ()
    lines = compose(passage.paragraph, passage.setting, book, more)
    return tuple(replace(passage.lines[0], line=line) for line in lines)


def _is_even(lines: Sequence[SetLine], best: Sequence[SetLine]) -> bool:
    """Return whether no more lines than at best are ragged and no lone character ends the paragraph."""
    ragged, ragged_best = (sum(not each.line.full for each in some[:-1]) for some in (lines, best))
    lone = sum(map(str.isalnum, lines[-1].line.text)) < 2
    return ragged <= ragged_best and not lone


def _cost(lines: Sequence[SetLine], more: int) -> float:
    """Return the badness of a paragraph asked for other lines: by the line that is changed most."""
    worst = max((_change(each.line.stretch) for each in lines[:-1]), default=0.0)
    return ASKED + SQUEEZED * (more < 0) + CHANGED * worst**2


def _change(stretch: float) -> float:
    """Return how much white lies or lacks between a line's characters, in parts of what is much."""
    return stretch / STRETCH if stretch > 0 else -stretch / TIGHTNESS


def _signed(passages: Sequence[tuple[Take, ...]], copy: Copy, measure: float) -> tuple[tuple[Take, ...], ...]:
    """Return the passages with the sign-off line in the takes of the last one, or on its own."""
    tail = copy.sign_off(measure)
    if not tail:
        return tuple(passages)
    if not passages or not passages[-1][0].lines:
        return (*passages, (Take(tail, (Foot.SIGN_OFF,) * len(tail)),))
    ended = tuple(take for each in passages[-1] for take in _ended(each, tail, copy, measure))
    return (*passages[:-1], ended)


def _ended(take: Take, tail: tuple[SetLine, ...], copy: Copy, measure: float) -> Iterator[Take]:
    """Return a story's last take with the sign-off line on its last line where it fits, and below it."""
    *before, last = take.lines
    joined = copy.signed(copy.passages(measure)[-1], last, measure)
    if joined is not None:
        yield Take((*before, joined), take.feet, take.cost, take.more)
    feet = (*take.feet[:-1], *(Foot.SIGN_OFF,) * len(tail), Foot.CLEAN)
    alone = joined is not None
    yield Take((*take.lines, *tail), feet, take.cost + ALONE * alone, take.more, alone)
