"""Content streams cut into operations, at the speed of a regular expression."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Operation(NamedTuple):
    """An operator with its operands as written, and where both stand in the stream.

    For an inline image the operator is ``BI`` and the operands are its dictionary.
    """

    operator: bytes
    operands: bytes
    start: int
    end: int


# Possessive throughout: a hostile stream cannot make these backtrack.
_SPACE = rb"[\0\t\n\f\r ]"
_OPERAND = (
    rb"(?>[-+.0-9]++|/[^\0\t\n\f\r ()<>\[\]{}/%]*+|\[[^\[\]()%]*+\]|<[0-9A-Fa-f\t\n\f\r ]*+>"
    rb"|(?:true|false|null)(?![A-Za-z0-9*'\"]))"
)
_OPERATOR = rb"[A-Za-z'\"][A-Za-z0-9*'\"]*+"
_PLAIN = re.compile(_SPACE + rb"*+((?:" + _OPERAND + _SPACE + rb"*+)*+)(" + _OPERATOR + rb")")
_PIECE = re.compile(
    rb"(?P<skip>[\0\t\n\f\r ]++|%[^\r\n]*+)|(?P<string>\()|(?P<word>" + _OPERATOR + rb")"
    rb"|(?P<other>/[^\0\t\n\f\r ()<>\[\]{}/%]*+|[-+.0-9]++|<<|>>|<[^<>]*+>|.)",
    re.DOTALL,
)
_PARENTHESES = re.compile(rb"\\.|[()]", re.DOTALL)
_CONSTANTS = frozenset((b"true", b"false", b"null"))
_IMAGE_DATA = re.compile(rb"(?<![A-Za-z0-9/])ID" + _SPACE)
_IMAGE_END = re.compile(_SPACE + rb"EI(?=[\0\t\n\f\r ]|\Z)")
_HUGE = 1e7


def operations(stream: bytes) -> Iterator[Operation]:
    """Return the operations of a content stream one by one; what cannot be read is skipped."""
    position = 0
    while True:
        found = _PLAIN.match(stream, position)
        if found is not None:
            operation = Operation(found[2], found[1], found.start(1), found.end())
        else:
            operation = _the_long_way(stream, position)
        if operation.operator == b"BI":
            operation = _inline_image(stream, operation)
        if not operation.operator:
            return
        yield operation
        position = operation.end


def numbers(operands: bytes) -> tuple[float, ...]:
    """Return the numbers among the operands; a malformed one is 0, as in the readers at large."""
    try:
        values = tuple(map(float, operands.split()))
    except ValueError:
        values = tuple(_number(each) for each in operands.split() if each[:1] in b"+-.0123456789")
    return values if all(-_HUGE < each < _HUGE for each in values) else tuple(map(_bounded, values))


def first(operands: bytes) -> float:
    """Return the first number among the operands, 0 without one."""
    return next(iter(numbers(operands)), 0.0)


def name(operands: bytes) -> str:
    """Return the last name among the operands as a key of a resource dictionary: ``/F1``; or empty."""
    _, slash, last = operands.rpartition(b"/")
    word = last.split()[0] if last.split() else b""
    return "/" + _unescaped(word).decode("utf-8", "replace") if slash else ""


def _unescaped(word: bytes) -> bytes:
    """Return a name with its ``#20`` escapes read."""
    if b"#" not in word:
        return word
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), word)


def _number(written: bytes) -> float:
    """Return one number, 0 where it is none."""
    try:
        return float(written)
    except ValueError:
        return 0.0


def _bounded(value: float) -> float:
    """Return the value kept within what a page can hold."""
    return max(-_HUGE, min(_HUGE, value))


def _the_long_way(stream: bytes, position: int) -> Operation:
    """Return the next operation where strings, dictionaries or comments stand before its operator."""
    start = -1
    while found := _PIECE.match(stream, position):
        kind, position = found.lastgroup, found.end()
        if kind == "word" and found["word"] not in _CONSTANTS:
            start = found.start() if start < 0 else start
            return Operation(found["word"], stream[start : found.start()], start, position)
        if kind == "string":
            position = _end_of_string(stream, position)
        if kind != "skip" and start < 0:
            start = found.start()
    return Operation(b"", b"", len(stream), len(stream))


def _end_of_string(stream: bytes, position: int) -> int:
    """Return where the string ends whose opening parenthesis stands just before ``position``."""
    depth = 1
    for found in _PARENTHESES.finditer(stream, position):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    return len(stream)


def _inline_image(stream: bytes, begin: Operation) -> Operation:
    """Return the inline image whole, from ``BI`` to ``EI``."""
    data = _IMAGE_DATA.search(stream, begin.end)
    end = _IMAGE_END.search(stream, data.end() - 1) if data else None
    if data is None or end is None:
        return Operation(b"", b"", len(stream), len(stream))
    return Operation(b"BI", stream[begin.end : data.start()], begin.start, end.end())
