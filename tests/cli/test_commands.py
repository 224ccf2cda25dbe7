import datetime
import json

import pytest

import newsletter
from newsletter import checking, pipeline, starter
from newsletter.cli.app import COMMANDS
from newsletter.cli.arguments import hoisted, wished_language
from newsletter.cli.clock import today
from newsletter.diagnostics import MachineFault

NAMES = [place.partition(".")[2] for place, _help, _examples in COMMANDS]


@pytest.mark.parametrize("name", NAMES)
def test_every_help_has_examples(run, name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Examples" in result.stdout
    assert f"newsletter {name}" in result.stdout
    assert "Everywhere" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_help_of_the_whole(run):
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in NAMES)
    assert not any(line != line.rstrip() for line in result.stdout.splitlines())


def test_no_arguments_are_a_question(run):
    result = run()
    assert result.exit_code == 2
    assert "Commands" in result.output


def test_version(run):
    assert run("--version").stdout == f"newsletter {newsletter.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["chekc"], "chekc", "check"),
        (["check", "--strickt"], "--strickt", "--strict"),
        (["init"], "DIR is missing", "newsletter init --help"),
        (["check", "--format", "xml"], "--format", "newsletter check --help"),
        (["--lang", "fr", "rules"], "--lang", "zh"),
        (["rules", "--desk", "Q"], "--desk", "M A L C P Y T F"),
        (["explain", "L0001"], "L0001", "L00"),
    ],
)
def test_usage_faults_are_sentences(run, arguments, sentence, hint):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in result.stderr
    assert hint in result.stderr
    assert "Traceback" not in result.output


def test_no_workspace(run, tmp_path):
    result = run("-C", tmp_path, "check")
    assert result.exit_code == 3
    assert "newsletter init" in result.stderr


def test_no_issue_is_an_error(run, workspace):
    (workspace / "issues" / "issue-001" / "issue.yaml").unlink()
    assert run("-C", workspace, "check").exit_code == 3


def test_unknown_issue(run, workspace):
    result = run("-C", workspace, "check", "isue-001")
    assert result.exit_code == 3
    assert "Did you mean issue-001?" in result.stderr


def test_check_names_the_newest(run, workspace):
    result = run("check", "-C", workspace)
    assert result.exit_code == 0, result.output
    assert "issue-001" in result.stderr
    assert result.stdout == "✓ issue-001: nothing found\n"


def test_quiet_says_nothing_of_nothing(run, workspace):
    result = run("check", "-C", workspace, "-q")
    assert result.output == ""


def test_a_fault_holds(run, workspace):
    file = workspace / "issues" / "publication.yaml"
    file.write_text(file.read_text("utf-8").replace("notice: 内部资料 免费交流\n", ""), "utf-8")
    result = run("-C", workspace, "check", "--format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith("issues/publication.yaml:")
    assert "error[L004]" in result.stdout


def test_json_is_all_of_stdout(run, workspace):
    result = run("-C", workspace, "check", "--format", "json")
    assert json.loads(result.stdout)["ok"] is True


def test_strict_lets_warnings_hold(run, workspace):
    sheet = workspace / "issues" / "issue-001" / "issue.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("total: 1 ", "# "), "utf-8")
    assert run("-C", workspace, "check").exit_code == 0
    assert run("-C", workspace, "check", "--strict").exit_code == 1


def test_machine_faults_end_in_a_sentence(run, workspace, monkeypatch):
    def missing(order, progress):
        raise MachineFault("Pango is missing.", "apt install it", 4)

    monkeypatch.setattr(pipeline, "build", missing)
    result = run("-C", workspace, "build")
    assert result.exit_code == 4
    assert "Pango is missing." in result.stderr
    assert "hint: apt install it" in result.stderr


def test_our_faults_are_not_hidden(run, workspace, monkeypatch):
    def broken(order, progress):
        raise ZeroDivisionError

    monkeypatch.setattr(checking, "check", broken)
    assert isinstance(run("-C", workspace, "check").exception, ZeroDivisionError)


def test_interrupted(run, workspace, monkeypatch):
    def interrupted(order, progress):
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "check", interrupted)
    assert run("-C", workspace, "check").exit_code == 130


def test_orders_say_what_was_asked(run, workspace, monkeypatch):
    orders = []

    def heard(order, progress):
        orders.append(order)
        return pipeline.Outcome(order.slug, ())

    monkeypatch.setattr(pipeline, "build", heard)
    run("-C", workspace, "build", "1", "--press", "--afresh", "--strict")
    assert (orders[0].slug, orders[0].today) == ("issue-001", datetime.date(2026, 1, 20))
    assert orders[0].press and orders[0].afresh and orders[0].strict


