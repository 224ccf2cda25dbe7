"""Every colour becomes CMYK ink; black alone overprints."""

import pytest

from newsletter.press.overprint import on_press


def _on_form(stream: str) -> str:
    return " ".join(on_press(stream.encode(), page=False)[0].decode().split())


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("/DeviceCMYK cs\n0 0 0 1 scn f", "0 0 0 1 k /PressOverOut gs f"),
        ("/DeviceCMYK cs\n0 1 1 0.1 scn f", "0 1 1 0.1 k /PressOutOut gs f"),
        ("/DeviceCMYK cs 0 0 0 0 scn f", "0 0 0 0 k /PressOutOut gs f"),
        ("/DeviceCMYK CS 0 0 0 1 SCN S", "0 0 0 1 K /PressOutOver gs S"),
        ("0 0 0 rg f", "0 0 0 1 k /PressOverOut gs f"),
        ("1 1 1 rg f", "0 0 0 0 k /PressOutOut gs f"),
        ("0.5 G S", "0 0 0 0.5 K /PressOutOut gs S"),
        ("1 0 0 rg f", "1 0 0 rg /PressOutOut gs f"),
        ("/DeviceCMYK cs f", "0 0 0 1 k /PressOverOut gs f"),
        ("/lab-d50 cs 50 0 0 scn f", "/lab-d50 cs 50 0 0 scn /PressOutOut gs f"),
        ("0 0 0 1 k 0 0 0 1 k f", "0 0 0 1 k /PressOverOut gs 0 0 0 1 k f"),
        ("q 0 0 0 1 k Q 1 0 0 0 k f", "q 0 0 0 1 k /PressOverOut gs Q 1 0 0 0 k /PressOutOut gs f"),
        ("(0 0 0 rg) Tj", "(0 0 0 rg) Tj"),
        ("q q f", "q q f Q Q"),
    ],
)
def test_colour_on_press(written: str, printed: str) -> None:
    assert _on_form(written) == printed


def test_page_starts_in_overprinting_black() -> None:
    assert on_press(b"f", page=True)[0] == b"0 0 0 1 k 0 0 0 1 K /PressOverOver gs\nf"


def test_spaces_in_use_are_told() -> None:
    assert on_press(b"/lab-d50 cs /DeviceCMYK CS /Pattern cs", page=False)[1] == {"/lab-d50", "/Pattern"}
