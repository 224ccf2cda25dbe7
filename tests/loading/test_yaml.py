"""The YAML door: what is read, what is refused, what is put right; every place lies in the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.yaml_source import Listing, Scalar, Table, decode, read_yaml

FAULTS = [
    # text, code, line, column
    ("标题：成立大会\n副题: x", "M006", 1, 3),
    ("a: 1\n标题：成立大会", "M006", 2, 3),
    ("标题：x", "M006", 1, 3),
    ("- id：a\n- id: b", "M006", 1, 5),
    ("print：{date: 2026-07-02}", "M006", 1, 6),
    ("a: “注意: 新规”\nb: 1", "M006", 1, 4),
    ("“a”: 1\nb: 2", "M006", 1, 1),
    ("a: [x，y]", "M006", 1, 6),
    ("a: [x, y】\nb: 1", "M006", 1, 9),
    ("a: {page：1, name: 要闻}", "M006", 1, 9),
    ("＃ 注释\na: 1", "M006", 1, 1),
    ("a: x ＃ 注释\nb: 1", "M006", 1, 6),
    ("a: x\n  b：y", "M006", 2, 4),
    ("a:\n\tb: 1", "M007", 2, 1),
    ("a: 1\nrank:lead\nb: 2", "M008", 2, 1),
    ("a: 1\na: 2", "M009", 2, 1),
    ("a: &x 1", "M011", 1, 4),
    ("a: *x", "M011", 1, 4),
    ("a:\n  <<: {b: 1}", "M011", 2, 3),
    ("a: !!python/object/apply:os.system [x]", "M012", 1, 4),
    ("a: !x 1", "M012", 1, 4),
    ("[" * 30, "M013", 1, 14),
    ("a: 1\n---\nb: 2", "M014", 2, 1),
    ("{a: 1}: 2", "M015", 1, 1),
    ('a: "x\nb: 1', "M005", 1, 4),
    ("a: [1, 2\nb: 3", "M005", 1, 4),
    ("a: 1\n b: 2", "M005", 2, 3),
    ("a: @x", "M005", 1, 4),
    ("a: b: c", "M005", 1, 5),
    ("a: \x01b", "M005", 1, 4),
    ("a: 1\n- b", "M005", 2, 1),
    ("a: %b", "M005", 1, 4),
    ("- id: a\n-id: b", "M005", 2, 1),
    ("- id: a\n－id: b", "M005", 2, 1),
    ("- id: a\n　　b: c", "M005", 2, 1),
    ("－ id: a\n  b: c", "M006", 1, 1),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), FAULTS)
def test_faults_are_named_in_their_place(text: str, code: str, line: int, column: int) -> None:
    _node, reports = read_yaml(text, "f.yaml")
    assert [(each.rule.code, each.at.line, each.at.column) for each in reports] == [(code, line, column)]
    assert reports[0].message
    assert "yaml" not in reports[0].message.lower() or code in ("M005", "M006", "M012")


@pytest.mark.parametrize("text", ["a: 1\n b: 2", "- id: a\n   b: c"])
def test_a_line_indented_too_far_is_not_told_to_be_quoted(text: str) -> None:
    _node, (report,) = read_yaml(text, "f.yaml")
    assert "indented further" in report.message and "quotes" not in report.hint


@pytest.mark.parametrize("text", ["a: b: c", "- id: a\n  b: c: d"])
def test_a_second_colon_is_told_to_be_quoted(text: str) -> None:
    _node, (report,) = read_yaml(text, "f.yaml")
    assert "quotes" in report.hint


def test_slips_are_put_right_so_that_reading_goes_on() -> None:
    node, reports = read_yaml("标题：甲\nrank:lead\nb:\n\tc: {d：1，e：2}\nf: 1\nf: 2", "f.yaml")
    assert sorted(each.rule.code for each in reports) == ["M006", "M006", "M007", "M008", "M009"]
    assert isinstance(node, Table)
    assert [entry.key for entry in node] == ["标题", "rank", "b", "f"]


def test_values_arrive_as_they_are_written() -> None:
    node, reports = read_yaml(
        "keep: 4:3\nday: 2026-01-01\nyes: no\nn: 0012\nnone: ~\nempty:\nq: '~'", "f.yaml"
    )
    assert reports == ()
    assert isinstance(node, Table)
    texts = {entry.key: entry.value.text for entry in node if isinstance(entry.value, Scalar)}
    assert texts == {
        "keep": "4:3",
        "day": "2026-01-01",
        "yes": "no",
        "n": "0012",
        "none": None,
        "empty": None,
        "q": "~",
    }


def test_chinese_marks_inside_values_are_text() -> None:
    node, reports = read_yaml("headline: 通知：“放假”，明天！\nkicker: 【聚焦】", "f.yaml")
    assert reports == ()
    assert isinstance(node, Table)
    assert [entry.value.text for entry in node if isinstance(entry.value, Scalar)] == [
        "通知：“放假”，明天！",
        "【聚焦】",
    ]


def test_places_count_characters_not_bytes() -> None:
    node, _reports = read_yaml("标题: 𠮷野家\n列表: [甲, 乙]", "f.yaml", first_line=5)
    assert isinstance(node, Table)
    first, second = node.entries
    assert (first.at.line, first.at.column, first.at.length) == (5, 1, 2)
    assert (first.value.at.line, first.value.at.column, first.value.at.length) == (5, 5, 3)
    assert isinstance(second.value, Listing)
    assert [(item.at.line, item.at.column) for item in second.value.items] == [(6, 6), (6, 9)]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("标题: 成立".encode("gbk"), "GBK"),
        ("标题: 成立".encode("utf-16"), "UTF-16"),
        ("标题: 成立".encode("utf-16-le"), "UTF-16"),
        (b"\xff\xff\xff", ""),
    ],
)
def test_other_encodings_are_named(data: bytes, encoding: str) -> None:
    text, reports = decode(data, "f.yaml")
    assert text is None
    assert [each.rule.code for each in reports] == ["M003"]
    assert encoding in reports[0].message


def test_byte_order_mark_and_line_ends_are_accepted() -> None:
    assert decode("\ufeffa: 1\r\nb: 2\r\n".encode(), "f.yaml") == ("a: 1\nb: 2\n", ())


def test_bombs_do_not_go_off() -> None:
    bomb = "a: &a [x,x]\n" + "\n".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]" for n in range(20)
    )
    assert [each.rule.code for each in read_yaml(bomb, "f.yaml")[1]] == ["M011"]
    assert read_yaml("{a: " * 3000, "f.yaml")[0] is None


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab标题:：,，[]{}【】\"'“”#＃-|>&*!% \n\t1", max_size=60))
def test_any_text_is_read_or_refused_with_places_inside(text: str) -> None:
    _node, reports = read_yaml(text, "f.yaml")
    lines = text.split("\n")
    for each in reports:
        assert each.at is not None
        assert 1 <= each.at.line <= len(lines)
        assert 1 <= each.at.column <= len(lines[each.at.line - 1]) + 1


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab题:：,，[]{}【】"“”＃- \n\t', max_size=40))
def test_places_of_nodes_lie_inside(text: str) -> None:
    node, _reports = read_yaml(text, "f.yaml")
    lines = text.split("\n")
    waiting = [node] if node else []
    while waiting:
        each = waiting.pop()
        assert 1 <= each.at.line <= len(lines)
        assert 1 <= each.at.column <= len(lines[each.at.line - 1]) + 1
        waiting += each.items if isinstance(each, Listing) else ()
        waiting += [entry.value for entry in each] if isinstance(each, Table) else []
