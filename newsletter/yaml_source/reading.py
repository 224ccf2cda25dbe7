"""YAML text to nodes: every value arrives as text; what YAML allows beyond plain data is refused by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from newsletter.diagnostics import Diagnostic, Span
from newsletter.yaml_source import faults
from newsletter.yaml_source.nodes import Entry, Listing, Node, Scalar, Table
from newsletter.yaml_source.problems import describe, suspects
from newsletter.yaml_source.slips import KEY, Slip, find_slip

DEEPEST = 12
SLIPS_AT_MOST = 100
EMPTY = ("", "~", "null")
MARKS = frozenset("：，“”＃")
_KEYED = re.compile(KEY + r"\s*[：:]")
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Slipped(Exception):
    """A word holds a mark that only a slip puts there; carries the line's number and the slip."""

    def __init__(self, number: int, slip: Slip) -> None:
        super().__init__(slip.report.message)
        self.number = number
        self.slip = slip


class Unreadable(Exception):
    """The text cannot be read on; carries the finding."""

    def __init__(self, report: Diagnostic) -> None:
        super().__init__(report.message)
        self.report = report


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the text's nodes, or none, and every fault met; slips are put right on the way."""
    lines = text.split("\n")
    node, reports = _read(list(lines), file, first_line)
    return node, tuple(replace(each, at=_within(each.at, lines, first_line)) for each in reports)


def _within(at: Span | None, lines: list[str], first: int) -> Span | None:
    """Return a place found in a line put right as a place in the line as it is written."""
    if at is None:
        return None
    number = min(max(at.line - first, 0), len(lines) - 1)
    column = min(at.column, len(lines[number]) + 1)
    return Span(at.file, first + number, column, max(1, min(at.length, len(lines[number]) + 1 - column)))


def _read(lines: list[str], file: str, first_line: int) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read the lines, which are put right in place."""
    reports: list[Diagnostic] = []
    written = tuple(lines)
    for _attempt in range(SLIPS_AT_MOST):
        reader = _Reader(lines, written, file, first_line)
        try:
            return reader.document(), (*reports, *reader.reports)
        except Slipped as slipped:
            lines[slipped.number] = slipped.slip.meant
            reports.append(slipped.slip.report)
        except yaml.YAMLError as error:
            if (shallower := _before_depth(error, lines)) is not None:
                lines[:] = shallower
                continue
            mended = _mend(lines, suspects(error, lines), file, first_line)
            if mended is None:
                return None, (*reports, *reader.reports, describe(error, lines, file, first_line))
            reports.append(mended)
        except Unreadable as fault:
            return None, (*reports, *reader.reports, fault.report)
    return None, tuple(reports)


def _before_depth(error: yaml.YAMLError, lines: list[str]) -> list[str] | None:
    """Return the lines up to where the library (PyYAML 6.0.4 on) would go no deeper, none for other faults.

    They are deep enough for the reader to find the place where its own bound is passed.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None or "nesting depth" not in str(error):
        return None
    return [*lines[: mark.line], lines[mark.line][: max(0, mark.column - 1)]]


def _mend(lines: list[str], numbers: Iterable[int], file: str, first: int) -> Diagnostic | None:
    """Put the slip right that stopped the reader and return its finding, none where there is no slip."""
    for number in numbers:
        slip = find_slip(lines[number], Span(file, first + number))
        if slip and slip.meant != lines[number]:
            lines[number] = slip.meant
            return slip.report
    return None


