"""States of which no pages are kept are laid out anew, once; dist and the working tree stay as they are."""

import datetime
import shutil

import pytest

from newsletter import pipeline
from newsletter.comparison.compared import compared
from newsletter.comparison.sides import side
from newsletter.former import Laid, comparison_of
from tests.checks.terminal import edit, made
from tests.comparison.conftest import SLUG
from tests.repository import git, needs_git

pytestmark = needs_git
TODAY = datetime.date(2026, 6, 30)
CHANGE = edit(f"issues/{SLUG}/articles/contest.md", "六支队伍", "五支队伍")


@pytest.fixture
def committed(paper):
    """The good workspace in a folder of a repository, not at its top."""
    top = paper.parent
    (top / ".gitignore").write_text("dist/\n", "utf-8")
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "x")
    return paper


def _pages(found):
    return [(each.old and each.old.number, each.new and each.new.number) for each in found.pages]


def test_a_revision_and_the_files_as_they_are_are_laid_out_once(committed, monkeypatch):
    CHANGE(committed)
    laid = Laid(committed, SLUG, TODAY)
    before = made(committed)
    found = comparison_of(laid, ("HEAD", "now"), committed)
    assert _pages(found) == [(1, 1)] and found.notes == ()
    assert {frame.number for frame in found.pages[0].new.frames if frame.kind == "change"} == {1}
    assert made(committed) == before
    monkeypatch.setattr(pipeline, "build", lambda *_: pytest.fail("laid out a second time"))
    assert _pages(comparison_of(laid, ("HEAD", "now"), committed)) == [(1, 1)]
    assert not (committed / "dist" / SLUG).exists()


def test_what_cannot_be_laid_out_is_compared_in_words_and_said(committed):
    shutil.rmtree(committed / "layouts")
    git(committed.parent, "add", "-A")
    git(committed.parent, "commit", "-qm", "without its layout")
    CHANGE(committed)
    found = comparison_of(Laid(committed, SLUG, TODAY), ("HEAD", "now"), committed)
    assert found.pages == () and not found.seen
    assert [each.id for each in found.changes.stories] == ["contest"]
    assert len(found.notes) == 2 and all("leaflet" in each for each in found.notes)


def test_photos_that_git_does_not_keep_are_those_of_today_and_that_is_said(committed):
    top = committed.parent
    (top / ".gitignore").write_text("dist/\n*.jpg\n", "utf-8")
    git(top, "rm", "-rq", "--cached", "paper/issues/issue-001/photos")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "without photos")
    CHANGE(committed)
    laid = Laid(committed, SLUG, TODAY)
    for _time in range(2):
        found = comparison_of(laid, ("HEAD", "now"), committed)
        assert _pages(found) == [(1, 1)] and found.changes.photos == ()
        assert [each.split(" ")[0] for each in found.notes] == ["2"]
    words = compared(SLUG, side(committed, SLUG, "HEAD", committed), side(committed, SLUG, "now", committed))
    assert words.changes.photos == () and "2 photos" in words.notes[0]


def test_only_the_newest_layings_are_kept(committed, monkeypatch):
    monkeypatch.setattr("newsletter.former.laying.MOST", 1)
    laid = Laid(committed, SLUG, TODAY)
    assert not isinstance(laid.revision("HEAD"), str)
    CHANGE(committed)
    assert not isinstance(laid.now(), str)
    assert len(list((committed / "dist/.cache/former").iterdir())) == 1
