"""Printer conditions: what a shop's paper, ink and press ask of the pages; data in ``conditions/*.yaml``."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.language import _
from newsletter.lengths import Mm, Pt
from newsletter.rulebook import declare

SHIPPED = Path(__file__).parent / "conditions"
PROFILE_HEADER = 128


class ConditionError(ValueError):
    """A printer profile that cannot be used: a sentence that stands alone, one way out, the place."""

    def __init__(self, message: str, hint: str = "", at: Span | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at


class Condition(BaseModel):
    """A printing condition with its limits; an unknown key is an error.

    ``registry`` is the name in the ICC characterization data registry (color.org) that the output
    intent carries. ``ink_limit`` and ``lightest_tint`` are per cent, ``ppi_…`` pixels per inch at the
    placed size: under the floor is an error, under ``ppi_warn`` a warning, above the ceiling photos
    are resampled down to it. ``sharpen`` is the unsharp mask for resampled photos in per cent, 0 for
    none. ``smallest_type`` is in points, as is ``smallest_ruby``, the least size of readings over
    characters; ``smallest_line``, ``bleed`` and ``safe`` (live matter inside the trim) in mm. The
    shipped values are house defaults until the shop says otherwise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    title: str = ""
    description: str = ""
    icc: Path
    registry: str = Field(min_length=1)
    level: Literal["x-4", "x-1a"] = "x-4"
    intent: Literal["relative", "perceptual"] = "relative"
    ink_limit: float = Field(ge=100, le=400)
    ppi_floor: float = Field(default=150, gt=0)
    ppi_warn: float = Field(default=300, gt=0)
    ppi_ceiling: float = Field(default=350, ge=72, le=2400)
    sharpen: int = Field(default=50, ge=0, le=200)
    smallest_type: Pt = Field(default=Pt(6), gt=0)
    smallest_ruby: Pt = Field(default=Pt(4), gt=0)
    smallest_line: Mm = Field(default=Mm(0.1), gt=0)
    lightest_tint: float = Field(default=8, ge=0, le=100)
    bleed: Mm = Field(default=Mm(3), ge=0)
    safe: Mm = Field(default=Mm(3), ge=0)

    @field_validator("ppi_ceiling")
    @classmethod
    def _above_the_others(cls, ceiling: float, info: ValidationInfo) -> float:
        """Refuse a ceiling under the other two, which no resampled photo could satisfy."""
        if not info.data.get("ppi_floor", 0) <= info.data.get("ppi_warn", 0) <= ceiling:
            raise ValueError("ppi_floor, ppi_warn and ppi_ceiling must rise in this order")
        return ceiling

    @cached_property
    def icc_sha256(self) -> str:
        """The SHA-256 of the profile, in hexadecimal."""
        return hashlib.sha256(self.icc.read_bytes()).hexdigest()


def shipped() -> tuple[str, ...]:
    """Return the names of the printer profiles that come with the tool."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def open_condition(name_or_file: str, workspace: Path) -> Condition:
    """Return the printer profile of that name or file; the workspace's ``issues/<name>.yaml`` wins.

    A file is named relative to the workspace or its ``issues``. Raises ConditionError where there is
    none, where it cannot be read, or where its keys, values or ICC profile will not do.
    """
    path = _find(name_or_file, workspace)
    where = _relative(path, workspace)
    values, lines = _read(path, where)
    if "base" in values:
        values = _on_base(values, where, lines)
    return _condition(
        {"name": path.stem, **values, "icc": _profile(values, path, where, lines)}, where, lines
    )


def _find(name_or_file: str, workspace: Path) -> Path:
    """Return the file that is meant.

    Raises ConditionError where there is none.
    """
    issues = workspace / "issues"
    wanted = Path(name_or_file)
    places = [issues / f"{wanted.name}.yaml", SHIPPED / f"{wanted.name}.yaml"]
    if wanted.suffix in {".yaml", ".yml"} or wanted.name != name_or_file:
        places = [workspace / wanted, issues / wanted]
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        message = _("There is no printer profile “{name}”.").format(name=name_or_file)
        raise ConditionError(message, _known())
    return found


def _known() -> str:
    """Return the hint that names the shipped profiles."""
    names = ", ".join(shipped())
    return _("Name one of {names}, or a file of the workspace.").format(names=names)


def _relative(path: Path, workspace: Path) -> str:
    """Return the path as messages show it: relative to the workspace where it lies inside."""
    inside = path.is_relative_to(workspace)
    return (path.relative_to(workspace) if inside else path).as_posix()


def _read(path: Path, where: str) -> tuple[dict[str, Any], Mapping[str, Span]]:
    """Return the keys of a profile's file with their places.

    Raises ConditionError for a file that is unreadable, no YAML or no mapping.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        message = _("The printer profile {file} cannot be read: {fault}").format(file=where, fault=fault)
        raise ConditionError(message, at=Span(where)) from fault
    if not isinstance(node, yaml.MappingNode) or not isinstance(values, dict):
        message = _("The printer profile {file} is not a list of keys and values.").format(file=where)
        raise ConditionError(message, _known(), Span(where))
    return {str(key): value for key, value in values.items()}, _places(node, where)


