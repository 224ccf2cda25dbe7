"""Takes of a passage: at its best, and where limits allow it a line longer or a line shorter."""

from collections.abc import Iterator, Sequence

from newsletter.compose import compose
from newsletter.dummy import Foot, SetLine
from newsletter.makeup.copyfit import Copy, Passage, is_heading, signed
from newsletter.makeup.feet import heading_feet, paragraph_feet
from newsletter.makeup.legs import Take
from newsletter.manuscript import Block

LOOSENED = frozenset((Block.TEXT, Block.ITEM, Block.QUOTE))
"""The blocks that may be asked for other lines than their best."""
ASKED = 1.5
"""The badness of any paragraph that is not set at its best."""
STRETCHED, STRETCH = 8.0, 0.16
"""What a line stretched by so much em between characters adds; it grows with the square."""
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
    best = _best(copy, measure)
    passages = copy.passages(measure)
    asked = [(take, *_asked(passages, at, take, copy, measure)) for at, take in enumerate(best)]
    return _signed(asked, copy, measure)


def _best(copy: Copy, measure: float) -> list[Take]:
    """Return every passage's best take."""
    passages = copy.passages(measure)
    return [Take(each.lines, _feet(passages, at, each.lines, measure)) for at, each in enumerate(passages)]


def _feet(passages: Sequence[Passage], at: int, lines: Sequence[SetLine], measure: float) -> tuple[Foot, ...]:
    """Return the feet of a passage's lines."""
    if passages[at].feet:
        return passages[at].feet
    if is_heading(passages[at]):
        return heading_feet(lines)
    return paragraph_feet(lines, measure, at > 0 and is_heading(passages[at - 1]))


def _asked(passages: Sequence[Passage], at: int, best: Take, copy: Copy, measure: float) -> Iterator[Take]:
    """Return a passage's takes with a line less and a line more, where limits allow them."""
    for more in _promising(passages[at]):
        lines = _lines(passages[at], more, copy, measure)
        if lines and len(lines) == len(best.lines) + more and _is_even(lines, best.lines):
            yield Take(lines, _feet(passages, at, lines, measure), _cost(lines, more))


def _promising(passage: Passage) -> Iterator[int]:
    """Return the changes worth trying: a last line can only be taken in where the rest gives its width."""
    if passage.paragraph is None or passage.paragraph.block not in LOOSENED or len(passage.lines) < 2:
        return
    text = passage.paragraph.text
    if passage.lines[-1].line.width <= GIVE * sum(not _is_han(each) for each in text):
        yield -1
    if len(passage.lines) > 2:
        yield 1


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _lines(passage: Passage, more: int, copy: Copy, measure: float) -> tuple[SetLine, ...]:
    """Return a passage's lines when it is asked for so many more."""
    if passage.paragraph is None:
        return ()
    lines = compose(passage.paragraph, copy.setting(passage.paragraph, measure), copy.book, more)
    return tuple(SetLine(line, passage.lines[0].style) for line in lines)


def _is_even(lines: Sequence[SetLine], best: Sequence[SetLine]) -> bool:
    """Return whether no more lines than at best are ragged and no lone character ends the paragraph."""
    ragged, ragged_best = (sum(not each.line.full for each in some[:-1]) for some in (lines, best))
    lone = sum(map(str.isalnum, lines[-1].line.text)) < 2
    return ragged <= ragged_best and not lone


def _cost(lines: Sequence[SetLine], more: int) -> float:
    """Return the badness of a paragraph asked for other lines: by its worst stretch."""
    stretch = max((each.line.stretch for each in lines[:-1]), default=0.0)
    return ASKED + SQUEEZED * (more < 0) + STRETCHED * (max(0.0, stretch) / STRETCH) ** 2


def _signed(passages: Sequence[tuple[Take, ...]], copy: Copy, measure: float) -> tuple[tuple[Take, ...], ...]:
    """Return the passages with the sign-off line in the takes of the last one, or on its own."""
    tail = tuple(line for passage in copy.sign_off(measure) for line in passage.lines)
    if not tail:
        return tuple(passages)
    if not passages or not passages[-1][0].lines:
        return (*passages, (Take(tail, (Foot.SIGN_OFF,) * len(tail)),))
    ended = tuple(take for each in passages[-1] for take in _ended(each, tail, measure))
    return (*passages[:-1], ended)


def _ended(take: Take, tail: tuple[SetLine, ...], measure: float) -> Iterator[Take]:
    """Return a story's last take with the sign-off line on its last line where it fits, and below it."""
    *before, last = take.lines
    joined = signed(last, tail, measure)
    if joined is not None:
        yield Take((*before, joined), take.feet, take.cost)
    feet = (*take.feet[:-1], Foot.SIGN_OFF, *(Foot.SIGN_OFF,) * (len(tail) - 1), Foot.CLEAN)
    yield Take((*take.lines, *tail), feet, take.cost + (ALONE if joined is not None else 0.0))
