"""Copies of the sample workspace outside the repository: as it is, and with a camera's large photos."""

import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image

from tests.studio import camera_noise

ROOT = Path(__file__).resolve().parents[2]
SLUG = "issue-001"
LONG, SHORT = 4000, 3000
"""Sides of a photo of twelve megapixels."""
PAIR = re.compile("([\u4e00-\u9fff])([\u4e00-\u9fff])")


def copied(folder: Path) -> Path:
    """Return a copy of the sample workspace with its first issue: what editors wrote, nothing made."""
    shutil.copytree(ROOT / "issues" / SLUG, folder / "issues" / SLUG)
    shutil.copy(ROOT / "issues" / "publication.yaml", folder / "issues")
    return folder


def with_large_photos(folder: Path) -> Path:
    """Return a copy of the sample workspace whose photos have twelve megapixels each."""
    files = sorted((copied(folder) / "issues" / SLUG / "photos").iterdir())
    with ProcessPoolExecutor(2) as workers:
        list(workers.map(_enlarge, files, range(len(files))))
    return folder


def photo_count(workspace: Path) -> int:
    """Return how many photos the issue has."""
    return sum(1 for _ in (workspace / "issues" / SLUG / "photos").iterdir())


def _enlarge(file: Path, seed: int) -> None:
    """Put a large photo of the same orientation in a file's place."""
    with Image.open(file) as original:
        upright = original.height > original.width
    size = (SHORT, LONG) if upright else (LONG, SHORT)
    camera_noise(*size, seed).save(file, quality=92)


def forget(workspace: Path) -> None:
    """Remove all that was made, caches too."""
    shutil.rmtree(workspace / "dist", ignore_errors=True)


class Editor:
    """Changes the first story's copy, so that each build finds something new; no line grows or shrinks."""

    def __init__(self, workspace: Path) -> None:
        self.file = min((workspace / "issues" / SLUG / "articles").glob("*.md"))

    def __call__(self) -> None:
        """Swap the first two neighbouring Han characters that differ; next time swap them back."""
        text = self.file.read_text("utf-8")
        pair = next(found for found in PAIR.finditer(text) if found[1] != found[2])
        self.file.write_text(f"{text[: pair.start()]}{pair[2]}{pair[1]}{text[pair.end() :]}", "utf-8")
