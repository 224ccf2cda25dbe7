"""The photographs of the sample issue, one module each."""

from __future__ import annotations

from importlib import import_module

from ..picture import Picture

NAMES = (
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


def picture(name: str) -> Picture:
    """Return the plan of a photograph by name."""
    if name not in NAMES:
        raise SystemExit(f"no such picture: {name} (there are: {', '.join(NAMES)})")
    plan = import_module(f"{__name__}.{name}").PICTURE
    assert isinstance(plan, Picture)
    return plan
