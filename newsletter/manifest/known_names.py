"""names.yaml: the people a publication writes about, with the readings of their names where they are given.

A table `解缙: Xiè Jìn` or a list of names, of such tables, or of both.
"""

from collections.abc import Iterator

from newsletter.issue import KnownName
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.binding import Binder
from newsletter.yaml_source import Listing, Node, Scalar, Table

FILE = "names.yaml"


def known_names(node: Node | None, binder: Binder) -> tuple[KnownName, ...]:
    """Return the names of names.yaml; what is none is reported."""
    return tuple(_names(node, binder)) if node is not None else ()


def _names(node: Node, binder: Binder) -> Iterator[KnownName]:
    if isinstance(node, Scalar) and node.text:
        yield KnownName(name=node.text.strip())
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _names(item, binder)
    elif isinstance(node, Table):
        for entry in node:
            yield from _read(entry.key.strip(), entry.value, binder)


def _read(name: str, value: Node, binder: Binder) -> Iterator[KnownName]:
    """Yield a name with its reading, without one that has another number of syllables."""
    if not isinstance(value, Scalar):
        binder.wrong(value, name, _("a reading such as Xiè Jìn"))
        return
    reading = " ".join((value.text or "").split())
    if reading and len(reading.split()) != len(name):
        binder.reports.append(faults.reading_of_other_length(value.at, name, reading))
        reading = ""
    yield KnownName(name=name, reading=reading)