@dataclass(slots=True)
class _Reader:
    """Makes nodes of parsing events, so that no alias is ever followed and depth is bounded."""

    lines: list[str]
    written: tuple[str, ...]
    file: str
    first: int
    reports: list[Diagnostic] = field(default_factory=list)
    events: Iterator[Any] = field(init=False)

    def document(self) -> Node | None:
        """Return the first document's node, none for an empty file."""
        self.events = iter(yaml.parse("\n".join(self.lines), Loader=_Loader))
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self.reports.append(faults.second_document(self._span(event)))
                    return node
                first = next(self.events)
                self._look_at_word(first)
                node = self._node(first, 0)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        """Return the node that begins with the event."""
        self._refuse(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self._items(depth + 1)), self._span(event))
        if isinstance(event, yaml.MappingStartEvent):
            return Table(self._entries(depth + 1), self._span(event))
        return self._scalar(event)

    def _items(self, depth: int) -> Iterator[Node]:
        """Return a list's items."""
        for event in self._until(yaml.SequenceEndEvent):
            self._look_at_word(event)
            yield self._node(event, depth)

    def _until(self, end: type) -> Iterator[Any]:
        """Return the events that begin the members of a list or table."""
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        """Return a table's entries; of a key that stands twice the first."""
        entries: dict[str, Entry] = {}
        for event in self._until(yaml.MappingEndEvent):
            entry = self._entry(event, depth)
            if entry.key in entries:
                first = entries[entry.key].at.line
                self.reports.append(faults.duplicate_key(entry.at, entry.key, first))
            entries.setdefault(entry.key, entry)
        return tuple(entries.values())

    def _entry(self, event: Any, depth: int) -> Entry:
        """Return the key that begins with the event, and its value."""
        if not isinstance(event, yaml.ScalarEvent):
            raise Unreadable(faults.key_not_text(self._span(event)))
        self._refuse(event, depth)
        self._look_at_word(event)
        at = self._span(event)
        if event.value == "<<" and not event.style:
            raise Unreadable(faults.yaml_reference(at, "<<"))
        return Entry(event.value, at, self._node(next(self.events), depth))

    def _refuse(self, event: Any, depth: int) -> None:
        """Raise Unreadable for aliases, anchors, tags and nesting beyond reason."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise Unreadable(faults.yaml_reference(self._span(event), f"{sign}{anchor}"))
        if tag:
            raise Unreadable(faults.yaml_tag(self._span(event), tag.replace("tag:yaml.org,2002:", "!!")))
        if depth > DEEPEST:
            raise Unreadable(faults.nested_too_deep(self._span(event), DEEPEST))

    def _scalar(self, event: Any) -> Scalar:
        """Return a value as it is written."""
        at, plain = self._span(event), not event.style
        if plain:
            self._look_inside(event, at)
        rows = tuple(self._rows(event)) if event.end_mark.line > event.start_mark.line else ()
        return Scalar(None if plain and event.value in EMPTY else event.value, at, rows)

    def _rows(self, event: Any) -> Iterator[tuple[str, Span]]:
        """Yield the lines of a value on several: of a block those behind its sign, of another all."""
        start, end = event.start_mark, event.end_mark
        block = event.style in ("|", ">")
        for number in range(start.line + block, min(end.line + (not block), len(self.written))):
            line = self.written[number]
            begin = start.column if number == start.line else 0
            words = line[begin : end.column if number == end.line else None].strip().strip("\"'")
            if words:
                column = line.index(words, begin) + 1
                yield words, Span(self.file, self.first + number, column, len(words))

    def _look_at_word(self, event: Any) -> None:
        """Raise Slipped where a key or a list's item, which are words, holds a Chinese mark."""
        if not isinstance(event, yaml.ScalarEvent) or event.style or not MARKS & set(event.value):
            return
        start: Any = event.start_mark
        number = start.line
        slip = find_slip(self.lines[number], Span(self.file, self.first + number))
        if slip and slip.meant != self.lines[number]:
            raise Slipped(number, slip)

    def _look_inside(self, event: Any, at: Span) -> None:
        """Report marks that an unquoted value has swallowed: a comment after ＃, a key on its second line."""
        comment = event.value.find(" ＃")
        if comment >= 0 and event.start_mark.line == event.end_mark.line:
            place = Span(at.file, at.line, at.column + comment + 1)
            self.reports.append(faults.full_width_yaml_mark(place, "＃", "#"))
        for number in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))):
            self._look_for_key(number)

    def _look_for_key(self, number: int) -> None:
        """Report a continued line that was meant as a key of its own."""
        line = self.lines[number]
        slip = find_slip(line, Span(self.file, self.first + number)) if _KEYED.match(line) else None
        if slip:
            self.reports.append(slip.report)

    def _span(self, event: Any) -> Span:
        """Return the event's place, within the line that it begins in."""
        start, end = event.start_mark, event.end_mark
        if start.line >= len(self.written):  # an empty document after `---` begins where the file has ended
            last = len(self.written) - 1
            return Span(self.file, self.first + max(0, last), len(self.written[last].rstrip()) or 1)
        line = self.written[start.line]
        stop = end.column if end.line == start.line else len(line.rstrip())
        column = min(start.column, len(line))
        return Span(self.file, self.first + start.line, column + 1, max(1, min(stop, len(line)) - column))
