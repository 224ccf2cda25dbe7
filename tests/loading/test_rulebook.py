"""The rulebook, the authorities, the language, the waivers."""

import datetime
import gettext
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from newsletter import language, rulebook
from newsletter.authorities import authorities, cite, numeral
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.rulebook import Context, check, declare, examine, explain, rule


@dataclass(frozen=True)
class Thing:
    name: str


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rulebook of its own."""
    monkeypatch.setattr(rulebook, "_book", rulebook._Book())


@pytest.mark.usefixtures("book")
def test_checks_by_type_in_order() -> None:
    @check("Y002", "later", Severity.ERROR)
    def later(thing: Thing) -> Iterator[Finding]:
        """The later.

        Why it is wrong.
        """
        yield Finding(Span("b", 2), thing.name)
        yield Finding(Span("a", 2), thing.name)

    @check("Y001", "dated", Severity.NOTE)
    def dated(thing: Thing, context: Context) -> Iterator[Finding]:
        """The dated."""
        yield Finding(Span("a", 2), str(context.today))
        yield Finding(None, "nowhere")

    found = examine(Thing("x"), Context(today=datetime.date(2026, 1, 1)))
    assert [(each.rule.code, each.message) for each in found] == [
        ("Y001", "nowhere"),
        ("Y001", "2026-01-01"),
        ("Y002", "x"),
        ("Y002", "x"),
    ]
    assert examine("something else") == ()
    assert explain(rule("y002")) == "Y002 later (error)\n\nThe later.\n\nWhy it is wrong."


@pytest.mark.usefixtures("book")
def test_a_code_is_given_once() -> None:
    @declare("Y001", "first", Severity.ERROR)
    def first(at: Span) -> Finding:
        """The first."""
        return Finding(at, "said")

    assert first(Span("a")).rule.code == "Y001"
    with pytest.raises(ValueError, match="Y001"):
        declare("Y001", "second", Severity.ERROR)(first)
    with pytest.raises(ValueError, match="called"):
        declare("Y002", "second", Severity.ERROR)(first)


@pytest.mark.usefixtures("book")
def test_a_checker_that_raises_is_our_fault() -> None:
    @check("Y001", "broken", Severity.ERROR)
    def broken(thing: Thing) -> Iterator[Finding]:
        """The broken."""
        raise RuntimeError(thing.name)
        yield

    with pytest.raises(RuntimeError):
        examine(Thing("x"))


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ("neibu-2015#14.1", "《内部资料性出版物管理办法》第十四条第一款"),
        ("neibu-2015#15(3)", "《内部资料性出版物管理办法》第十五条第（三）项"),
        ("neibu-2015#16", "《内部资料性出版物管理办法》第十六条"),
        ("gb15834-2011#5.1", "GB/T 15834—2011 《标点符号用法》 5.1"),
        ("iso15930-7", "ISO 15930-7"),
        ("", ""),
    ],
)
def test_citations(reference: str, printed: str) -> None:
    assert cite(reference) == printed


def test_numerals() -> None:
    assert [numeral(n) for n in (1, 10, 14, 20, 21)] == ["一", "十", "十四", "二十", "二十一"]
    assert all(entry.title for entry in authorities().values())


class _Shouting(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper()


def test_language_is_chosen_at_run_time(monkeypatch: pytest.MonkeyPatch) -> None:
    import newsletter.manifest  # noqa: F401

    monkeypatch.setattr(language._chosen, "texts", _Shouting())
    assert "A MANIFEST FILE IS NOT THERE." in explain(rule("M001"))


@pytest.mark.parametrize(
    ("asked", "environment", "code"),
    [
        ("zh", {}, "zh_CN"),
        ("zh-CN", {"LANG": "en_US.UTF-8"}, "zh_CN"),
        (None, {"NEWSLETTER_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LC_ALL": "zh_CN.UTF-8", "LANG": "C"}, "zh_CN"),
        (None, {"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh_CN"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_language_order(asked: str | None, environment: dict[str, str], code: str) -> None:
    assert language.use_language(asked, environment) == code
