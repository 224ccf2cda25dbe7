"""Readings, dots and notes in print: where the glyphs of a press file stand."""

from pathlib import Path

import pytest

from newsletter.press import Character, characters
from tests.whole.workshop import GOOD, Workshop, copy_of

ISSUE = "layout: leaflet"
EM = 9 * 25.4 / 72
COPY = """生江{䶮|yǎn}说，{解缙|Xiè Jìn}与{庄|zhuāng}子从小喜欢拆收音机，拆得开，装不回去[^1]。他希望三年以后，
*拆得开，也装得回去*。雾散了，阳光落在每一个人的肩上，大家都很高兴。

[^1]: 见《新生入学须知》。
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return built(tmp_path_factory.mktemp("plain"), COPY.replace("{䶮|yǎn}", "䶮").replace("*", ""))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return built(tmp_path_factory.mktemp("read"), COPY)


def built(folder: Path, copy: str) -> Workshop:
    """Return the good workspace built with another story, stress as dots."""
    workshop = copy_of(GOOD, folder / "workspace")
    (workshop.source / "articles" / "library.md").write_text(copy, "utf-8")
    workshop.edit("articles.yaml", "headline: 自修室重新开放", "headline: 自修{室|shì}重新开放")
    layout = workshop.folder / "layouts" / "leaflet" / "layout.yaml"
    layout.write_text(layout.read_text("utf-8").replace("indent: 2}", "indent: 2, stress: dots}"), "utf-8")
    run = workshop.run("build")
    assert workshop.pdf.is_file(), run.stdout + run.stderr
    return workshop


def on_page(workshop: Workshop) -> tuple[Character, ...]:
    return tuple(each for each in characters(workshop.pdf, 2) if not each.char.isspace())


def word(found: tuple[Character, ...], text: str) -> tuple[Character, ...]:
    """Return the characters of a word where it stands first."""
    whole = "".join(each.char[:1] for each in found)
    at = whole.index(text)
    return found[at : at + len(text)]


@pytest.mark.parametrize(("base", "sound"), [("解", "Xiè"), ("缙", "Jìn"), ("庄", "zhuāng"), ("室", "shì")])
def test_a_reading_stands_over_the_middle_of_its_base(read: Workshop, base: str, sound: str) -> None:
    found = on_page(read)
    (below,), letters = word(found, base), word(found, sound)
    middle = (letters[0].x0 + letters[-1].x1) / 2
    size = below.size * 25.4 / 72
    assert abs(middle - (below.x0 + below.x1) / 2) < 0.1 * size
    assert letters[0].y0 < below.y0
    assert below.y0 - 1.2 * size < letters[0].y0


def test_no_baseline_is_moved(read: Workshop, plain: Workshop) -> None:
    """Body lines with and without readings stand at the same heights."""

    def heights(workshop: Workshop) -> list[float]:
        return sorted({round(each.y1, 2) for each in on_page(workshop) if abs(each.size - 9) < 0.1})

    assert heights(read) == heights(plain)


def test_readings_come_after_the_copy(read: Workshop) -> None:
    """The copy can be read from the file in one piece, every character once."""
    text = "".join(each.char for each in on_page(read))
    assert text.count("zhuāng") == 1
    assert "解缙与庄子从小喜欢拆收音机，拆得开，装不回去¹。他希望三年以后，拆得开，也装得回去。" in text
    assert "1见《新生入学须知》。" in text


def test_the_file_is_held_by_nothing(read: Workshop) -> None:
    assert "F043" not in read.run("build").stdout
