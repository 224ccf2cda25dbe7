"""What pydantic refuses, in an editor's words."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Record
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.keys import CHINESE_VALUES, nearest


def describe(fault: ErrorDetails, record: type[Record], at: Span) -> Diagnostic:
    """Return the finding for a value that pydantic refuses."""
    key, kind, value = str(fault["loc"][0]), fault["type"], fault["input"]
    if kind == "no_day":
        return faults.bad_date(at, key, str(value), _date_hint(str(value)))
    if kind in ("enum", "literal_error") and isinstance(value, str):
        return _choice(fault, record, at, key, value)
    if kind in ("greater_than_equal", "less_than_equal", "finite_number"):
        bounds = _("from 0 to 1") if key == "focus" else _("at least 1")
        return faults.out_of_range(at, key, str(value), bounds)
    sought = _("two numbers from 0 to 1, as in [0.5, 0.35]") if key == "focus" else wanted(kind)
    return faults.wrong_kind(at, key, sought, given(value), _kind_hint(key, value))


def given(value: object) -> str:
    """Return what a value is, in words."""
    if value is None:
        return _("nothing")
    if isinstance(value, (list, tuple)):
        return _("a list")
    return _("a table") if isinstance(value, Mapping) else f"“{value}”"


def _choice(fault: ErrorDetails, record: type[Record], at: Span, key: str, value: str) -> Diagnostic:
    """Return the finding for a value that is none of its key's choices."""
    choices = tuple(re.findall(r"'([^']+)'", str(fault.get("ctx", {}).get("expected", ""))))
    chinese = CHINESE_VALUES.get((record, key), {})
    meant = nearest(value, choices) or nearest(value, tuple(chinese))
    return faults.not_a_choice(at, key, value, choices, meant)


def wanted(kind: str) -> str:
    """Return what is asked for where pydantic finds a fault of a kind, in words."""
    words = {
        "string": _("text"),
        "int": _("a whole number"),
        "float": _("a number"),
        "bool": _("yes or no"),
        "tuple": _("a list"),
        "dict": _("a table"),
        "model": _("a table"),
        "date": _("a date, as in 2026-06-30"),
        "enum": _("a word"),
        "literal": _("a word"),
        "stretch": _("a number, or from one to another as in 1-4"),
    }
    return words.get(kind.split("_")[0], _("another value"))


def _kind_hint(key: str, value: Any) -> str:
    """Return how the value would be written, where one can say."""
    if not isinstance(value, str):
        return ""
    if re.search(r"[【】［］]", value):
        return _("Write [ ] and , with the Chinese input method switched off.")
    digits = re.fullmatch(r"\D*(\d{1,9})\D*", value)
    if key in ("number", "total", "page", "run", "print_run") and digits:
        return _("Write {value}.").format(value=f"{key}: {int(digits[1])}")
    if key in ("photos", "articles", "pages"):
        items = ", ".join(re.split(r"\s*[，、,]\s*", value.strip()))
        return _("Write {value}.").format(value=f"{key}: [{items}]")
    return ""


def _date_hint(value: str) -> str:
    """Return the date as it is written, where its parts can be told."""
    parts = re.fullmatch(r"\s*(\d{4})\s*[年/.]\s*(\d{1,2})\s*[月/.]\s*(\d{1,2})\s*日?\s*", value)
    if parts:
        year, month, day = map(int, parts.groups())
        return _("Write {value}.").format(value=f"{year:04}-{month:02}-{day:02}")
    return _("Write a day of the calendar, as 2026-06-30.")