def _places(node: yaml.MappingNode, where: str) -> Mapping[str, Span]:
    """Return where each key stands."""
    marks = {str(key.value): key.start_mark for key, _value in node.value}
    return {key: Span(where, mark.line + 1, mark.column + 1, max(1, len(key))) for key, mark in marks.items()}


def _on_base(values: Mapping[str, Any], where: str, lines: Mapping[str, Span]) -> dict[str, Any]:
    """Return the shipped profile named by ``base`` with the shop's own keys over it.

    Raises ConditionError where ``base`` is not a shipped name.
    """
    base = str(values["base"])
    if base not in shipped():
        message = _("The printer profile {file} builds on “{base}”, which does not exist.")
        raise ConditionError(message.format(file=where, base=base), _known(), lines.get("base"))
    below, _lines = _read(SHIPPED / f"{base}.yaml", base)
    del below["name"]
    return {**below, **{key: value for key, value in values.items() if key != "base"}}


def _profile(values: Mapping[str, Any], path: Path, where: str, lines: Mapping[str, Span]) -> Path:
    """Return the ICC file that the profile names: beside it, else among the shipped ones.

    Raises ConditionError where it is missing or not for CMYK.
    """
    name = str(values.get("icc") or "")
    found = next((each for each in (path.parent / name, SHIPPED / name) if each.is_file()), None)
    at = lines.get("icc", Span(where))
    if found is None:
        message = _("The printer profile {file} names the ICC file “{icc}”, which is not there.")
        hint = _("Put the print shop's ICC file beside {file} and name it under icc.").format(file=where)
        raise ConditionError(message.format(file=where, icc=name), hint, at)
    if not _is_cmyk(found):
        message = _("The ICC file “{icc}” is not a profile for four-colour printing (CMYK).").format(icc=name)
        raise ConditionError(message, _("Ask the print shop for its CMYK output profile."), at)
    return found.resolve()


def _is_cmyk(profile: Path) -> bool:
    """Return whether a file is an ICC profile of CMYK (ICC.1, clause 7.2: signature and colour space)."""
    with profile.open("rb") as stream:
        header = stream.read(PROFILE_HEADER)
    return header[36:40] == b"acsp" and header[16:20] == b"CMYK"


def _condition(values: Mapping[str, Any], where: str, lines: Mapping[str, Span]) -> Condition:
    """Return the record.

    Raises ConditionError that names every key that will not do.
    """
    try:
        return Condition.model_validate(values)
    except ValidationError as fault:
        faults = [(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in fault.errors()]
    message = " ".join(_sentence(where, *each) for each in faults)
    raise ConditionError(message, _keys(), lines.get(faults[0][0], Span(where)))


def _sentence(where: str, key: str, kind: str, reason: str) -> str:
    """Return what is wrong with one key, as a sentence."""
    sentences = {
        "extra_forbidden": _("The printer profile {file} has an unknown key “{key}”."),
        "missing": _("The printer profile {file} has no “{key}”."),
    }
    sentence = sentences.get(kind) or _("The printer profile {file}: “{key}” will not do: {reason}.")
    return sentence.format(file=where, key=key, reason=reason)


def _keys() -> str:
    """Return the hint that lists the keys of a profile."""
    return _("Its keys are {keys}.").format(keys=", ".join(("base", *Condition.model_fields)))


@declare("M092", "printer_profile_unusable", Severity.ERROR)
def printer_profile_unusable(at: Span | None, message: str, hint: str) -> Finding:
    """The printer profile that publication.yaml names under `press` cannot be used.

    Without it nobody knows the paper's colours and limits. Name coated, uncoated or newsprint, or a
    profile file of the workspace.
    """
    return Finding(at, message, hint)
