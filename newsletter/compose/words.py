"""Where a headline may break: how doubtful each place is, from its words and the budoux model.

The model for simplified Chinese scores every place from the three characters on either side. It errs most
where its score is low, so the score itself is kept, not only its sign; the words decide where they are known.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from newsletter.compose.lexicon import Kind, Word, words_of

SURE = 2500.0
"""The score of a place that is certainly between words."""
CLINGING = frozenset("的了着过们地得吗呢吧等之性化者率处科系展队组部厅局员界月院级期号式型里上下中们")
"""What leans on the word before it."""
BEFORE_VERB, AFTER_VERB = 0.1, 0.3
BETWEEN_NOUNS, BEFORE_HEAD, BEFORE_BODY = 0.75, 1.1, 1.8
AFTER_FORWARD = 1.1
BEFORE_LINK, AFTER_LINK = 1.0, 0.5
BY_UNKNOWN = 1.2
AFTER = {Kind.FORWARD: AFTER_FORWARD, Kind.VERB: AFTER_VERB, Kind.LINK: AFTER_LINK}
BEFORE = {
    Kind.BODY: BEFORE_BODY,
    Kind.HEAD: BEFORE_HEAD,
    Kind.LINK: BEFORE_LINK,
    Kind.VERB: BEFORE_VERB,
    Kind.FORWARD: BEFORE_VERB,
}
UNSEEN = 0.3
"""What is added where the model sees no boundary at all."""

_WINDOWS = {
    f"{letter}W{number}": (start, size)
    for letter, size, starts in (("U", 1, range(-3, 3)), ("B", 2, range(-2, 1)), ("T", 3, range(-3, 1)))
    for number, start in enumerate(starts, 1)
}


@lru_cache(maxsize=512)
def doubts(text: str) -> Mapping[int, float]:
    """Return the offsets between words with the doubt of each: 0 sure, 1 a guess, more where it hurts."""
    words = words_of(text)
    found: dict[int, float] = {}
    for before, after in pairwise(words):
        doubt = _doubt(text, before, after)
        if doubt is not None:
            found[after.start] = doubt
    return found


def _doubt(text: str, before: Word, after: Word) -> float | None:
    """Return the doubt of a break between two words, none where nothing may part them."""
    if text[after.start] in CLINGING and after.end - after.start == 1:
        return None
    score = _score(text, after.start)
    seen = min(1.0, max(0.0, 1 - score / SURE)) if score > 0 else None
    if before.kind is after.kind is Kind.UNKNOWN:
        return None if seen is None else seen + UNSEEN
    told = _by_kind(before.kind, after.kind)
    return (
        told + UNSEEN if seen is None else min(told, seen + UNSEEN) if told > 1 else told * (0.4 + 0.6 * seen)
    )


def _by_kind(before: Kind, after: Kind) -> float:
    """Return the doubt of a break by what the words on both sides do."""
    if Kind.UNKNOWN in (before, after):
        return max(BY_UNKNOWN, BEFORE.get(after, 0.0), AFTER.get(before, 0.0))
    return AFTER.get(before, BEFORE.get(after, BETWEEN_NOUNS))


def _score(text: str, offset: int) -> float:
    """Return the model's score of a place: positive where it sees a boundary."""
    model, total = _model(), _bias()
    for name, (start, size) in _WINDOWS.items():
        first = offset + start
        if first >= 0 and first + size <= len(text):
            total += model.get(name, {}).get(text[first : first + size], 0)
    return total


@cache
def _model() -> Mapping[str, Mapping[str, int]]:
    """Return the model's scores, loaded when the first headline is set: it costs some milliseconds."""
    import budoux

    return budoux.load_default_simplified_chinese_parser().model


@cache
def _bias() -> float:
    """Return what every place starts with."""
    return -0.5 * sum(sum(scores.values()) for scores in _model().values())
