"""Where the things that travel with the package are: layouts, faces, the sample."""

from functools import cache
from pathlib import Path


@cache
def folder(name: str) -> Path:
    """Return the shipped folder ``layouts``, ``fonts`` or ``issues``: in the wheel, else in the checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_shipped" / name
    return inside if inside.is_dir() else package.parent / name
