"""terms.yaml: words that a house does not want written so, with what to write instead.

A table `莘莘学子们: 莘莘学子`, or a list of records `{term: …, advice: …, severity: warning, unless: […]}`.
"""

from collections.abc import Iterator

from newsletter.diagnostics import Span
from newsletter.issue import Places, Term
from newsletter.language import _
from newsletter.manifest import faults
from newsletter.manifest.binding import Binder, plain
from newsletter.manifest.wording import given
from newsletter.yaml_source import Listing, Node, Scalar, Table

FILE = "terms.yaml"


def terms(node: Node | None, binder: Binder) -> tuple[Term, ...]:
    """Return the terms of terms.yaml, each once; what is none, or is there twice, is reported."""
    found: dict[str, Term] = {}
    for each in _terms(node, binder) if node is not None else ():
        at = each.at("term") or each.at() or Span(FILE)
        if not each.term.strip():
            binder.reports.append(faults.term_empty(at))
        elif each.term in found:
            before = found[each.term].at() or Span(FILE)
            binder.reports.append(faults.term_twice(at, each.term, before.line))
        else:
            found[each.term] = each
    return tuple(found.values())


def _terms(node: Node, binder: Binder) -> Iterator[Term]:
    if isinstance(node, Table):
        yield from _pairs(node, binder)
    elif isinstance(node, Listing):
        made = (binder.record(item, Term, FILE) for item in node.items)
        yield from (each for each in made if each is not None)
    else:
        binder.wrong(node, FILE, _("a list of “- term: …”"))


def _pairs(table: Table, binder: Binder) -> Iterator[Term]:
    """Yield the terms of a table; advice left out is none."""
    for entry in table:
        places = Places({"": entry.at})
        if isinstance(entry.value, Scalar):
            yield Term(term=entry.key, advice=entry.value.text or "", places=places)
        else:
            report = faults.wrong_kind(
                entry.value.at, entry.key, _("what to write instead"), given(plain(entry.value))
            )
            binder.reports.append(report)
