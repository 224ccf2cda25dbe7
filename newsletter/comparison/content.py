"""The content of an issue, compact: words, photos by hash, pages. A build keeps it beside what it made."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from newsletter.release import write

KEPT = ".content.json"
FORM = 2
"""Raised where what is kept says other things, or says them otherwise; what has another form is not read."""


@dataclass(frozen=True, slots=True)
class StoryContent:
    """A story: its lines by key, its copy a paragraph a line, the planned page (0 for none), its photos.

    ``pages`` are those that it stands on in a made issue, none where it is not made.
    """

    id: str
    lines: dict[str, str]
    text: str
    page: int = 0
    photos: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoContent:
    """A photo: its caption and credit, the SHA-256 of its file, no such hash where that is not there."""

    id: str
    lines: dict[str, str]
    sha256: str

    @property
    def there(self) -> bool:
        """Whether its file was there."""
        return self.sha256 not in ("", "–")


@dataclass(frozen=True, slots=True)
class Content:
    """All that readers see of an issue but its design."""

    slug: str
    facts: dict[str, str]
    stories: tuple[StoryContent, ...] = ()
    photos: tuple[PhotoContent, ...] = ()
    pages: dict[str, str] = field(default_factory=dict)


def keep(folder: Path, content: Content) -> None:
    """Write the content beside what was made of it; the same content gives the same bytes."""
    data = json.dumps({"form": FORM, **asdict(content)}, ensure_ascii=False, sort_keys=True, indent=1)
    write(folder / KEPT, data.encode())


def read_content(file: Path) -> Content | None:
    """Return the content that a build kept, none where there is none that can be read."""
    try:
        return _read(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read(data: Mapping[str, Any]) -> Content:
    def each(kind: Callable[..., Any], key: str) -> tuple[Any, ...]:
        return tuple(kind(**{name: _tuple(value) for name, value in item.items()}) for item in data[key])

    if data.get("form") != FORM:
        raise ValueError(data.get("form"))
    return Content(
        data["slug"],
        data["facts"],
        each(StoryContent, "stories"),
        each(PhotoContent, "photos"),
        data["pages"],
    )


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
