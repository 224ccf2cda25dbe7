"""Printing conditions and layouts: whether they can be used."""

from collections.abc import Iterator
from pathlib import Path

from newsletter.condition import ConditionError, open_condition, shipped
from newsletter.doctor.result import Result, State
from newsletter.language import _
from newsletter.layout import find_layouts, open_layout


def examine_conditions() -> Iterator[Result]:
    """Yield the printer profiles that come with the tool, with their ICC profiles."""
    part = _("printing conditions")
    for name in shipped():
        try:
            condition = open_condition(name, Path())
        except ConditionError as fault:
            yield Result(part, name, State.MISSING, fault.message, fault.hint)
            continue
        ink = _("ink to {limit} %").format(limit=f"{condition.ink_limit:g}")
        yield Result(part, name, State.THERE, f"{condition.registry}, {condition.icc.name}, {ink}")


def examine_layouts(folders: tuple[Path, ...]) -> Iterator[Result]:
    """Yield the layouts, each with its trim or the first thing that is wrong with it."""
    part = _("layouts")
    found = find_layouts(folders)
    if not found:
        yield Result(part, "layouts/", State.MISSING, _("there is none"), _("install the tool again"))
    for name, folder in sorted(found.items()):
        staged = open_layout(folder)
        if staged.value is None:
            fault = staged.diagnostics[0].message if staged.diagnostics else _("cannot be read")
            yield Result(part, name, State.MISSING, fault, "newsletter layouts")
        else:
            trim = staged.value.trim
            yield Result(
                part, name, State.THERE, f"{staged.value.title}, {trim.width:g} × {trim.height:g} mm"
            )
