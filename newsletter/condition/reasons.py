"""Why a value will not do, in words: what the validation of records finds."""

from collections.abc import Mapping
from typing import Any

from newsletter.language import _


def reason_of(error: Mapping[str, Any]) -> str:
    """Return the reason that stands behind one error of a validation, in the language in use."""
    limits = error.get("ctx", {})
    reasons = {
        "missing": _("it is missing"),
        "less_than_equal": _("at most {le} can be"),
        "greater_than_equal": _("at least {ge} must be"),
        "greater_than": _("more than {gt} must be"),
        "float_parsing": _("a number is wanted"),
        "int_parsing": _("a whole number is wanted"),
        "bool_parsing": _("true or false is wanted"),
        "literal_error": _("one of {expected} is wanted"),
        "tuple_type": _("a list is wanted"),
        "model_type": _("a table of keys is wanted"),
        "string_type": _("a text is wanted"),
        "string_too_short": _("a text is wanted"),
        "too_long": _("a list of {max_length} numbers is wanted"),
    }
    reason = reasons.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    return reason.format(**{key: _shown(value) for key, value in limits.items()}) if limits else reason


def _shown(value: object) -> str:
    """Return a limit as people write it; quoted alternatives lose their quotes."""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value).replace("'", "").replace(" or ", ", ")
