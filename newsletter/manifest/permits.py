"""The other publications of a workspace, as far as their permits are concerned."""

import re
from collections.abc import Iterator
from pathlib import Path

from newsletter.issue import OtherPermit
from newsletter.manifest.series import Sheets, publications_used, text_of

PUBLICATION = "publication.yaml"
VALUE = r"""\s*:\s*["']?([^"'\n,}#]*[^"'\s,}#])"""
PERMIT = re.compile(r"^(?:permit|准印证)\s*:(?P<inner>.*(?:\n(?:[ \t].*|\s*|#.*))*)", re.MULTILINE)
KEYS = {
    key: re.compile(rf"(?<![\w一-鿿])(?:{names}){VALUE}")
    for key, names in {
        "number": "number|准印证号",
        "title": "title|核准刊名",
        "format": "format|核准开版",
        "period": "period|核准刊期",
    }.items()
}


def other_permits(workspace: Path, sheets: Sheets, own: str) -> tuple[OtherPermit, ...]:
    """Return the permits of the publications that the sheets of a workspace name, but for one's own.

    ``own`` is the file that an issue names in place of publication.yaml, if any. A record that no issue
    names, such as last year's, is left out. Read in plain lines, as the other issues are.
    """
    files = {name or PUBLICATION for name in publications_used(sheets)} - {own or PUBLICATION}
    return tuple(each for name in sorted(files) for each in _permits(workspace / "issues" / Path(name).name))


def _permits(path: Path) -> Iterator[OtherPermit]:
    """Yield what a record says of its permit, if it has a number."""
    permit = PERMIT.search(text_of(path))
    said = {key: shape.search(permit["inner"]) for key, shape in KEYS.items()} if permit else {}
    values = {key: found[1].strip() for key, found in said.items() if found}
    if "number" in values:
        yield OtherPermit(file=path.name, **values)
