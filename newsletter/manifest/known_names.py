"""names.yaml: the people a publication writes about, with readings and offices where they are given.

A table `解缙: Xiè Jìn`, or a list of names, of such tables, of records `{name: 王晓明, office: 党委书记}`,
or of all of them.
"""

from collections.abc import Iterator

from newsletter.characters import is_unseen
from newsletter.diagnostics import Span
from newsletter.issue import KnownName, Places
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.binding import Binder
from newsletter.script import is_han
from newsletter.yaml_source import Listing, Node, Scalar, Table

FILE = "names.yaml"
RECORD = ("name", "姓名")


def known_names(node: Node | None, binder: Binder) -> tuple[KnownName, ...]:
    """Return the names of names.yaml, each once; what is none, or is there twice, is reported."""
    known: dict[str, KnownName] = {}
    for each in _names(node, binder) if node is not None else ():
        at = each.at("name") or each.at() or Span(FILE)
        if each.name in known:
            before = known[each.name].at() or Span(FILE)
            binder.reports.append(faults.known_name_twice(at, each.name, before.line))
            continue
        if not _can_be_name(each.name):
            binder.reports.append(faults.known_name_malformed(at, each.name))
        known[each.name] = each
    return tuple(known.values())


def _can_be_name(name: str) -> bool:
    """Return whether a word can be a personal name: two characters or more, no figures, no marks."""
    plain = name.replace("·", "").replace("•", "").replace(" ", "")
    seen = all(each.isalpha() or not each.isprintable() or is_unseen(each) for each in plain)
    return len(plain) > 1 and seen and (is_han(plain[0]) or plain[0].isalpha())


def _names(node: Node, binder: Binder) -> Iterator[KnownName]:
    if isinstance(node, Scalar) and node.text:
        yield KnownName(name=node.text.strip(), places=Places({"": node.at}))
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _names(item, binder)
    elif isinstance(node, Table) and any(entry.key in RECORD for entry in node):
        yield from _record(node, binder)
    elif isinstance(node, Table):
        for entry in node:
            name = KnownName(name=entry.key.strip(), places=Places({"": entry.at}))
            yield _read(name, entry.value, binder)


def _record(table: Table, binder: Binder) -> Iterator[KnownName]:
    """Yield the name of a record."""
    known = binder.record(table, KnownName, FILE)
    if known is not None:
        reading = Scalar(known.reading, known.at("reading") or table.at)
        stripped = known.model_copy(update={"name": known.name.strip(), "reading": ""})
        yield _read(stripped, reading, binder)


def _read(known: KnownName, value: Node, binder: Binder) -> KnownName:
    """Return a name with its reading, without one that has another number of syllables."""
    if not isinstance(value, Scalar):
        binder.wrong(value, known.name, _("a reading such as Xiè Jìn"))
        return known
    reading = " ".join((value.text or "").split())
    if reading and len(reading.split()) != len(known.name):
        binder.reports.append(faults.reading_of_other_length(value.at, known.name, reading))
        reading = ""
    return known.model_copy(update={"reading": reading})
