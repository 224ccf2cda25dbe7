"""A package's code for people, in groups that can be read aloud and compared with the sheet of paper."""

from rich.text import Text

from newsletter.language import _

_GROUP = 4


def code_line(code: str) -> Text:
    """Return the code as it stands on the press sheet."""
    groups = " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
    return Text(_("Compare with the signed press sheet: {code}").format(code=groups), style="place")
