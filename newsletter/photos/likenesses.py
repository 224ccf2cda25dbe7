"""The photos of an issue beside one another and beside those of earlier issues."""

from dataclasses import dataclass
from pathlib import Path

from newsletter.issue import Issue
from newsletter.photos.likeness import Seen, looks

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"))
MOST_EARLIER = 3000


@dataclass(frozen=True, slots=True)
class Likenesses:
    """The looks of an issue's photos by their ids, and those of earlier issues' files."""

    issue: Issue
    own: tuple[Seen, ...]
    earlier: tuple[Seen, ...] = ()


def likenesses(issue: Issue, cache: Path) -> Likenesses:
    """Return how the issue's photos look, and those of all issues that came out before it."""
    own = {photo.id: issue.folder / photo.file for photo in issue.photos if photo.pixels}
    earlier = _earlier(issue) if own else ()
    found = looks((*own.values(), *earlier), cache)
    return Likenesses(
        issue,
        tuple(Seen(name, found[path]) for name, path in own.items()),
        tuple(Seen(path.relative_to(issue.workspace).as_posix(), found[path]) for path in earlier),
    )


def _earlier(issue: Issue) -> tuple[Path, ...]:
    """Return the picture files of the issues that came out before this one, the latest first."""
    folders = [issue.workspace / "issues" / each.slug / "photos" for each in reversed(issue.earlier)]
    files = (path for folder in folders for path in sorted(folder.glob("*")))
    pictures = [path for path in files if path.suffix.lower() in PICTURES and path.is_file()]
    return tuple(pictures[:MOST_EARLIER])
