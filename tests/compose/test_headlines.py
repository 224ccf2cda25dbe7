"""Headlines break between words, are balanced and fit."""

import pytest

from newsletter.compose import fit_headline
from newsletter.fonts import FontBook

FACE = "song-black"


def set_in(text: str, book: FontBook, width: float, lines: int) -> list[str] | None:
    found = fit_headline(text, FACE, book, width, lines)
    return [line.text for line in found] if found else None


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("光电研究院成立大会隆重召开", 8.0, ["光电研究院", "成立大会隆重召开"]),
        ("5G虚实融合实训室启用", 7.0, ["5G虚实融合", "实训室启用"]),
        ("课堂搬进实验室，考卷写在光路上", 9.0, ["课堂搬进实验室，", "考卷写在光路上"]),
        ("那张返工单，我留到了今天", 8.0, ["那张返工单，", "我留到了今天"]),
        ("2026级开学典礼在晨雾中举行", 9.0, ["2026级开学典礼", "在晨雾中举行"]),
        ("“第二把钥匙”等着4286名新生", 9.0, ["“第二把钥匙”", "等着4286名新生"]),
    ],
)
def test_two_lines(book: FontBook, text: str, width: float, lines: list[str]) -> None:
    assert set_in(text, book, width, 2) == lines


def test_lines_fit_and_keep_the_text(book: FontBook) -> None:
    text = "首批投入设备折合3860万元，18个岗位的课程标准年底前写完"
    for width in (12.0, 15.0, 20.0, 30.0):
        for lines in (1, 2, 3):
            found = fit_headline(text, FACE, book, width, lines)
            if found:
                assert len(found) == lines
                assert max(line.width for line in found) <= width + 0.001
                assert "".join(line.text for line in found) == text
                assert all(line.start == 0 and not line.stretch for line in found)


def test_none_where_it_cannot_fit(book: FontBook) -> None:
    assert set_in("光电研究院成立大会", book, 8.0, 1) is None
    assert set_in("光电研究院成立大会", book, 2.0, 2) is None
    assert set_in("光电", book, 9.0, 3) is None
    assert set_in("", book, 9.0, 1) is None
    assert set_in("   ", book, 9.0, 1) is None


def test_marks_are_half_wide(book: FontBook) -> None:
    (line,) = fit_headline("学习《条例》，共建", FACE, book, 20.0, 1) or ()
    assert line.width == pytest.approx(7.5, abs=0.001)
    assert [piece.text for piece in line.pieces if piece.halved] == ["《", "》，"]


def test_words_of_the_house_stay_whole(book: FontBook) -> None:
    for width in (4.0, 5.0, 6.0, 7.0):
        for lines in (2, 3, 4):
            found = set_in("产教融合成立大会上的毕业生", book, width, lines) or []
            for word in ("产教", "融合", "成立", "毕业生"):
                assert not found or any(word in line for line in found)


def test_a_typed_space_is_a_good_place(book: FontBook) -> None:
    assert set_in("光电学院 喜迎新生", book, 6.0, 2) == ["光电学院 ", "喜迎新生"]


@pytest.mark.parametrize("face", ["song-black", "hei-bold"])
def test_a_middle_dot_is_half_wide_at_most(book: FontBook, face: str) -> None:
    (line,) = fit_headline("马可·波罗", face, book, 20.0, 1) or ()
    assert line.width <= 4.5 and line.text == "马可·波罗"


def test_a_pause_is_one_em_inside_a_line(book: FontBook) -> None:
    (line,) = fit_headline("光电学院 喜迎新生", FACE, book, 20.0, 1) or ()
    assert line.width == pytest.approx(9.0, abs=0.002)


def test_tracking_closes_what_is_left(book: FontBook) -> None:
    (line,) = fit_headline("光电研究院成立大会", FACE, book, 9.8, 1, -0.02, 0.12) or ()
    assert line.width == pytest.approx(9.8, abs=0.01) and line.stretch == pytest.approx(0.1, abs=0.002)
    (line,) = fit_headline("光电研究院成立大会", FACE, book, 8.9, 1, -0.02, 0.12) or ()
    assert line.width <= 8.901
    (line,) = fit_headline("光电研究院成立大会", FACE, book, 14.0, 1, -0.02, 0.12) or ()
    assert line.stretch == pytest.approx(0.05)
