"""What a rewrite would change, line by line, as a terminal shows it."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from rich.text import Text

from newsletter.manifest import Rewrite

STYLES = {"+": "clear", "-": "error", "@": "quiet"}


def differences(found: Iterable[Rewrite], workspace: Path) -> Iterator[Text]:
    """Yield the changed lines of each file under its name, with one line around them."""
    for each in found:
        yield Text(each.path.relative_to(workspace).as_posix(), style="place underline")
        before, after = each.before.split("\n"), each.after.split("\n")
        for line in [*unified_diff(before, after, n=1, lineterm="")][2:]:
            yield Text(line, style=STYLES.get(line[:1], ""))
        yield Text()
