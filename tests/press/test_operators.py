"""Content streams are cut right, and hostile ones cost no more than their length."""

import time

import pytest

from newsletter.press.operators import name, numbers, operations


def _cut(stream: bytes) -> list[tuple[bytes, bytes]]:
    return [(each.operator, each.operands.strip()) for each in operations(stream)]


@pytest.mark.parametrize(
    ("stream", "cut"),
    [
        (b"q\n1 0 0 1 2.5 -3 cm\nQ", [(b"q", b""), (b"cm", b"1 0 0 1 2.5 -3"), (b"Q", b"")]),
        (b"0 0 0 1 k/F1 12 Tf", [(b"k", b"0 0 0 1"), (b"Tf", b"/F1 12")]),
        (b"[<00a1>-15<>-15.3<0b>] TJ", [(b"TJ", b"[<00a1>-15<>-15.3<0b>]")]),
        (rb"(a \) k (b) rg) Tj f", [(b"Tj", rb"(a \) k (b) rg)"), (b"f", b"")]),
        (b"[(0 0 0 rg) 3 (]) ] TJ n", [(b"TJ", b"[(0 0 0 rg) 3 (]) ]"), (b"n", b"")]),
        (b"q % 1 0 0 rg\n0 g", [(b"q", b""), (b"g", b"0")]),
        (b"/P <</MCID 0 /Lang (zh)>> BDC EMC", [(b"BDC", b"/P <</MCID 0 /Lang (zh)>>"), (b"EMC", b"")]),
        (b"<< /A true >> DP true false f*", [(b"DP", b"<< /A true >>"), (b"f*", b"true false")]),
        (b"BI /W 1 /H 1 ID \x00 Q EIx EI Q", [(b"BI", b"/W 1 /H 1"), (b"Q", b"")]),
        (b"1 0 0 (unterminated", []),
        (b"}{ ) ] >> q", [(b"q", b"}{ ) ] >>")]),
        (b"", []),
    ],
)
def test_stream_is_cut(stream: bytes, cut: list[tuple[bytes, bytes]]) -> None:
    assert _cut(stream) == cut


@pytest.mark.parametrize(
    "stream",
    [
        b"[" * 200_000,
        b"(" * 200_000,
        b"1 " * 200_000,
        b"<0" * 100_000,
        b"%" * 200_000,
        b"BI " * 60_000,
        b"/" * 200_000,
    ],
)
def test_hostile_stream_is_quick(stream: bytes) -> None:
    start = time.perf_counter()
    _cut(stream)
    assert time.perf_counter() - start < 2


def test_numbers_forgive() -> None:
    assert numbers(b"1 .5 -3 4.") == (1.0, 0.5, -3.0, 4.0)
    assert numbers(b"1 --5 +2") == (1.0, 0.0, 2.0)
    assert numbers(b"9" * 400) == (1e7,)


def test_name_reads_escapes() -> None:
    assert name(b"/A#20B 12") == "/A B"
    assert name(b"12") == ""
