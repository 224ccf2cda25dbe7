"""Rules about the words of terms.yaml: what a house does not want written so."""

from collections.abc import Iterator

from newsletter.checks.reading import Passage, passages, whole_text
from newsletter.checks.sightings import around
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, Term, TermWeight
from newsletter.language import _
from newsletter.rulebook import check


@check("C083", "term_forbidden", Severity.ERROR)
def term_forbidden(issue: Issue) -> Iterator[Finding]:
    """A word of terms.yaml stands in the issue, which the house never writes so.

    The entry says `severity: error`. The tool comes with no words of its own; whose list it is, and why a
    word is on it, the house decides.

    Way out: write what the entry advises; where the word is right in one phrase, put that into `unless`.
    """
    yield from _found(issue, TermWeight.ERROR)


@check("C084", "term_discouraged", Severity.WARNING)
def term_discouraged(issue: Issue) -> Iterator[Finding]:
    """A word of terms.yaml stands in the issue, which the house writes otherwise.

    The entry says `severity: warning`, or nothing.

    Way out: write what the entry advises; where the word is right in one phrase, put that into `unless`.
    """
    yield from _found(issue, TermWeight.WARNING)


@check("C085", "term_noted", Severity.NOTE)
def term_noted(issue: Issue) -> Iterator[Finding]:
    """A word of terms.yaml stands in the issue, which the house wants looked at.

    The entry says `severity: note`.

    Way out: look whether the word is right here.
    """
    yield from _found(issue, TermWeight.NOTE)


def _found(issue: Issue, weight: TermWeight) -> Iterator[Finding]:
    """Return the findings on the terms of one weight."""
    weighed = [term for term in issue.terms if term.severity is weight]
    whole = whole_text(issue) if weighed else ""
    for term in (each for each in weighed if each.term in whole):
        for passage in passages(issue):
            yield from (_finding(term, passage, at) for at in _places(term, passage.text))


def _places(term: Term, text: str) -> Iterator[int]:
    """Return where a term stands in a text, not in its advice and not in the phrases let pass."""
    passed = [span for phrase in (term.advice, *term.unless) for span in _spans(phrase, text, term.term)]
    for start, end in _spans(term.term, text):
        if not any(first <= start and end <= last for first, last in passed):
            yield start


def _spans(word: str, text: str, inside: str = "") -> Iterator[tuple[int, int]]:
    """Return where a word that holds ``inside`` stands in a text."""
    at = text.find(word) if word and inside in word else -1
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def _finding(term: Term, passage: Passage, at: int) -> Finding:
    end = at + len(term.term)
    message = _("“{words}”: the house does not write {term}.")
    if term.category:
        message = _("“{words}”: the house does not write {term} ({category}).")
    message = message.format(words=around(passage.text, at, end), term=term.term, category=term.category)
    hint = _("Write {advice}.").format(advice=term.advice) if term.advice else _("Look at it.")
    return Finding(passage.at(at, len(term.term)), message, hint)
