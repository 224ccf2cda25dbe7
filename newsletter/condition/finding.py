"""Where printer profiles lie: the workspace's own in ``issues/``, those of the tool in ``conditions/``."""

from collections.abc import Mapping
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "conditions"
_MARKERS = ("base:", "icc:", "registry:")


def shipped() -> tuple[str, ...]:
    """Return the names of the printer profiles that come with the tool."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


def profile_names(workspace: Path | None) -> Mapping[str, Path]:
    """Return every profile by name: the tool's, and over them the workspace's own."""
    own = sorted((workspace / "issues").glob("*.yaml")) if workspace else []
    found = {path.stem: path for path in sorted(SHIPPED.glob("*.yaml"))}
    return {**found, **{path.stem: path for path in own if _is_profile(path)}}


def _is_profile(path: Path) -> bool:
    """Return whether a file of ``issues/`` is a printer profile: it says what it is based on or prints by."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return any(line.startswith(_MARKERS) for line in lines)


def find(name_or_file: str, workspace: Path, below: Path | None = None) -> Path | None:
    """Return the file of a profile; a base of the same name as the file on it lies among the shipped ones.

    A file is named relative to the workspace or its ``issues``; a base lies in it.
    """
    issues = workspace / "issues"
    wanted = Path(name_or_file)
    places = [issues / f"{wanted.name}.yaml", SHIPPED / f"{wanted.name}.yaml"]
    if wanted.suffix in {".yaml", ".yml"} or wanted.name != name_or_file:
        root = workspace.resolve()
        named = (workspace / wanted, issues / wanted)
        places = [each for each in named if below is None or each.resolve().is_relative_to(root)]
    return next((path for path in places if path.is_file() and path != below), None)


def shown(path: Path, workspace: Path) -> str:
    """Return a path as messages show it: relative to the workspace, a shipped one by its name."""
    if path.is_relative_to(workspace):
        return path.relative_to(workspace).as_posix()
    return f"conditions/{path.name}" if path.parent == SHIPPED else path.as_posix()
