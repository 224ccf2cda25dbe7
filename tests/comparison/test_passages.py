from hypothesis import given
from hypothesis import strategies as st

from newsletter.comparison import marked
from newsletter.comparison.passages import all_sentences, changed_sentences, new_of, old_of
from newsletter.comparison.sentences import sentences

TEXT = st.text(alphabet="学院校光谷的了。！？；…”」\n 12a.", max_size=60)


@given(TEXT)
def test_sentences_lose_nothing(text):
    assert "".join(sentences(text)) == text


@given(st.text(max_size=60))
def test_any_text_can_be_cut(text):
    assert "".join(sentences(text)) == text


@given(TEXT)
def test_nothing_changed_between_equals(text):
    assert changed_sentences(text, text) == ()
    assert all(each.mark == "same" for each in marked(text, text))


@given(TEXT, TEXT)
def test_marks_hold_both_texts_whole(old, new):
    pieces = marked(old, new)
    assert (old_of(pieces), new_of(pieces)) == (old, new)


@given(TEXT, TEXT)
def test_no_line_is_lost(old, new):
    found = tuple(all_sentences(old, new))
    assert "".join(map(old_of, found)) == old
    assert "".join(map(new_of, found)) == new


@given(TEXT, TEXT)
def test_what_differs_is_shown(old, new):
    assert bool(changed_sentences(old, new)) == (old != new)


def test_sentences_end_after_what_closes_them():
    text = "他说：“走吧！”大家都笑了……真的？\n## 小题\n3.5米高。"
    assert sentences(text) == ("他说：“走吧！”", "大家都笑了……", "真的？\n", "## 小题\n", "3.5米高。")


def test_a_figure_changes_whole():
    assert [(each.mark, each.text) for each in marked("印3000份", "印3500份")] == [
        ("same", "印"),
        ("out", "3000"),
        ("in", "3500"),
        ("same", "份"),
    ]


def test_a_sentence_put_in_leaves_its_neighbours_alone():
    old, new = "甲来了。乙走了。", "甲来了。丙在门口站了一整个下午。乙走了。"
    (found,) = changed_sentences(old, new)
    assert [(each.mark, each.text) for each in found.pieces] == [("in", "丙在门口站了一整个下午。")]
