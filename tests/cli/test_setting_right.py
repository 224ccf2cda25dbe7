"""check --fix, --select and --ignore; rules that are searched; schemas that hold what is written."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.register import every_rule
from newsletter.schemas import schema_names, schema_text
from newsletter.selection import Selection
from tests.checks.terminal import all_of, concise, edit, good_workspace, newsletter

ISSUE = "issues/issue-001"
COPY, ARTICLES, PHOTOS = f"{ISSUE}/articles/library.md", f"{ISSUE}/articles.yaml", f"{ISSUE}/photos.yaml"
SPOILT = all_of(
    edit(COPY, "自修室每天", "（一）、始建于二○○六年,自修室每天"),
    edit(ARTICLES, "自修室重新开放", "<手记>进了自修室,重新开放"),
    edit(PHOTOS, "credit: 温雪", "credit: 温雪 摄"),
)


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    workspace = good_workspace(tmp_path / "workspace")
    SPOILT(workspace)
    return workspace


def _files(workspace: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in workspace.rglob("*") if each.is_file()}


def test_without_consent_nothing_is_changed(spoilt: Path) -> None:
    before = _files(spoilt)
    said = concise(spoilt, "check", "--fix")
    assert "+（一）始建于二〇〇六年，自修室每天" in said.err
    assert "--yes" in said.err
    assert {"C052", "C064", "C061", "P038", "C011"} <= said.codes
    assert _files(spoilt) == before


def test_with_consent_everything_is_set_right_at_once(spoilt: Path) -> None:
    before = (spoilt / COPY).read_bytes()
    said = concise(spoilt, "check", "--fix", "--yes")
    assert (said.out, said.code) == ("", 0)
    assert "（一）始建于二〇〇六年，自修室每天" in (spoilt / COPY).read_text("utf-8")
    assert "headline: 《手记》进了自修室，重新开放" in (spoilt / ARTICLES).read_text("utf-8")
    assert "credit: 温雪\n" in (spoilt / PHOTOS).read_text("utf-8")
    assert (spoilt / "dist/issue-001/before-fix" / COPY).read_bytes() == before


WORD = """各二级学院：
　　现将报名事项通知如下，请及时转告在校学生和在职教职工。
一、报名时间
10月19日至23日，逾期不予补报，缴费后概不退还，也不得转让。
学院\t人数
光电\t240
机械\t186
　　费用由后勤处代收。\v联系电话另行通知。
● 带身份证
● 带准考证
"""
PARTED = """各二级学院：

现将报名事项通知如下，请及时转告在校学生和在职教职工。

一、报名时间

10月19日至23日，逾期不予补报，缴费后概不退还，也不得转让。

| 学院 | 人数 |
| --- | --- |
| 光电 | 240 |
| 机械 | 186 |

费用由后勤处代收。

联系电话另行通知。

