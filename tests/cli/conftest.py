import pytest
from typer.testing import CliRunner

from newsletter import starter
from newsletter.cli.app import application


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch):
    """A day that does not move, a terminal that wants nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR", "NEWSLETTER_LANG", "LC_ALL", "SOURCE_DATE_EPOCH", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEWSLETTER_TODAY", "2026-01-20")


@pytest.fixture
def workspace(tmp_path):
    """A new workspace, its blanks filled in."""
    starter.init(tmp_path / "paper", bare=True)
    _fill_in(tmp_path / "paper" / "issues")
    return tmp_path / "paper"


def _fill_in(issues):
    own = {
        "刊名": "青湖学苑",
        "编印单位": "青湖学院",
        "发送对象": "院内各部门",
        "(鄂)0000": "(鄂)4201",
        "印刷单位": "青湖印务",
        "姓名一": "顾怀瑾",
        "姓名二": "林语溪",
        "姓名三": "温如言",
        "第一篇稿件的标题": "新工坊启用",
    }
    for file in (issues / "publication.yaml", issues / "issue-001" / "articles.yaml"):
        lines = [_own(line, own) for line in file.read_text("utf-8").splitlines(keepends=True)]
        file.write_text("".join(lines), "utf-8")


def _own(line, own):
    """Return a line with its blanks filled in, its comment as it was."""
    words, mark, comment = line.partition("#")
    for blank, word in own.items():
        words = words.replace(blank, word)
    return words + mark + comment


@pytest.fixture
def run():
    """Carry out a command line and return its result."""
    app = application()

    def carried_out(*arguments):
        return CliRunner().invoke(app, [str(each) for each in arguments])

    return carried_out
