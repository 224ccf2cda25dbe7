"""What holds an issue from press, and what stays on disk when it does."""

import json

import pytest

from tests.whole import printed
from tests.whole.conftest import Built
from tests.whole.workshop import Workshop, sha256

REFUSED = (
    ("articles.yaml", "file: articles/library.md", "file: ../../../secret.md"),
    ("articles.yaml", "file: articles/library.md", "file: /etc/hostname"),
    ("photos.yaml", "file: photos/lamp.jpg", "file: ../../../secret.jpg"),
)
RAW_HTML = (
    "<script>alert(1)</script>",
    "他说<b>很好</b>。",
    '<img src="file:///etc/passwd">',
)


def _errors(workshop: Workshop, *command: str) -> tuple[int, set[str]]:
    """Return how a command ended and the codes of the errors it found."""
    run = workshop.run(*command, "--format", "json")
    found = json.loads(run.stdout)
    findings = found["findings"] if isinstance(found, dict) else found
    return run.returncode, {each["code"] for each in findings if each["severity"] == "error"}


def _lengthen(workshop: Workshop) -> None:
    copy = workshop.source / "articles" / "contest.md"
    copy.write_text(copy.read_text("utf-8") + "\n\n这一段写得太长，版面放不下。" * 200, "utf-8")


def test_overset_copy_holds_the_press_and_keeps_the_last_press_file(spoilt: Workshop) -> None:
    before = sha256(spoilt.pdf)
    _lengthen(spoilt)
    code, errors = _errors(spoilt, "build", "--press")
    assert code == 1
    assert "Y001" in errors
    assert sha256(spoilt.pdf) == before
    assert [each.name for each in spoilt.dist.glob("*.print.pdf")] == [spoilt.pdf.name]
    assert not list(spoilt.dist.glob("*proposed*"))


def test_overset_copy_leaves_no_press_file_where_there_was_none(spoilt: Workshop) -> None:
    spoilt.pdf.unlink()
    _lengthen(spoilt)
    assert spoilt.run("build", "--press").returncode == 1
    assert not list(spoilt.dist.glob("*.print.pdf"))


def test_a_missing_photo_holds_the_press(spoilt: Workshop) -> None:
    before = sha256(spoilt.pdf)
    (spoilt.source / "photos" / "field.jpg").unlink()
    code, errors = _errors(spoilt, "build", "--press")
    assert code == 1
    assert errors and all(each.startswith("P") for each in errors)
    assert sha256(spoilt.pdf) == before


@pytest.mark.parametrize(("file", "old", "new"), REFUSED)
def test_paths_out_of_the_issue_are_refused(spoilt: Workshop, file: str, old: str, new: str) -> None:
    (spoilt.folder / "secret.md").write_text("不该印出来的字。", "utf-8")
    (spoilt.folder / "secret.jpg").write_bytes((spoilt.source / "photos" / "lamp.jpg").read_bytes())
    spoilt.edit(file, old, new)
    code, errors = _errors(spoilt, "check")
    assert code == 1
    assert any(each.startswith("M") for each in errors)


def test_a_link_out_of_the_issue_is_refused(spoilt: Workshop) -> None:
    (spoilt.folder / "secret.md").write_text("不该印出来的字。", "utf-8")
    copy = spoilt.source / "articles" / "library.md"
    copy.unlink()
    copy.symlink_to(spoilt.folder / "secret.md")
    assert _errors(spoilt, "check")[0] == 1


@pytest.mark.parametrize("html", RAW_HTML)
def test_raw_html_is_refused(spoilt: Workshop, html: str) -> None:
    copy = spoilt.source / "articles" / "library.md"
    copy.write_text(copy.read_text("utf-8") + f"\n\n{html}\n", "utf-8")
    code, errors = _errors(spoilt, "check")
    assert code == 1
    assert any(each.startswith("C") for each in errors)


def test_a_draft_bears_its_mark_on_every_page_and_a_press_file_never(small: Built, spoilt: Workshop) -> None:
    assert not any("送审稿" in text for text in printed.pages(small.workshop.pdf))
    assert spoilt.run("build").returncode == 0
    drafts = printed.pages(spoilt.pdf)
    assert len(drafts) == 2
    assert all("送审稿" in text for text in drafts)
