"""Words of a headline: how well a line may break at each place, by the budoux model for simplified Chinese.

The model scores every place from the three characters on either side. It errs most where its score is
low, so the score itself is kept, not only its sign.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

SURE = 2500.0
"""The score of a place that is certainly between words."""
EDGE_DOUBT = 0.4
"""The doubt at the edges of a word of the vocabulary where the model sees none."""
LENGTHS = (5, 4, 3, 2)
CLINGING = frozenset("的了着过们地得吗呢吧等之性化者")
"""What leans on the word before it."""
LEADING = frozenset("在与和及对从向把被让为记将第每各不那这")
"""What leans on the word after it."""

_WINDOWS = {
    f"{letter}W{number}": (start, size)
    for letter, size, starts in (("U", 1, range(-3, 3)), ("B", 2, range(-2, 1)), ("T", 3, range(-3, 1)))
    for number, start in enumerate(starts, 1)
}


@lru_cache(maxsize=512)
def doubts(text: str) -> Mapping[int, float]:
    """Return the offsets between words with the doubt of each, from 0 (sure) to 1 (a guess)."""
    scores = {offset: _score(text, offset) for offset in range(1, len(text))}
    found = {offset: min(1.0, max(0.0, 1 - score / SURE)) for offset, score in scores.items() if score > 0}
    for start, end in _known(text):
        found = {offset: doubt for offset, doubt in found.items() if not start < offset < end}
        found.update((edge, min(found.get(edge, 1.0), EDGE_DOUBT)) for edge in (start, end))
    return {offset: doubt for offset, doubt in found.items() if text[offset : offset + 1] not in CLINGING}


def _known(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the words of the vocabulary, the longest at each place, none overlapping."""
    at, words = 0, vocabulary()
    while at < len(text):
        size = next((size for size in LENGTHS if text[at : at + size] in words), 0)
        if size:
            yield at, at + size
        at += size or 1


def _score(text: str, offset: int) -> float:
    """Return the model's score of a place: positive where it sees a boundary."""
    model, total = _model(), _bias()
    for name, (start, size) in _WINDOWS.items():
        first = offset + start
        if first >= 0 and first + size <= len(text):
            total += model.get(name, {}).get(text[first : first + size], 0)
    return total


@cache
def vocabulary() -> frozenset[str]:
    """Return the words of institutions and their news that the model tends to cut."""
    return frozenset(Path(__file__).with_name("vocabulary.txt").read_text("utf-8").split())


@cache
def _model() -> Mapping[str, Mapping[str, int]]:
    """Return the model's scores, loaded when the first headline is set: it costs some milliseconds."""
    import budoux

    return budoux.load_default_simplified_chinese_parser().model


@cache
def _bias() -> float:
    """Return what every place starts with."""
    return -0.5 * sum(sum(scores.values()) for scores in _model().values())
