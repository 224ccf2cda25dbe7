"""What pydantic refuses in a layout, in a designer's words."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from newsletter.language import _
from newsletter.manifest.keys import nearest
from newsletter.manifest.wording import given, wanted


def refusal(fault: ErrorDetails, record: type[BaseModel]) -> str:
    """Return why a value of a layout, whose records begin with ``record``, cannot be."""
    path, kind, context = fault["loc"], fault["type"], fault.get("ctx", {})
    if kind == "missing":
        return _("it is missing")
    if kind == "extra_forbidden":
        return _unknown(str(path[-1]), _keys_at(path[:-1], record))
    if len(path) > 1 and path[0] == "colours":
        return _("a colour is four inks from 0 to 1: [0, 1, 1, 0.1] is 100 % magenta and yellow, 10 % black")
    if bound := next(_bounds(kind, context), ""):
        return bound
    if kind in ("literal_error", "enum"):
        choices = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return _("it is one of {choices}").format(choices=choices)
    if kind.split("_")[0] in ("string", "int", "float", "bool", "tuple", "dict", "model"):
        return _("{wanted} is asked for, and there is {given}").format(
            wanted=wanted(kind), given=given(fault["input"])
        )
    return fault["msg"].removeprefix("Value error, ")


def _unknown(key: str, known: Sequence[str]) -> str:
    """Return that there is no such key, and the one that is meant where one is like it."""
    if meant := nearest(key, tuple(known)):
        return _("there is no such key; “{key}” is").format(key=meant)
    return _("there is no such key")


def _bounds(kind: str, context: dict[str, Any]) -> Iterator[str]:
    """Yield which numbers are taken, where a number is refused."""
    if kind == "greater_than":
        yield _("it must be more than {bound}").format(bound=f"{context['gt']:g}")
    elif kind == "greater_than_equal":
        yield _("it must be at least {bound}").format(bound=f"{context['ge']:g}")
    elif kind == "less_than":
        yield _("it must be less than {bound}").format(bound=f"{context['lt']:g}")
    elif kind == "less_than_equal":
        yield _("it must be at most {bound}").format(bound=f"{context['le']:g}")


def _keys_at(path: Sequence[str | int], record: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of the record that a path leads to, none where it holds no record."""
    for part in path:
        field = record.model_fields.get(str(part))
        inner = next(_records_in(field.annotation), None) if field else record
        if inner is None:
            return ()
        record = inner
    return tuple(record.model_fields)


def _records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the records that a field holds, alone or in a list or table."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)
