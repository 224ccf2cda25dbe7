"""The bank of fillers: Chinese keys, one paragraph a line, printing form; what is no filler is a finding."""

import shutil
from pathlib import Path

from newsletter.issue import BoxKind, Rank
from newsletter.manifest import load

GOOD = Path(__file__).parents[1] / "good"


def _loaded(folder: Path, bank: str):
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    (folder / "issues" / "fillers.yaml").write_text(bank, "utf-8")
    return load(folder, "issue-001")


def test_a_filler_is_a_story_of_the_least_rank(tmp_path: Path) -> None:
    bank = (
        "- 编号: save\n  标题: 随手关灯\n  正文: |\n    人离开,灯关上。\n    夏季不低于26℃。\n  加框: 底纹\n"
    )
    staged = _loaded(tmp_path, bank)
    assert staged.value
    (filler,) = staged.value.fillers
    assert (filler.id, filler.headline, filler.rank) == ("fillers.yaml#save", "随手关灯", Rank.FILLER)
    assert filler.box is BoxKind.TINT
    assert [each.text for each in filler.manuscript.paragraphs] == ["人离开，灯关上。", "夏季不低于26℃。"]
    assert staged.value.article(filler.id) is filler


def test_a_filler_without_text_is_a_finding(tmp_path: Path) -> None:
    staged = _loaded(tmp_path, "- id: save\n  headline: 随手关灯\n")
    assert staged.value and staged.value.fillers == ()
    found = staged.diagnostics
    assert any(each.at and each.at.file == "issues/fillers.yaml" for each in found)


def test_no_bank_is_no_fault(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    issue = load(tmp_path, "issue-001").value
    assert issue and issue.fillers == ()
