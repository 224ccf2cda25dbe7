"""Plates drawn three at a time: the red, green and blue of one drawing are the paper left by three inks."""

from collections.abc import Iterable, Mapping

from newsletter.press.plates.inking import ALL, PROCESS

Group = tuple[str, ...]
"""The plates of one drawing, at most three."""

MOST_SPOTS = 12


def groups_of(spots: Iterable[str]) -> tuple[Group, ...]:
    """Return all plates in threes: C M Y, then black with the spot colours."""
    named = [each for each in dict.fromkeys(spots) if each not in (*PROCESS, ALL)][:MOST_SPOTS]
    rest = [PROCESS[3], *named]
    return (PROCESS[:3], *(tuple(rest[start : start + 3]) for start in range(0, len(rest), 3)))


def on_group(ink: Mapping[str, float], group: Group) -> tuple[float, float, float]:
    """Return the colour of a drawing for an ink: paper where there is none."""
    everywhere = ink.get(ALL, 0.0)
    left = [1.0 - ink.get(plate, everywhere) for plate in group]
    red, green, blue = (*left, 1.0, 1.0)[:3]
    return red, green, blue


def kept_of(ink: Mapping[str, float], group: Group, over: bool, zeros_keep: bool) -> tuple[int, ...]:
    """Return which plates of a group a paint leaves as they were (ISO 32000-1, 8.6.7 and table 148).

    Only what overprints leaves any: those that its colour space does not name, and for plain CMYK in
    overprint mode 1 (``zeros_keep``) those of its zeros.
    """
    if not over or ALL in ink:
        return ()
    missing = (index for index, plate in enumerate(group) if plate not in ink)
    zeros = (index for index, plate in enumerate(group) if zeros_keep and ink.get(plate) == 0.0)
    return tuple(sorted({*missing, *zeros}))
