"""Opening a printer profile: found, laid over its base, every fault named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ValidationError

from newsletter.condition.faults import (
    ConditionError,
    printer_profile_key_unknown,
    printer_profile_unusable,
    printer_profile_value_unfit,
)
from newsletter.condition.finding import SHIPPED, find, profile_names, shown
from newsletter.condition.reasons import reason_of
from newsletter.condition.record import Colours, Condition, Marks, Overprint, PressSheet, Title
from newsletter.condition.source import Source, laid_over, place_of, read_source
from newsletter.diagnostics import Diagnostic, Span, Staged
from newsletter.language import _

DEEPEST = 4
_HEADER = 128
_TABLES: Mapping[str, type[BaseModel]] = {
    "marks": Marks,
    "overprint": Overprint,
    "colours": Colours,
    "sheet": PressSheet,
    "title": Title,
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A condition with the place of every key that some file gives; the others are defaults."""

    condition: Condition
    places: Mapping[tuple[str, ...], Span]
    file: Path


def open_condition(name_or_file: str, workspace: Path) -> Condition:
    """Return the printer profile of that name or file; the workspace's ``issues/<name>.yaml`` wins.

    A file is named relative to the workspace or its ``issues``. Raises ConditionError where there is
    none, where it cannot be read, or where its keys, values or ICC profile will not do.
    """
    staged = read_profile(name_or_file, workspace)
    if staged.value is None:
        raise ConditionError(staged.diagnostics)
    return staged.value.condition


def read_profile(name_or_file: str, workspace: Path, at: Span | None = None) -> Staged[Profile]:
    """Return the profile with its places, or every fault of it; ``at`` is where it is asked for."""
    path = find(name_or_file, workspace)
    if path is None:
        message = _("There is no printer profile “{name}”.").format(name=name_or_file)
        return Staged(None, (printer_profile_unusable(at, message, _known(workspace)),))
    source, faults = _whole(path, workspace)
    if source is None:
        return Staged(None, faults)
    condition, more = _condition(source, path, workspace)
    if condition is None:
        return Staged(None, (*faults, *more))
    return Staged(Profile(condition, source.places, path), faults)


def _known(workspace: Path) -> str:
    """Return the hint that names the profiles at hand."""
    names = ", ".join(profile_names(workspace))
    return _("Name one of {names}, or a file of the workspace.").format(names=names)


def _whole(path: Path, workspace: Path, depth: int = 0) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return a profile's data over that of its bases, or none and why."""
    own, faults = read_source(path, shown(path, workspace))
    if own is None or "base" not in own.values:
        return own, faults
    at, base = place_of(("base",), own), str(own.values["base"] or "")
    below = find(base, workspace, path)
    if below is None or depth >= DEEPEST:
        message = _("The printer profile {file} builds on “{base}”, which does not exist.")
        if below is not None:
            message = _("The printer profile {file} builds on “{base}”, which leads back to itself.")
        fault = printer_profile_unusable(at, message.format(file=own.file, base=base), _known(workspace))
        return None, (*faults, fault)
    source, more = _whole(below, workspace, depth + 1)
    return laid_over(own, source) if source else None, (*faults, *more)


def _condition(
    source: Source, path: Path, workspace: Path
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    """Return the record, or none and all that is wrong with its keys and its ICC file."""
    unknown = tuple(_unknown(source))
    icc, faults = _profile(source, (path.parent, workspace / "issues", SHIPPED))
    values = {"name": path.stem, **source.values, "icc": icc or path}
    try:
        record = Condition.model_validate(values)
    except ValidationError as error:
        return None, (*unknown, *faults, *_unfit(error, source))
    return (None if unknown or faults else record), (*unknown, *faults)


def _unknown(source: Source) -> Iterator[Diagnostic]:
    """Report keys that no profile has, with the one that was meant."""
    yield from _unknown_in(source.values, (), ("base", *Condition.model_fields), source)
    for name, record in _TABLES.items():
        yield from _unknown_in(source.values.get(name), (name,), tuple(record.model_fields), source)


def _unknown_in(
    table: object, path: tuple[str, ...], keys: tuple[str, ...], source: Source
) -> Iterator[Diagnostic]:
    """Report the keys of one table that are none of those it may have."""
    for key in table if isinstance(table, Mapping) else ():
        if key not in keys:
            near = "".join(get_close_matches(key, keys, n=1, cutoff=0.5))
            at, whole = place_of((*path, key), source), ".".join((*path, key))
            yield printer_profile_key_unknown(at, whole, near, ", ".join(keys))


def _unfit(error: ValidationError, source: Source) -> Iterator[Diagnostic]:
    """Report the values that will not do."""
    for each in error.errors():
        if each["type"] != "extra_forbidden":
            path = tuple(str(step) for step in each["loc"])
            yield printer_profile_value_unfit(place_of(path, source), ".".join(path), reason_of(each))


def _profile(source: Source, folders: tuple[Path, ...]) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Return the ICC file that the profile names, or none and why it will not do."""
    name, at = str(source.values.get("icc") or ""), place_of(("icc",), source)
    found = next((folder / name for folder in folders if name and (folder / name).is_file()), None)
    if found is None:
        message = _("The printer profile {file} names the ICC file “{icc}”, which is not there.")
        hint = _("Put the print shop's ICC file beside {file} and name it under icc.")
        message, hint = message.format(file=source.file, icc=name), hint.format(file=source.file)
        return None, (printer_profile_unusable(at, message, hint),)
    if not _is_cmyk(found):
        message = _("The ICC file “{icc}” is not a profile for four-colour printing (CMYK).").format(icc=name)
        hint = _("Ask the print shop for its CMYK output profile.")
        return None, (printer_profile_unusable(at, message, hint),)
    return found.resolve(), ()


def _is_cmyk(profile: Path) -> bool:
    """Return whether a file is an ICC profile of CMYK (ICC.1, clause 7.2: signature and colour space)."""
    with profile.open("rb") as stream:
        header = stream.read(_HEADER)
    return header[36:40] == b"acsp" and header[16:20] == b"CMYK"
