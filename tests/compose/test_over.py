"""Readings over characters, dots under them, raised figures: their room, their place, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rulers import ends, right_edge, setting

from newsletter.compose import RubyType, Setting, compose, fit_headline
from newsletter.compose.over import APART, OVERHANG
from newsletter.diagnostics import Span
from newsletter.fonts import FontBook
from newsletter.lines import Line
from newsletter.manuscript import Block, Emphasis, Paragraph, Reading, Run
from newsletter.ruby import placed_dots, placed_readings

RUBY = RubyType("hei", 0.5)
slow = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def text(*runs: Run) -> Paragraph:
    return Paragraph(Block.TEXT, runs, Span("x"))


def set_in(measure: float, **changes: object) -> Setting:
    return setting(measure, ruby=RUBY, **changes)


def edges(line: Line, book: FontBook, measure: float) -> list[tuple[float, float]]:
    """Return where readings begin and end."""
    trackings = [piece.tracking for piece in line.pieces]
    placed = placed_readings(line, trackings, RUBY.size, RUBY.face, book, measure)
    return [(each.left, each.left + each.width) for each in placed]


def test_a_syllable_for_each_character_or_one_for_the_group(book: FontBook) -> None:
    (line,) = compose(text(Run("见"), Run("解缙", reading="Xiè Jìn")), set_in(12.0), book)
    assert line.readings == (Reading(3 - 2, 2, "Xiè"), Reading(2, 3, "Jìn"))
    (line,) = compose(text(Run("解缙", reading="Xièjìn")), set_in(12.0), book)
    assert line.readings == (Reading(0, 2, "Xièjìn"),)


def test_a_narrow_reading_changes_nothing(book: FontBook) -> None:
    plain = compose(text(Run("雾散了，阳光落在江䶮的肩上，大家都很高兴。")), set_in(8.0), book)
    read = compose(
        text(Run("雾散了，阳光落在江"), Run("䶮", reading="yǎn"), Run("的肩上，大家都很高兴。")),
        set_in(8.0),
        book,
    )
    assert [each.text for each in plain] == [each.text for each in read]
    assert [each.pieces for each in plain] == [each.pieces for each in read]


def test_wide_readings_have_room_and_never_touch(book: FontBook) -> None:
    runs = (Run("说"), Run("庄", reading="zhuāng"), Run("双", reading="shuāng"), Run("子的话"))
    (line,) = compose(text(*runs), set_in(20.0, indent=0.0), book)
    (_, first_end), (second_start, _) = edges(line, book, 20.0)
    assert second_start - first_end == pytest.approx(APART * RUBY.size, abs=0.003)
    characters = list(ends(line, book))
    before, behind = characters[0], characters[3]
    assert before[2] - edges(line, book, 20.0)[0][0] == pytest.approx(OVERHANG / 1000, abs=0.003)
    assert edges(line, book, 20.0)[1][1] - behind[1] == pytest.approx(OVERHANG / 1000, abs=0.003)


def test_readings_stand_over_the_middle_of_their_base(book: FontBook) -> None:
    runs = (
        Run("他们和"),
        Run("庄", reading="zhuāng"),
        Run("子谈了"),
        Run("光谷", reading="Guānggǔ"),
        Run("。"),
    )
    for line in compose(text(*runs), set_in(20.0), book):
        characters = list(ends(line, book))
        for each, (left, right) in zip(line.readings, edges(line, book, 20.0), strict=True):
            middle = (characters[each.start][1] + characters[each.stop - 1][2]) / 2
            assert (left + right) / 2 == pytest.approx(middle, abs=0.001)


def test_at_the_edge_a_reading_leans_inwards(book: FontBook) -> None:
    (line,) = compose(text(Run("庄", reading="zhuāng"), Run("子说")), set_in(20.0, indent=0.0), book)
    ((left, right),) = edges(line, book, 20.0)
    assert left > (1.0 - (right - left)) / 2


@pytest.mark.parametrize("measure", [8.0, 9.0, 10.0, 11.0, 12.0])
def test_no_line_breaks_in_a_group(book: FontBook, measure: float) -> None:
    runs = (Run("雾散了，阳光落在"), Run("单于飞", reading="Chán yú Fēi"), Run("和大家的肩上，很高兴。"))
    lines = compose(text(*runs), set_in(measure), book)
    assert any("单于飞" in line.text for line in lines)


bases = st.text(st.sampled_from("一二三四五庄双解A1 "), min_size=1, max_size=6)
sounds = st.sampled_from(["", "zhuāng", "a", "yī èr", "shuāng shuāng", "Xiè Jìn Sān"])


@slow
@given(
    parts=st.lists(st.tuples(bases, st.sampled_from(Emphasis), sounds), max_size=12),
    measure=st.sampled_from([4.0, 8.0, 12.0, 31.0]),
    stress=st.sampled_from(["kai", "dots"]),
)
def test_no_character_is_lost_with_readings(
    book: FontBook, parts: list[tuple[str, Emphasis, str]], measure: float, stress: str
) -> None:
    each = text(*(Run(*part) for part in parts))
    indent = min(2.0, measure / 4)
    lines = compose(each, Setting("song", "hei-medium", stress, measure, indent, ruby=RUBY), book)
    assert "".join(line.text for line in lines) == (each.text if each.text.strip() else "")
    for line in lines:
        assert right_edge(line, book) == pytest.approx(line.start + line.width, abs=0.004)
        assert not line.full or right_edge(line, book) == pytest.approx(measure, abs=0.01)
        assert all(0 <= reading.start < reading.stop <= len(line.text) for reading in line.readings)
    read = sum(len(line.readings) for line in lines)
    assert read == sum(_readings(run) for run in each.runs)


def _readings(run: Run) -> int:
    """Return how many readings a run has on the page."""
    syllables, base = len(run.reading.split()), run.text.strip()
    if not syllables or not base:
        return 0
    return syllables if syllables == len(base) and not set(base) & set("A1 ") else 1


def test_dots_stand_under_han_alone(book: FontBook) -> None:
    runs = (Run("要"), Run("重，A点", Emphasis.STRESS), Run("双", Emphasis.BOTH))
    dotted = Setting("song", "hei-medium", "dots", 12.0)
    (line,) = compose(text(*runs), dotted, book)
    assert [line.text[at] for at in line.dots] == ["重", "点", "双"]
    assert {piece.face for piece in line.pieces} == {"song", "hei-medium"}
    characters = list(ends(line, book))
    middles = list(placed_dots(line, [piece.tracking for piece in line.pieces], book))
    for at, middle in zip(line.dots, middles, strict=True):
        assert middle == pytest.approx((characters[at][1] + characters[at][2]) / 2, abs=0.001)


def test_without_dots_stress_is_a_face(book: FontBook) -> None:
    runs = (Run("重", Emphasis.STRESS), Run("点", Emphasis.BOTH))
    (line,) = compose(text(*runs), set_in(12.0), book)
    assert line.dots == ()
    assert [piece.face for piece in line.pieces] == ["kai", "hei-medium"]


@pytest.mark.parametrize("measure", [8.0, 9.0, 10.0, 11.0, 12.5, 15.0])
def test_raised_figures_keep_to_their_word(book: FontBook, measure: float) -> None:
    copy = text(Run("院长在讲话中说：“双手是钥匙。”¹² 他讲了一位老师傅的故事³⁷，误差很小。" * 3))
    lines = compose(copy, set_in(measure), book)
    assert not [line for line in lines[1:] if line.text[0] in "¹²³⁷"]
    figures = {piece.face for line in lines for piece in line.pieces if piece.text[0] in "¹²³⁷"}
    assert len(figures) == 1
    for line in lines:
        assert right_edge(line, book) == pytest.approx(line.start + line.width, abs=0.004)
        places = list(ends(line, book))
        for before, figure in pairwise(places):
            if figure[0] in "¹²³⁷":
                assert figure[1] - before[2] == pytest.approx(0.0, abs=0.02)


def test_headlines_have_readings(book: FontBook) -> None:
    runs = (Run("开学典礼举行，"), Run("解缙", reading="Xiè Jìn"), Run("致辞"))
    one = fit_headline(runs, "hei-bold", book, 12.0, 1, ruby=RUBY)
    two = fit_headline(runs, "hei-bold", book, 8.0, 2, ruby=RUBY)
    assert one is not None
    assert two is not None
    assert [each.sound for each in one[0].readings] == ["Xiè", "Jìn"]
    assert [(each.start, each.sound) for line in two for each in line.readings][1][1] == "Jìn"
