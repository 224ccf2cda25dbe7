"""What is compared is what is signed: nothing changes unseen, and nothing else is a change."""

import json

from hypothesis import given
from hypothesis import strategies as st

from newsletter.comparison import compare
from newsletter.comparison.statements import content_in, lines_in
from newsletter.signing.statement import ISSUE, PAGE, STORY, hash_of, statement
from tests.checks.terminal import edit, good_workspace
from tests.signing.desk import issue_in

ISSUE_FOLDER = "issues/issue-001"
WORDS = st.text(alphabet="学院校光。12", min_size=1, max_size=8)
EMPHASES = st.sampled_from(["plain", "strong", "stress", "both"])


@st.composite
def paragraphs(draw):
    """A paragraph as a statement has it, and all of it that can change."""
    runs = draw(st.lists(st.tuples(EMPHASES, WORDS), min_size=1, max_size=3, unique_by=lambda each: each[0]))
    text = "".join(words for _emphasis, words in runs)
    block = draw(st.sampled_from(["text", "crosshead", "quote", "item", "verse", "signature"]))
    marker = draw(st.sampled_from(["", "1."])) if block == "item" else ""
    breaks = draw(st.lists(st.integers(1, len(text)), max_size=2, unique=True).map(sorted))
    apart = [block, marker, 0, [], breaks if block == "verse" else [], [[e, len(w)] for e, w in runs]]
    if apart[:5] == ["text", "", 0, [], []] and [e for e, _w in runs] == ["plain"]:
        return text
    return f"{text}\t{json.dumps(apart, ensure_ascii=False)}"


FIELDS = st.dictionaries(st.sampled_from(["headline", "deck", "rank", "box", "source"]), WORDS)
STORIES = st.dictionaries(st.sampled_from("abc"), st.tuples(FIELDS, st.lists(paragraphs(), max_size=3)))


@st.composite
def statements(draw):
    """The lines of a statement."""
    fields = draw(st.dictionaries(st.sampled_from(["name", "notice", "phone"]), WORDS))
    lines = [(f"publication · {key}", text) for key, text in fields.items()]
    for name, (said, copy) in draw(STORIES).items():
        lines += [(f"{name} · id", name), *((f"{name} · {key}", text) for key, text in said.items())]
        lines += [(name, each) for each in copy]
    return lines


def _told(lines):
    """Return all that lines say, whatever the order of fields and stories."""
    copy = {}
    for label, text in lines:
        copy.setdefault(label, []).append(text)
    return copy


@given(statements(), statements())
def test_two_statements_are_alike_in_content_as_they_are_in_words(one, other):
    same = not compare(content_in("x", one), content_in("x", other))
    assert same == (_told(one) == _told(other))


@given(statements())
def test_a_statement_is_read_from_its_kept_text(lines):
    text = "".join(f"{label}\t{said}\n" for label, said in lines)
    assert list(lines_in(text)) == lines


def _content(workspace, of="issue", stories=()):
    lines = statement(issue_in(workspace), of, stories)
    return content_in("issue-001", ((each.label, each.text) for each in lines)), hash_of(lines)


CHANGES = {
    "a character": edit(f"{ISSUE_FOLDER}/articles/contest.md", "六支队伍", "五支队伍"),
    "an emphasis": edit(f"{ISSUE_FOLDER}/articles/contest.md", "六支队伍", "**六支队伍**"),
    "a crop": edit(f"{ISSUE_FOLDER}/photos.yaml", "  caption:", "  focus: [0.1, 0.2]\n  caption:"),
    "a rank": edit(f"{ISSUE_FOLDER}/articles.yaml", "rank: standard", "rank: brief"),
    "a field": edit(f"{ISSUE_FOLDER}/issue.yaml", "run: 800", "run: 900"),
    "a person": edit("issues/publication.yaml", "陶景和", "陶景禾"),
    "a page's name": edit(f"{ISSUE_FOLDER}/issue.yaml", "name: 要闻", "name: 新闻"),
    "a story's page": edit(
        f"{ISSUE_FOLDER}/issue.yaml",
        "[opening, contest]}\n  - {page: 2, name: 校园, articles: [",
        "[opening]}\n  - {page: 2, name: 校园, articles: [contest, ",
    ),
}


def test_what_makes_a_signature_void_is_shown(tmp_path):
    for name, change in CHANGES.items():
        workspace = good_workspace(tmp_path / name)
        before, signed = _content(workspace)
        change(workspace)
        after, now = _content(workspace)
        assert signed != now, name
        assert compare(before, after), name


def test_a_story_and_a_page_are_read_as_well(tmp_path):
    workspace = good_workspace(tmp_path / "w")
    story, _hash = _content(workspace, f"{STORY} library")
    page, _hash = _content(workspace, f"{PAGE} 1", ("opening", "contest"))
    assert [each.id for each in story.stories] == ["library"]
    assert [each.id for each in story.photos] == ["lamp"] and story.photos[0].sha256
    assert [each.page for each in page.stories] == [1, 1] and page.pages == {"1": "要闻"}
    whole, _hash = _content(workspace, ISSUE)
    assert whole.facts["issue.print.run"] == "800"
    assert whole.facts["publication.editors.主编"]


def test_what_statements_leave_out_today_is_no_change_since_those_of_an_earlier_form():
    lines = [("issue · print", '{"date": "2026-07-02", "run": 800, "samples": "2026-07-09"}')]
    now = [("issue · print", '{"date": "2026-07-02", "run": 800}')]
    assert not compare(content_in("x", lines), content_in("x", now))
