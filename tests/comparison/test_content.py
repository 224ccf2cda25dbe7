from hypothesis import given
from hypothesis import strategies as st

from newsletter.comparison import Content, compare, content_of, keep, read_content
from newsletter.comparison.content import KEPT, PhotoContent, StoryContent
from newsletter.language import use_language
from newsletter.manifest import load
from newsletter.report.changes import key_word
from tests.comparison.conftest import SLUG

WORDS = st.text(alphabet="学院光。12\n", max_size=12)
LINES = st.dictionaries(st.sampled_from(["headline", "deck", "byline"]), WORDS.filter(bool), max_size=3)
PAGES = st.lists(st.integers(1, 4), max_size=2, unique=True).map(tuple)
IDS = st.sampled_from("abcd")
STORIES = st.lists(
    st.builds(StoryContent, IDS, LINES, WORDS, st.integers(0, 4), st.just(()), PAGES),
    max_size=4,
    unique_by=lambda each: each.id,
).map(tuple)
PHOTOS = st.lists(
    st.builds(PhotoContent, IDS, LINES, st.sampled_from(["", "1f", "2e"])),
    max_size=3,
    unique_by=lambda each: each.id,
).map(tuple)
CONTENTS = st.builds(Content, st.just("x"), LINES, STORIES, PHOTOS, st.just({}))


@given(CONTENTS)
def test_nothing_changed_between_equals(content):
    assert not compare(content, content)


@given(CONTENTS, CONTENTS)
def test_there_and_back_are_each_others_mirror(one, other):
    there, back = compare(one, other), compare(other, one)
    assert bool(there) == bool(back)
    assert {each.id for each in there.stories} == {each.id for each in back.stories}
    mirrored = {(each.key, each.new, each.old) for each in back.facts}
    assert {(each.key, each.old, each.new) for each in there.facts} == mirrored


@given(CONTENTS, CONTENTS)
def test_lines_applied_to_the_old_make_the_new(one, other):
    there = compare(one, other)
    after = {each.id: each.lines for each in other.stories}
    before = {each.id: each.lines for each in one.stories}
    for story in there.stories:
        lines = dict(before.get(story.id, {}))
        for each in story.lines:
            lines[each.key] = each.new
        kept = {key: value for key, value in lines.items() if value and key not in {"page", "photos"}}
        assert kept == after.get(story.id, {})


@given(CONTENTS)
def test_what_is_kept_is_read_back(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("kept")
    keep(folder, content)
    assert read_content(folder / KEPT) == content


def test_the_same_issue_gives_the_same_bytes(paper, tmp_path):
    for name in ("a", "b"):
        keep(tmp_path / name, content_of(load(paper, SLUG).value))
    assert (tmp_path / "a" / KEPT).read_bytes() == (tmp_path / "b" / KEPT).read_bytes()


def test_what_cannot_be_read_is_none(tmp_path):
    (tmp_path / KEPT).write_text('{"slug": 1}', "utf-8")
    assert read_content(tmp_path / KEPT) is None


def test_fields_have_their_chinese_names():
    use_language("zh")
    words = {key: key_word(key) for key in ("publication.permit.valid_until", "issue.print.run", "pages.2")}
    assert [*words.values()] == ["准印证·有效期止", "付印·印数", "版面·2"]
    assert (key_word("headline"), key_word("credit"), key_word("publication.editors.主编")) == (
        "标题",
        "摄影",
        "编辑人员·主编",
    )
