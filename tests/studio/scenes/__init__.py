"""The photographs of the sample issues: a module for each scene."""

from __future__ import annotations

from importlib import import_module

from ..picture import Picture

FIRST = (
    "unveiling",
    "signing",
    "facade",
    "opening",
    "bench",
    "lathe",
    "workshop",
    "welding",
    "classroom",
    "robot",
    "portrait",
    "library",
    "track",
    "relay",
    "avenue",
    "lake",
    "night",
)

SECOND = {
    "beam": "beam",
    "corridor": "cleanroom",
    "fibre": "fibre",
    "package": "cutouts",
    "calipers": "calipers",
    "exam": "exam",
    "drawing-room": "drafting",
    "compass": "compass",
    "head-gong": "heads",
    "head-song": "heads",
    "head-ge": "heads",
    "head-lind": "heads",
    "head-lin": "heads",
    "head-yuchi": "heads",
    "head-sheng": "heads",
    "binder": "binder",
    "shelf": "shelf",
    "old-book": "cutouts",
    "lind-lab": "heads",
    "vials": "vials",
    "optics": "optics",
    "snow": "snow",
    "aerial": "aerial",
    "stairwell": "stairwell",
    "concert": "concert",
    "mist": "mist",
    "playground": "playground",
    "homeward": "homeward",
    "night-shop": "nightshop",
    "mountain": "mountain",
}

ISSUES = {"issue-001": {name: name for name in FIRST}, "issue-002": SECOND}
"""The module of each picture, by issue; a module with several holds them in ``PICTURES``."""


def modules() -> dict[str, str]:
    """Return the module of every picture."""
    return {name: module for issue in ISSUES.values() for name, module in issue.items()}


def picture(name: str) -> Picture:
    """Return the plan of a photograph by name."""
    if name not in modules():
        raise SystemExit(f"no such picture: {name} (there are: {', '.join(modules())})")
    module = import_module(f"{__name__}.{modules()[name]}")
    plan = module.PICTURES[name] if hasattr(module, "PICTURES") else module.PICTURE
    assert isinstance(plan, Picture)
    return plan
