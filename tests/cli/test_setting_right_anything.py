"""Whatever a copy file holds, `check --fix` changes what it says and nothing else, and once is enough."""

import datetime
import shutil
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsletter.characters import is_unseen
from newsletter.commission import Order
from newsletter.fixing import apply, fixes
from tests.checks.terminal import SLUG, good_workspace

COPY = f"issues/{SLUG}/articles/library.md"
FRONT = "---\nsource: 图书馆  # 二○二六年,照旧\n---\n"
PIECES = (
    *("（一）、", "二○二六年", "二O二六", "二0二六", "、……", "<红楼梦>", "《读<呐喊>》", "<<手记>>"),
    *(",", ".", "...", "。。。", "…", "--", '"', "'", "(", ")", "：", "“", "”", "1、"),
    *(
        "**",
        "*",
        "_",
        "|",
        "\\",
        "`",
        "[",
        "](",
        "]",
        "{甲|jiǎ}",
        "[^1]",
        "[^1]: ",
        "&nbsp;",
        "&amp;",
        "&#44;",
    ),
    *(
        "http://a.cn/a,b",
        "a@b.cn",
        "a.txt",
        "3.5",
        "12",
        "１２",
        "ＡＢ",
        "abc",
        "中",
        "文字",
        "学院",
        "王小明",
    ),
    *(
        "\u3000",
        " ",
        "  ",
        "\t",
        "甲\t乙\n丙\t丁",
        "\n　　",
        "\v",
        "\n• ",
        "\u200b",
        "\ufeff",
        "\u00a0",
        "e\u0301",
        "ﬁ",
        "\u2f08",
        "\uf90a",
        "\U000e0100",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\n- ",
        "\n> ",
        "\n# ",
        "\n1. ",
        "\n```\n",
        "\n---\n",
        "\n    ",
        "<b>",
        "<!-- 注,释 -->",
    ),
    *("\n\n| 甲,乙 | b |\n| --- | --- |\n| 中,文 | (x) |\n\n", "\n\n```诗\n春眠,不觉\n```\n\n"),
)
NASTY = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
ZEROS = "OＯo○◯〇"


@cache
def _workspace(folder: Path) -> Path:
    return good_workspace(folder / "workspace")


def letters(text: str) -> list[str]:
    """Return the letters and figures of a text in one form, without those that a fix may put in order."""
    kept = unicodedata.normalize("NFKC", "".join(each for each in text if not is_unseen(each)))
    return [each for each in kept if each.isalnum() and each not in ZEROS]


def _fixed(workspace: Path, data: bytes) -> bytes:
    """Return what becomes of a copy file, and hold its original against what it was."""
    path, order = workspace / COPY, Order(workspace, SLUG, datetime.date(2026, 6, 30))
    shutil.rmtree(workspace / "dist", ignore_errors=True)
    path.write_bytes(data)
    found = fixes(order, lambda _code: True)
    assert path.read_bytes() == data, "nothing is changed before somebody says so"
    if found:
        originals = apply(found, order)
        assert (originals / COPY).read_bytes() == data
    return path.read_bytes()


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NASTY, st.sampled_from(["", "\ufeff"]), st.booleans(), st.booleans())
@example("（一）、二○二六年,学院\n", "\ufeff", True, True)
@example("　　文字,学院。\n　　文字，学院。\n甲\t乙\n丙\t丁\n• 王小明\n中\v文字", "", True, True)
def test_what_is_set_right_is_right_and_nothing_else_is_touched(
    tmp_path_factory: pytest.TempPathFactory, text: str, mark: str, front: bool, windows: bool
) -> None:
    workspace = _workspace(tmp_path_factory.getbasetemp())
    whole = (FRONT if front else "") + text
    whole = mark + (whole.replace("\r\n", "\n").replace("\n", "\r\n") if windows else whole)
    after = _fixed(workspace, whole.encode()).decode()
    more = after.count("\n") - whole.count("\n")
    assert after.startswith(mark) and more >= 0, "paragraphs are parted, never joined"
    assert after.count("\r\n") - whole.count("\r\n") == more * ("\r\n" in whole)
    assert letters(after) == letters(whole)
    if front:
        kept = whole[: whole.index("---", 5) + 3]
        assert after.startswith(kept)
    assert _fixed(workspace, after.encode()).decode() == after