def test_the_language_may_stand_anywhere():
    assert hoisted(["check", "--lang", "zh", "x", "-q"]) == ["--lang", "zh", "-q", "check", "x"]
    assert hoisted(["check", "--lang=zh", "-C/tmp"]) == ["--lang=zh", "-C/tmp", "check"]
    assert hoisted(["new", "--", "-q"]) == ["new", "--", "-q"]
    assert wished_language(["check", "--lang=zh"]) == "zh"
    assert wished_language(["check", "--lang"]) is None


@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({"NEWSLETTER_TODAY": "2026-09-28"}, datetime.date(2026, 9, 28)),
        ({"SOURCE_DATE_EPOCH": "0"}, datetime.date(1970, 1, 1)),
        ({"NEWSLETTER_TODAY": "2026-09-28", "SOURCE_DATE_EPOCH": "0"}, datetime.date(2026, 9, 28)),
    ],
)
def test_the_day_is_the_environments(environment, day):
    assert today(environment) == day


@pytest.mark.parametrize("environment", [{"NEWSLETTER_TODAY": "28.9.2026"}, {"SOURCE_DATE_EPOCH": "soon"}])
def test_no_day(environment):
    with pytest.raises(MachineFault) as fault:
        today(environment)
    assert fault.value.exit_code == 2


def test_rules_by_desk_and_severity(run):
    found = json.loads(run("rules", "--desk", "l", "--severity", "error", "--json").stdout)
    assert found
    assert all(each["code"].startswith("L") and each["severity"] == "error" for each in found)


def test_explain(run):
    result = run("explain", "l001")
    assert result.exit_code == 0
    assert "第十四条" in result.stdout


def test_layouts_and_fonts(run, workspace):
    assert "tabloid" in run("layouts").stdout
    faces = json.loads(run("fonts", "--json").stdout)
    assert {"song", "hei", "kai"} <= {each["face"] for each in faces}


def test_fonts_say_which_face_sets_a_text(run, workspace):
    table = run("fonts", "--text", "中龘")
    assert (table.exit_code, "song-ext" in table.stdout) == (0, True)
    asked = run("fonts", "--json", "--text", "中龘中😀\ue000\udcff\u200b")
    assert asked.exit_code == 1
    answers = json.loads(asked.stdout)
    assert [each["code"] for each in answers] == ["U+4E2D", "U+9F98", "U+1F600", "U+E000", "U+DCFF"]
    assert answers[1]["faces"] == dict.fromkeys(("song", "hei", "kai", "masthead"), "song-ext")
    assert not any(answers[2]["faces"].values())
    assert run("fonts", "--text", "").exit_code == 0


def test_preview_before_a_build(run, workspace):
    result = run("-C", workspace, "preview", "--as", "blocks")
    assert result.exit_code == 3
    assert "newsletter build issue-001" in result.stderr


def test_the_sample_is_planned_and_previewed(run, tmp_path):
    starter.init(tmp_path / "paper")
    result = run("-C", tmp_path / "paper", "plan", "issue-001")
    assert "Page 1 要闻" in result.stdout, result.output
    assert "founding" in result.stdout
    text = run("-C", tmp_path / "paper", "preview")
    assert text.exit_code == 0
    assert "光谷光电产教联合体" in text.stdout.replace("\n", "")
    wire = run("-C", tmp_path / "paper", "preview", "--as", "wire", "--page", "1", "--width", "60")
    assert wire.exit_code == 0
    assert "┌──" in wire.stdout
    assert run("-C", tmp_path / "paper", "preview", "--as", "wire", "--page", "9").exit_code == 3


def test_capacity_is_metered_before_the_copy_is_written(run, workspace):
    for copy in workspace.glob("issues/*/articles/*.md"):
        copy.write_text("")
    result = run("-C", workspace, "plan", "--capacity")
    assert result.exit_code == 0, result.output
    assert "blank" in result.stdout
    told = json.loads(run("-C", workspace, "plan", "--capacity", "--format", "json").stdout)
    assert all(slot["written"] == 0 and slot["limits"] for slot in told["capacity"])


def test_the_plan_tells_what_was_done(run, tmp_path):
    starter.init(tmp_path / "paper")
    result = run("-C", tmp_path / "paper", "plan", "issue-001")
    assert "copyfit" in result.stdout
    assert "leading of the page" in " ".join(result.stdout.split())
    wire = run("-C", tmp_path / "paper", "preview", "issue-001", "--as", "wire")
    assert " ppi" in wire.stdout
