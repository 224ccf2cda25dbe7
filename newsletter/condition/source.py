"""The YAML of a printer profile: values by key, and where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsletter.condition.faults import printer_profile_unusable
from newsletter.diagnostics import Diagnostic, Span
from newsletter.language import _
from newsletter.yaml_source import Listing, Node, Table, decode, read_yaml

Keys = tuple[str, ...]
"""The way to a value: the key of a table, a key in it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A profile's file as data: nested values, the place of every key, the file as messages show it."""

    values: Mapping[str, Any]
    places: Mapping[Keys, Span]
    file: str


def read_source(path: Path, file: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the data of a profile's file, or none and why it cannot be read."""
    try:
        text, faults = decode(path.read_bytes(), file)
    except OSError as fault:
        message = _("The printer profile {file} cannot be read: {fault}").format(file=file, fault=fault)
        return None, (printer_profile_unusable(Span(file), message, ""),)
    node, more = read_yaml(text, file) if text is not None else (None, ())
    if isinstance(node, Table):
        places: dict[Keys, Span] = {}
        return Source(_plain(node, (), places), places, file), (*faults, *more)
    message = _("The printer profile {file} is not a list of keys and values.").format(file=file)
    hint = _("Begin it with base: coated, uncoated or newsprint, and write the keys that differ.")
    return None, (*faults, *more) or (printer_profile_unusable(Span(file), message, hint),)


def _plain(node: Node, path: Keys, places: dict[Keys, Span]) -> Any:
    """Return a node as plain data and note the place of each key."""
    if isinstance(node, Table):
        places.update({(*path, entry.key): entry.at for entry in node})
        return {entry.key: _plain(entry.value, (*path, entry.key), places) for entry in node}
    if isinstance(node, Listing):
        return [_plain(item, path, places) for item in node.items]
    return node.text


def laid_over(own: Source, below: Source) -> Source:
    """Return a shop's own keys over those of its base, tables key by key; the base's name stays with it."""
    values = {key: value for key, value in own.values.items() if key != "base"}
    inherited = {key: value for key, value in below.values.items() if key != "name"}
    places = {path: at for path, at in below.places.items() if path != ("name",)}
    return Source(_merged(inherited, values), {**places, **own.places}, own.file)


def _merged(below: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in over.items():
        inner = merged.get(key)
        both = isinstance(inner, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(inner, value) if both else value  # type: ignore[arg-type]
    return merged


def place_of(path: Keys, source: Source) -> Span:
    """Return the place of a key, else of what it stands in, else of the file."""
    while path:
        if path in source.places:
            return source.places[path]
        path = path[:-1]
    return Span(source.file)