- 带身份证
- 带准考证
"""


def test_text_pasted_from_word_gets_its_paragraphs_list_and_table(tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    (workspace / COPY).write_text(WORD, "utf-8")
    said = concise(workspace, "check", "--fix", "--yes")
    assert (workspace / COPY).read_text("utf-8") == PARTED
    assert not {"C095", "C096"} & said.codes, said.out


def test_a_poem_and_a_lone_tab_are_left_to_the_editor(tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    text = "实训楼的灯\n一盏一盏\n熄成星星\n\n联系人\t唐老师，办公室在行政楼。\n"
    (workspace / COPY).write_text(text, "utf-8")
    said = concise(workspace, "check", "--fix", "--yes")
    assert (workspace / COPY).read_text("utf-8") == text
    assert "```诗" in said.out and {"C095", "C096"} <= said.codes


def test_house_notices_are_set_right_too(tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    fillers = workspace / "issues/fillers.yaml"
    text = "- id: a\n  headline: 来稿,须知\n  text: |\n    来稿请写明单位,\n    二○二六年起执行。\n- id: b\n  headline: 启事\n"
    fillers.write_text(text + '  text: "拾到钥匙,请到208室认领。"\n', "utf-8")
    said = concise(workspace, "check", "--fix", "--yes")
    assert not {"C011", "C064"} & said.codes, said.out
    written = fillers.read_text("utf-8")
    assert "来稿请写明单位，\n    二〇二六年起执行。" in written
    assert "headline: 来稿，须知" in written and 'text: "拾到钥匙，请到208室认领。"' in written


def test_a_second_time_there_is_nothing_to_do(spoilt: Path) -> None:
    concise(spoilt, "check", "--fix", "--yes")
    before = _files(spoilt)
    assert "nothing to set right" in concise(spoilt, "check", "--fix", "--yes").err
    assert _files(spoilt) == before


def test_originals_of_an_earlier_fix_are_kept(spoilt: Path) -> None:
    concise(spoilt, "check", "--fix", "--yes")
    edit(PHOTOS, "credit: 温雪", "credit: 温雪 摄")(spoilt)
    concise(spoilt, "check", "--fix", "--yes")
    assert sorted(each.name for each in (spoilt / "dist/issue-001").iterdir()) == [
        "before-fix",
        "before-fix-2",
    ]


def test_only_the_selected_rules_are_set_right(spoilt: Path) -> None:
    concise(spoilt, "check", "--fix", "--yes", "--select", "C064")
    assert "（一）、始建于二〇〇六年,自修室每天" in (spoilt / COPY).read_text("utf-8")
    assert "温雪 摄" in (spoilt / PHOTOS).read_text("utf-8")


def test_an_answer_is_asked_for(spoilt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("newsletter.cli.fixing._somebody_is_there", lambda: True)
    monkeypatch.setattr("typer.confirm", lambda question, err: asked.append(question) or False)
    before = _files(spoilt)
    concise(spoilt, "check", "--fix")
    assert asked == ["Change 3 files?"]
    assert _files(spoilt) == before


def test_a_file_changed_meanwhile_is_left_alone(spoilt: Path) -> None:
    from newsletter.manifest import corrections, rewrites, write_back

    found = rewrites(spoilt, corrections(spoilt, "issue-001"))
    (spoilt / COPY).write_text("别的内容。\n", "utf-8")
    write_back(found)
    assert (spoilt / COPY).read_text("utf-8") == "别的内容。\n"


@pytest.mark.parametrize(
    ("wishes", "codes"),
    [
        (("--select", "C"), {"C011", "C052", "C061", "C064"}),
        (("--select", "c06,P"), {"C061", "C064", "P038"}),
        (("--select", "C", "--ignore", "C06"), {"C011", "C052"}),
        (("--ignore", "C", "--select", "C064,P"), {"C064", "P038"}),
        (("--ignore", "C,P"), set()),
    ],
)
def test_rules_are_chosen(wishes: tuple[str, ...], codes: set[str], spoilt: Path) -> None:
    said = concise(spoilt, "check", *wishes)
    assert said.codes == codes
    assert "not shown" in said.err


def test_a_code_of_no_rule_is_refused(spoilt: Path) -> None:
    said = concise(spoilt, "check", "--select", "C9,L")
    assert (said.code, said.out) == (2, "")
    assert "C9" in said.err


CODES = st.lists(st.sampled_from(["C", "C0", "C05", "C051", "L", "L001", "P"]), max_size=4)


@given(CODES, CODES, st.sampled_from(["C051", "C011", "L001", "P003", "Y001"]))
def test_a_rule_is_shown_or_not_whatever_the_order(chosen: list[str], ignored: list[str], code: str) -> None:
    one = Selection.of([",".join(chosen)], [",".join(ignored)])
    other = Selection.of(reversed(chosen), reversed(ignored))
    assert one.covers(code) == other.covers(code)
    assert not Selection.of(chosen, [*ignored, code]).covers(code)
    assert Selection.of([*chosen, code], [each for each in ignored if each != code]).covers(code)


@pytest.mark.parametrize("name", schema_names())
def test_schemas_are_sound_and_printed(name: str, tmp_path: Path) -> None:
    said = newsletter(tmp_path, "schema", name)
    assert said.out == schema_text(name)
    jsonschema.Draft202012Validator.check_schema(json.loads(said.out))


def _held_by(name: str, text: str) -> None:
    jsonschema.Draft202012Validator(json.loads(schema_text(name))).validate(json.loads(text))


def test_what_is_written_is_what_the_schemas_say(spoilt: Path) -> None:
    found = newsletter(spoilt, "check", "--format", "json").out
    _held_by("findings", found)
    assert any(each["fix"] for each in json.loads(found)["findings"])
    _held_by("rules", newsletter(spoilt, "rules", "--format", "json").out)
    assert newsletter(spoilt, "schema").out.split() == list(schema_names())


def test_a_schema_that_is_none_is_refused(tmp_path: Path) -> None:
    assert newsletter(tmp_path, "schema", "nothing").code == 2


@pytest.mark.parametrize(
    ("wishes", "some"),
    [
        (("--family", "L"), "L001"),
        (("--severity", "note"), "C051"),
        (("--fixable",), "C064"),
        (("permit", "number"), "L001"),
        (("PERMIT", "--severity", "error"), "A001"),
    ],
)
def test_rules_are_searched(wishes: tuple[str, ...], some: str, tmp_path: Path) -> None:
    listed = json.loads(newsletter(tmp_path, "rules", *wishes, "--format", "json").out)
    codes = [each["code"] for each in listed]
    assert some in codes
    assert len(codes) < len(every_rule())


def test_rules_that_say_they_are_fixable_are_those_with_fixes() -> None:
    fixable = {each.code for each in every_rule() if each.fixable}
    assert fixable == {
        "C011",
        "C012",
        "C052",
        "C057",
        "C061",
        "C064",
        "C091",
        "C093",
        "C094",
        "C095",
        "C096",
        "C097",
        "C098",
        "P038",
    }
