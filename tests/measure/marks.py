"""Characters by what the standards ask of them (GB/T 15834 §5.1, clreq)."""

CLOSING = frozenset("，。、；：？！）》〉」』】〕〗”’")
OPENING = frozenset("（《〈「『【〔〖“‘")
NOT_AT_START = CLOSING | frozenset("…—·％%")
NOT_AT_END = OPENING
"""Marks of a full cell of which half is blank: the right half of a closing, the left of an opening mark."""


def is_han(char: str) -> bool:
    """Return whether the character is a Han one."""
    return (
        "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U000323af"
    )


def is_word(char: str) -> bool:
    """Return whether the character is part of a Latin word or a number."""
    return char.isascii() and char.isalnum()


def squeezes(one: str, other: str) -> bool:
    """Return whether two neighbouring marks share a blank and are set in 1.5 em."""
    return (one in CLOSING and other in CLOSING | OPENING) or (one in OPENING and other in OPENING)
