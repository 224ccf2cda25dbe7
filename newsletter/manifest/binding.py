"""Nodes to records: keys are matched, values checked by pydantic, every fault reported in its place."""

import re
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Places, Record
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.keys import CHINESE_VALUES, Key, elsewhere, keys_of, nearest_key
from newsletter.manifest.wording import describe, given
from newsletter.yaml_source import Entry, Listing, Node, Scalar, Table

R = TypeVar("R", bound=Record)
IDENTIFIER = re.compile(r"[\w.-]+")


@dataclass(slots=True)
class Binder:
    """Makes records and collects what is wrong; ``lost`` counts the records that could not be made."""

    reports: list[Diagnostic] = field(default_factory=list)
    lost: int = 0

    def record(self, node: Node, kind: type[R], name: str) -> R | None:
        """Return the record that a table holds, none where it lacks what it cannot do without."""
        if not isinstance(node, Table):
            self.wrong(node, name, _("a table of “key: value”"))
            self.lost += 1
            return None
        return _Binding(self, node, kind).record()

    def records(self, node: Node, kind: type[R], name: str) -> tuple[R, ...]:
        """Return the records that a list holds, without those that could not be made."""
        if not isinstance(node, Listing):
            self.wrong(node, name, _("a list of “- key: value”"))
            self.lost += 1
            return ()
        made = (self.record(item, kind, name) for item in node.items)
        return tuple(record for record in made if record is not None)

    def wrong(self, node: Node, name: str, wanted: str) -> None:
        """Report a node that is not what is wanted."""
        self.reports.append(faults.wrong_kind(node.at, name, wanted, given(plain(node))))


class _Binding(Generic[R]):
    """One table on its way to a record."""

    def __init__(self, binder: Binder, table: Table, kind: type[R]) -> None:
        self.binder = binder
        self.table = table
        self.kind = kind
        self.values: dict[str, Any] = {}
        self.spans: dict[str, Span] = {"": table.at}
        self.rows: dict[str, tuple[tuple[str, Span], ...]] = {}
        self.faulty: set[str] = set()

    def record(self) -> R | None:
        """Return the record, validated again without each value that is refused."""
        for entry in self.table:
            self._take(entry)
        while True:
            places = Places(self.spans, frozenset(self.faulty), self.rows)
            try:
                return self.kind.model_validate({**self.values, "places": places})
            except ValidationError as error:
                if not self._refuse(error):
                    self.binder.lost += 1
                    return None

    def _take(self, entry: Entry) -> None:
        """Take an entry in under its key's English name."""
        key = keys_of(self.kind).get(entry.key)
        if key is None:
            self._unknown(entry)
        elif key.name in self.spans:
            line = self.spans[key.name].line
            other = key.chinese if entry.key == key.name else key.name
            self.binder.reports.append(faults.both_names(entry.at, entry.key, other, line))
        else:
            self._keep(key, entry)

    def _unknown(self, entry: Entry) -> None:
        """Report an unknown key; the key that was meant is doubtful, so its absence is not reported too."""
        outer = elsewhere(entry.key)
        meant = "" if outer else nearest_key(self.kind, entry.key)
        self.binder.reports.append(faults.unknown_key(entry.at, entry.key, meant, outer))
        if meant:
            self.faulty.add(keys_of(self.kind)[meant].name)

    def _keep(self, key: Key, entry: Entry) -> None:
        """Keep an entry's value; a key with nothing behind it is as good as absent."""
        node = entry.value
        written = isinstance(node, Scalar) and node.text is not None
        self.spans[key.name] = node.at if written else entry.at
        if isinstance(node, Scalar) and node.text is None:
            return
        if isinstance(node, Scalar) and node.rows:
            self.rows[key.name] = node.rows
        if isinstance(node, Listing):
            self.spans |= {f"{key.name}[{n}]": item.at for n, item in enumerate(node.items)}
        if isinstance(node, Table) and not key.record:
            self.spans |= {f"{key.name}.{entry.key}": entry.value.at for entry in node}
        value = self._inner(key, node) if key.record else self._value(key, node)
        if value is not None:
            self.values[key.name] = value

    def _inner(self, key: Key, node: Node) -> Any:
        """Return the records that a key holds; where they are faulty the key is doubtful."""
        assert key.record is not None
        before = self.binder.lost
        read = self.binder.records if key.many else self.binder.record
        value = read(node, key.record, key.name)
        if self.binder.lost > before:
            self.faulty.add(key.name)
        return value

    def _value(self, key: Key, node: Node) -> Any:
        """Return a plain value; a Chinese choice by its English name; an id that is none is reported."""
        value = plain(node)
        if key.name == "id" and isinstance(value, str) and not IDENTIFIER.fullmatch(value):
            self.binder.reports.append(faults.bad_id(node.at, value))
        if isinstance(value, str):
            return CHINESE_VALUES.get((self.kind, key.name), {}).get(value, value)
        return value

    def _refuse(self, error: ValidationError) -> bool:
        """Report and drop every value that pydantic refuses; return whether the rest may do."""
        usable = True
        for fault in error.errors(include_url=False):
            name = str(fault["loc"][0])
            key = keys_of(self.kind)[name]
            at = self.spans.get(name, self.table.at)
            if fault["type"] == "missing" and len(fault["loc"]) == 1:
                usable = False
                if name not in self.faulty:
                    self.binder.reports.append(faults.key_missing(at, name, key.chinese))
            elif name not in self.faulty:
                self.faulty.add(name)
                self.values.pop(name, None)
                self.binder.reports.append(describe(fault, self.kind, at))
        return usable


def plain(node: Node) -> Any:
    """Return a node as text, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node}
