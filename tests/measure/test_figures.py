"""The measure sees the faults it is for: planted ones, WeasyPrint's ragged lines, and none where there is none."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from newsletter.measure import Figures, NoBodyText, measure
from tests.bench import peers
from tests.bench.content import Story, stories_of
from tests.measure.sheets import figures_of, paragraphs, texts

ROOT = Path(__file__).resolve().parents[2]
FULL = "天地玄黄宇宙洪荒日月盈昃"
GOOD = (f"　　{FULL[:10]}", *([FULL] * 5), "辰宿列张")
"""A paragraph of twelve characters to the line, nothing wrong with it."""


def _set(lines: tuple[str, ...], folder: Path) -> Figures:
    """Return the figures of lines that the engine sets as they are; U+3000 is the indent."""
    return figures_of(paragraphs(*lines), folder)


def test_faultless_lines(tmp_path: Path) -> None:
    half = '秋收冬藏闰余成岁律吕<i class="h">。</i>调'
    figures = _set((*GOOD, *GOOD, f"　　{FULL[:10]}", f"{FULL[:11]}。", half, FULL, "阳云"), tmp_path)
    assert (figures.lines, figures.full) == (19, 16)
    assert figures.flush == 15 / 16
    assert texts(figures.ragged) == ("秋收冬藏闰余成岁律吕。调",)
    assert (figures.starts, figures.ends, figures.cut, figures.lone, figures.wide) == ((),) * 5
    assert figures.grid == 1


def test_planted_faults(tmp_path: Path) -> None:
    lines = (
        *GOOD,
        f"　　{FULL[:9]}（",
        f"寒来暑往秋收）。{FULL[:4]}",
        f"，{FULL[:11]}",
        f'<span class="late">{FULL}</span>',
        f'<span class="tight">{FULL}</span>',
        f"{FULL[:10]}ab",
        f"cd{FULL[:11]}",
        "昃。",
        *GOOD,
    )
    figures = _set(lines, tmp_path)
    assert texts(figures.starts) == (f"，{FULL[:11]}",)
    assert texts(figures.ends) == (f"{FULL[:9]}（",)
    assert texts(figures.cut) == (f"{FULL[4:10]}ab|cd{FULL[:6]}",)
    assert texts(figures.lone) == ("昃。",)
    assert texts(figures.wide) == ("）。",)
    assert figures.grid == pytest.approx(21 / 22)
    assert FULL in texts(figures.ragged)


def _without_pictures(story: Story) -> Story:
    return replace(story, pictures=())


def _front_page() -> list[list[Story]]:
    return [[_without_pictures(story) for story in stories_of(ROOT, "issue-001")[0]]]


def test_bare_weasyprint(tmp_path: Path) -> None:
    command, target = peers.weasyprint(_front_page(), tmp_path)
    subprocess.run(command, check=True, env=peers.environment(tmp_path))
    figures = measure(target)
    assert figures.flush < 0.75
    assert figures.error > 0.2
    assert figures.pairs > 20
    assert len(figures.wide) == figures.pairs


def test_typst(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    command, target = peers.typst(_front_page(), tmp_path)
    subprocess.run(command, check=True)
    figures = measure(target)
    assert figures.flush > 0.9
    assert figures.error < 0.1
    assert figures.pairs > 20
    assert figures.wide == ()


def test_nothing_to_measure_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(NoBodyText) as fault:
        figures_of(paragraphs("Only letters here", "and no Han at all"), tmp_path)
    assert fault.value.exit_code == 3
