import pytest

from newsletter.preview.means import Means, many_colours, means_of
from newsletter.preview.room import Room


@pytest.mark.parametrize(
    ("environment", "means"),
    [
        ({}, Means.BLOCKS),
        ({"TERM": "xterm-256color"}, Means.BLOCKS),
        ({"TERM": "xterm-kitty"}, Means.KITTY),
        ({"KITTY_WINDOW_ID": "1"}, Means.KITTY),
        ({"TERM_PROGRAM": "ghostty"}, Means.KITTY),
        ({"TERM_PROGRAM": "iTerm.app"}, Means.ITERM),
        ({"LC_TERMINAL": "iTerm2"}, Means.ITERM),
        ({"TERM_PROGRAM": "WezTerm"}, Means.ITERM),
        ({"TERM": "foot"}, Means.SIXEL),
        ({"TERM": "foot-extra"}, Means.SIXEL),
        ({"KONSOLE_VERSION": "230801"}, Means.SIXEL),
        ({"KONSOLE_VERSION": "210801"}, Means.BLOCKS),
        ({"TERM_PROGRAM": "vscode"}, Means.BLOCKS),
        ({"KITTY_WINDOW_ID": "1", "TMUX": "/tmp/tmux,1,0"}, Means.BLOCKS),
        ({"TERM": "screen-256color", "LC_TERMINAL": "iTerm2"}, Means.BLOCKS),
        ({"TERM": "dumb"}, Means.TEXT),
    ],
)
def test_terminals(environment, means):
    assert means_of(environment, terminal=True) is means


def test_no_terminal_and_no_colour_read_text():
    assert means_of({"TERM": "xterm-kitty"}, terminal=False) is Means.TEXT
    assert means_of({"TERM": "xterm-kitty"}, terminal=True, colour=False) is Means.TEXT


def test_colours():
    assert many_colours({"COLORTERM": "truecolor"})
    assert not many_colours({"TERM": "xterm-256color"})


def test_room():
    room = Room(120, 40, 9, 18).narrowed(60)
    assert (room.columns, room.pixels) == (60, 540)
    assert Room().narrowed(None) == Room()
