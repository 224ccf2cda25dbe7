"""Where the things that travel with the package are: layouts, faces, the sample."""

from functools import cache
from pathlib import Path


@cache
def folder(name: str) -> Path:
    """Return the shipped folder ``layouts``, ``fonts`` or ``issues``: in the wheel, else in the checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_shipped" / name
    return inside if inside.is_dir() else package.parent / name


def folders(name: str, workspace: Path | None) -> tuple[Path, ...]:
    """Return the folders ``layouts`` or ``fonts`` that there are, the workspace's own first."""
    own = () if workspace is None else (workspace / name,)
    return tuple(dict.fromkeys(each.resolve() for each in (*own, folder(name)) if each.is_dir()))
