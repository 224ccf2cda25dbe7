import io
import json

from rich.console import Console

from newsletter.console import Format, Showing, show
from newsletter.console.concise import concise
from newsletter.console.github import github
from newsletter.console.terminal import THEME, Colour, console
from newsletter.language import use_language
from newsletter.report.verdict import clear


def shown(outcome, workspace, format=Format.PEOPLE, width=80, terminal=False, **manner):
    stream = io.StringIO()
    made = Console(
        file=stream,
        width=width,
        theme=THEME,
        highlight=False,
        markup=False,
        force_terminal=terminal,
        color_system=None if not terminal else "truecolor",
    )
    show(outcome, Showing(made, workspace, format, **manner))
    return stream.getvalue()


def test_people_see_the_source_with_carets(outcome, workspace):
    text = shown(outcome, workspace)
    lines = text.splitlines()
    place = next(i for i, line in enumerate(lines) if "│   headline" in line)
    assert lines[place + 1].endswith("│ " + " " * (12 + 4) + "^" * 10)
    assert "hint: Say so: a, b." in text
    assert "source: 《内部资料性出版物管理办法》第十四条第二款" in text
    assert "newsletter explain L016" in text
    assert "2:15 error[L016]" in text
    assert text.splitlines()[-1] == "✗ issue-001: 1 error, 2 warnings, 1 note, held"


def test_people_see_files_pages_and_the_whole_issue_apart(outcome, workspace):
    headings = [
        line for line in shown(outcome, workspace).splitlines() if line and not line.startswith((" ", "✗"))
    ]
    assert headings == ["issues/issue-001/articles.yaml", "page 3", "the whole issue"]


def test_a_rule_is_explained_once(outcome, workspace):
    assert shown(outcome, workspace).count("newsletter explain Y001") == 1


def test_links_only_on_a_terminal(outcome, workspace):
    assert "\x1b]8;" in shown(outcome, workspace, terminal=True)
    assert "\x1b" not in shown(outcome, workspace)


def test_markup_in_messages_is_only_text(outcome, workspace):
    assert "[L016]" in shown(outcome, workspace)


def test_quiet_leaves_the_findings(outcome, workspace):
    assert "held" not in shown(outcome, workspace, quiet=True)


def test_narrow_terminals_break_nothing(outcome, workspace):
    assert "^" in shown(outcome, workspace, width=30)


def test_a_vanished_file_costs_the_excerpt_only(outcome, tmp_path):
    assert "error[L016]" in shown(outcome, tmp_path)


def test_concise(outcome):
    assert concise(outcome).splitlines() == [
        "issues/issue-001/articles.yaml:2:15: error[L016] 《founding》 says “产教联合体”.",
        "  hint: Say so: a, b.",
        "issues/issue-001/articles.yaml:2:30: note[C011] Set right: 100% digits.",
        "page 3: warning[Y001] Overset.",
        "the whole issue: warning[Y001] Nowhere.",
    ]


def test_json(outcome, workspace):
    data = json.loads(shown(outcome, workspace, Format.JSON))
    assert (data["schema"], data["version"], data["issue"], data["ok"]) == (
        "newsletter/findings",
        1,
        "issue-001",
        False,
    )
    assert data["summary"] == {"error": 1, "warning": 2, "note": 1}
    first, _second, third, fourth = data["findings"]
    assert first["authority"] == "《内部资料性出版物管理办法》第十四条第二款"
    assert (first["line"], first["column"], first["length"], first["page"]) == (2, 15, 5, None)
    assert (third["file"], third["page"], third["x"], third["height"]) == (None, 3, 10, 40)
    assert set(first) == set(fourth)


def test_github(outcome):
    lines = github(outcome).splitlines()
    assert lines[0] == (
        "::error title=L016 called_a_paper,file=issues/issue-001/articles.yaml,line=2,col=15,endColumn=20"
        "::《founding》 says “产教联合体”.%0ASay so: a, b."
    )
    assert lines[1].startswith("::notice ")
    assert lines[1].endswith("Set right:%0A100%25 digits.")
    assert lines[2] == "::warning title=Y001 overset_text::Overset."


def test_warnings_hold_only_the_strict(outcome):
    warned = [each for each in outcome.diagnostics if each.rule.code == "Y001"]
    assert clear(warned)
    assert not clear(warned, strict=True)


def test_colours_follow_the_environment(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert console().color_system is None
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert console().is_terminal
    monkeypatch.setenv("NO_COLOR", "1")
    assert console().color_system is None
    assert console(Colour.ALWAYS).is_terminal


def test_every_format_speaks_the_language_in_use(outcome, workspace):
    use_language("zh")
    for format in Format:
        assert shown(outcome, workspace, format)
