"""By what means a terminal shows a page: decided from the environment, the terminal is never asked."""

from collections.abc import Mapping
from enum import StrEnum


class Means(StrEnum):
    """How a page is shown."""

    BLOCKS = "blocks"
    KITTY = "kitty"
    ITERM = "iterm"
    SIXEL = "sixel"
    TEXT = "text"
    WIRE = "wire"


PICTURES = (Means.BLOCKS, Means.KITTY, Means.ITERM, Means.SIXEL)
KITTY_PROGRAMS = ("ghostty",)
ITERM_PROGRAMS = ("iTerm.app", "WezTerm", "mintty")
SIXEL_TERMS = ("foot", "mlterm", "yaft", "contour")
KONSOLE_WITH_SIXEL = 220400


def means_of(environment: Mapping[str, str], *, terminal: bool, colour: bool = True) -> Means:
    """Return the best means: pictures for a terminal that has them, half blocks for any other, else text.

    Inside tmux or screen pictures do not arrive whole; half blocks do.
    """
    if not terminal or not colour or environment.get("TERM") == "dumb":
        return Means.TEXT
    if _multiplexed(environment):
        return Means.BLOCKS
    for means, has in ((Means.KITTY, _kitty), (Means.ITERM, _iterm), (Means.SIXEL, _sixel)):
        if has(environment):
            return means
    return Means.BLOCKS


def many_colours(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal has 24 bits of colour rather than 256 colours."""
    if environment.get("COLORTERM") in {"truecolor", "24bit"} or environment.get("WT_SESSION"):
        return True
    return environment.get("TERM", "").endswith("-direct")


def _multiplexed(environment: Mapping[str, str]) -> bool:
    term = environment.get("TERM", "")
    return any(environment.get(name) for name in ("TMUX", "STY", "ZELLIJ")) or term.startswith(
        ("screen", "tmux")
    )


def _kitty(environment: Mapping[str, str]) -> bool:
    named = environment.get("TERM", "") in {"xterm-kitty", "xterm-ghostty"}
    return (
        named or bool(environment.get("KITTY_WINDOW_ID")) or environment.get("TERM_PROGRAM") in KITTY_PROGRAMS
    )


def _iterm(environment: Mapping[str, str]) -> bool:
    programs = (environment.get("TERM_PROGRAM"), environment.get("LC_TERMINAL"))
    return any(each in (*ITERM_PROGRAMS, "iTerm2") for each in programs) or bool(
        environment.get("WEZTERM_PANE")
    )


def _sixel(environment: Mapping[str, str]) -> bool:
    konsole = environment.get("KONSOLE_VERSION", "")
    if konsole.isdigit() and int(konsole) >= KONSOLE_WITH_SIXEL:
        return True
    return environment.get("TERM", "").startswith(SIXEL_TERMS)
