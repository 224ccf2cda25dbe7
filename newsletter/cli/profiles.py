"""Printer profiles: which there are, and what one says, value by value."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import ListFormat, Shape
from newsletter.cli.reference import HELD, USAGE, listed
from newsletter.console import write
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _

if TYPE_CHECKING:
    from newsletter.condition import Profile
    from newsletter.diagnostics import Diagnostic, Span


def press() -> None:
    """Hold the commands about the press together."""


def profiles(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help=N_("a profile to show whole, by name or file"), show_default=False
        ),
    ] = None,
    shape: ListFormat = Shape.PEOPLE,
) -> int:
    """List the printer profiles, or show one."""
    asked = manner(context)
    return _one(asked, name, shape) if name else _all(asked, shape)


def _all(asked: Manner, shape: Shape) -> int:
    """List the profiles; those that cannot be used are named with their faults."""
    from newsletter.condition import profile_names, read_profile

    near = target.near(asked)
    staged = {name: read_profile(name, near or Path()) for name in profile_names(near)}
    found = [each.value for each in staged.values() if each.value]
    columns = (_("name"), _("level"), _("condition"), _("ink"), _("ppi"), _("bleed"), _("paper"))
    data = [_data(each, near) for each in found]
    listed(asked, shape is Shape.JSON, columns, [_row(each, near) for each in found], data)
    faults = [fault for each in staged.values() if each.value is None for fault in each.diagnostics]
    _tell(asked, faults)
    return HELD if faults else 0


def _one(asked: Manner, name: str, shape: Shape) -> int:
    """Show a profile: every value and where it comes from.

    Raises MachineFault (2) where there is none of that name.
    """
    from newsletter.condition import profile_names, read_profile

    near = target.near(asked)
    staged = read_profile(name, near or Path())
    if staged.value is None and all(each.at is None for each in staged.diagnostics):
        known = _("There are: {known}.").format(known=", ".join(profile_names(near)))
        raise MachineFault(staged.diagnostics[0].message, known, USAGE)
    _tell(asked, staged.diagnostics)
    if staged.value is None:
        return HELD
    if shape is Shape.JSON:
        write(asked.out, json.dumps(_data(staged.value, near), ensure_ascii=False, indent=2))
        return 0
    rows = [(key, _origin(at), _shown(value)) for key, value, at in _values(staged.value)]
    listed(asked, False, (_("key"), _("from"), _("value")), rows, ())
    return 0


def _tell(asked: Manner, faults: "list[Diagnostic] | tuple[Diagnostic, ...]") -> None:
    """Say what is wrong with profiles, in lines of their places."""
    from newsletter.console.concise import lines

    for each in faults:
        for line in lines(each):
            asked.err.print(line, soft_wrap=True, markup=False, highlight=False)


def _row(profile: "Profile", near: Path | None) -> tuple[str, ...]:
    found = profile.condition
    ppi = f"{found.ppi_floor:g} / {found.ppi_warn:g} / {found.ppi_ceiling:g}"
    paper = _("; ").join((found.called, _file(profile, near)))
    ink, bleed = f"{found.ink_limit:g} %", f"{found.bleed:g} mm"
    return found.name, found.level, found.registry, ink, ppi, bleed, paper


def _file(profile: "Profile", near: Path | None) -> str:
    """Return a profile's file as seen from the workspace; the tool's own are only named."""
    inside = near is not None and profile.file.is_relative_to(near)
    return profile.file.relative_to(near or Path()).as_posix() if inside else _("comes with the tool")


def _values(profile: "Profile") -> "Iterator[tuple[str, Any, Span | None]]":
    """Yield every value under its dotted key, with its place in a file, none for a default."""
    data = profile.condition.model_dump(mode="json")
    data["icc"] = profile.condition.icc.name
    for path, value in _leaves(data, ()):
        near = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in profile.places), None)
        yield ".".join(path), value, profile.places[near] if near else None
    yield "pdf_version", profile.condition.pdf_version, profile.places.get(("level",))


def _leaves(data: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value


def _shown(value: Any) -> str:
    """Return a value as it would be written into a profile."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return ", ".join(_shown(each) for each in value) or _("none")
    return str(value) if value not in (None, "", {}) else _("none")


def _origin(at: "Span | None") -> str:
    return f"{at.file}:{at.line}" if at else _("default")


def _data(profile: "Profile", near: Path | None) -> dict[str, Any]:
    """Return a profile for machines: name, file, every value and where it comes from."""
    values = {key: {"value": value, "from": _origin(at)} for key, value, at in _values(profile)}
    return {"name": profile.condition.name, "file": _file(profile, near), "values": values}
