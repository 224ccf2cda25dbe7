"""Waivers: findings that a named person takes on, with the reason, in issue.yaml."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsletter.diagnostics import Diagnostic, Finding, Rule, Severity, Span
from newsletter.issue import Article, Issue, Photo, Waiver
from newsletter.language import _
from newsletter.rulebook import DESKS, declare, in_order

UNWAIVABLE = ("A", "L")


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that someone took on, and the waiver that says who and why."""

    finding: Diagnostic
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings that stand, and those that someone took on."""

    standing: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...] = ()


@declare("M050", "waiver_unused", Severity.WARNING)
def waiver_unused(at: Span | None, rule: str, where: str) -> Finding:
    """A waiver has nothing to waive.

    The fault was put right, or the waiver names a wrong rule or place. A waiver that stays behind would
    one day hide a new fault.

    Way out: remove it.
    """
    message = _("The waiver of {rule} at “{where}” has nothing to waive.").format(rule=rule, where=where)
    return Finding(at, message, _("Remove it."))


@declare("M051", "waiver_refused", Severity.ERROR)
def waiver_refused(at: Span | None, rule: str) -> Finding:
    """A waiver is meant for a rule that nobody can waive.

    Errors of approval (A) and law (L) cannot be waived: no one in the house may allow what the law does
    not.

    Way out: put the fault right and remove the waiver.
    """
    message = _("{rule} cannot be waived: it is a matter of approval or law.").format(rule=rule)
    return Finding(at, message, _("Put the fault right and remove the waiver."))


@declare("M052", "waiver_without_reason", Severity.ERROR)
def waiver_without_reason(at: Span | None, rule: str, key: str) -> Finding:
    """A waiver does not say why, or who takes it on.

    It is not applied: whoever reads the issue later must see who decided, and for which reason.

    Way out: `why: …` and `by: …`.
    """
    message = _("The waiver of {rule} lacks “{key}” and is not applied.").format(rule=rule, key=key)
    return Finding(at, message, _("Write “{key}: …”.").format(key=key))


@declare("M053", "waiver_of_unknown_rule", Severity.ERROR)
def waiver_of_unknown_rule(at: Span | None, rule: str) -> Finding:
    """A waiver names a rule that does not exist.

    Way out: take the code from the finding; `newsletter rules` lists all.
    """
    message = _("There is no rule “{rule}”.").format(rule=rule)
    return Finding(at, message, _("“newsletter rules” lists all rules."))


def settle(issue: Issue, diagnostics: Sequence[Diagnostic], desks: str = DESKS) -> Settled:
    """Return the findings without those waived, and the findings on the waivers themselves.

    ``desks`` are the letters of the rules that have been examined: a waiver of another desk's rule is
    not called unused.
    """
    from newsletter.register import every_rule  # few issues waive anything

    rules = {rule.code: rule for rule in every_rule()}
    standing, waived, objections = list(diagnostics), list[Waived](), list[Diagnostic]()
    for waiver in issue.sheet.waive:
        objection = _objection(waiver, rules.get(waiver.rule.upper()))
        matched = [] if objection else [each for each in standing if _covers(waiver, each, issue)]
        standing = [each for each in standing if each not in matched]
        waived += [Waived(each, waiver) for each in matched]
        if objection is None and not matched and waiver.rule[:1].upper() in desks:
            objection = waiver_unused(waiver.at("rule"), waiver.rule, waiver.where)
        objections += [objection] if objection else []
    return Settled(in_order((*standing, *objections)), tuple(waived))


def _objection(waiver: Waiver, rule: Rule | None) -> Diagnostic | None:
    """Return what is wrong with a waiver itself."""
    if rule is None:
        return waiver_of_unknown_rule(waiver.at("rule"), waiver.rule)
    if rule.code[0] in UNWAIVABLE and rule.severity is Severity.ERROR:
        return waiver_refused(waiver.at("rule"), rule.code)
    missing = next((key for key in ("why", "by") if not getattr(waiver, key).strip()), "")
    return waiver_without_reason(waiver.at("rule"), rule.code, missing) if missing else None


def _covers(waiver: Waiver, diagnostic: Diagnostic, issue: Issue) -> bool:
    """Return whether a waiver is meant for a finding: same rule, and its place, if it names one."""
    if diagnostic.rule.code != waiver.rule.upper():
        return False
    file, _hash, identifier = waiver.where.partition("#")
    if not waiver.where or diagnostic.at is None:
        return not waiver.where
    if identifier:
        return any(_within(diagnostic.at, record, issue) for record in _named(issue, file, identifier))
    return diagnostic.at.file == file or diagnostic.at.file.endswith(f"/{file}")


def _named(issue: Issue, file: str, identifier: str) -> tuple[Article | Photo, ...]:
    """Return the records of that id in a manifest."""
    records: tuple[Article | Photo, ...] = issue.photos if file == "photos.yaml" else issue.articles
    return tuple(record for record in records if record.id == identifier)


def _within(at: Span, record: Article | Photo, issue: Issue) -> bool:
    """Return whether a place belongs to a record: one of its keys, or the copy of a story."""
    copy = (issue.folder / record.file).relative_to(issue.workspace).as_posix() if record.file else ""
    return at in record.places.values() or (isinstance(record, Article) and at.file == copy)
