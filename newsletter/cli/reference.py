"""Commands that say what the tool knows: rules, explain, schema."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import ListFormat, Listing, Shape
from newsletter.console import write
from newsletter.diagnostics import MachineFault, Severity
from newsletter.language import N_, _

if TYPE_CHECKING:
    from newsletter.diagnostics import Rule

USAGE, HELD = 2, 1


def rules(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORD…]", help=N_("words that the rule's text must have"), show_default=False
        ),
    ] = None,
    desk: Annotated[
        str | None,
        typer.Option(
            "--desk", "--family", metavar="M|A|L|C|P|Y|T|F", help=N_("rules of one desk, by its letter")
        ),
    ] = None,
    severity: Annotated[Severity | None, typer.Option("--severity", help=N_("rules of one severity"))] = None,
    authority: Annotated[
        str | None,
        typer.Option(
            "--authority",
            metavar="law|standard|none|NAME",
            help=N_("rules that cite a law or standard: its kind, its name or article; none: advice"),
            show_default=False,
        ),
    ] = None,
    fixable: Annotated[
        bool, typer.Option("--fixable", help=N_("rules whose faults --fix sets right"))
    ] = False,
    format: ListFormat = Shape.PEOPLE,
    listing: Listing = False,
) -> int:
    """List the rules."""
    from newsletter.register import every_rule
    from newsletter.report.wording import severity_word
    from newsletter.rulebook import DESKS

    if desk is not None and desk.upper() not in tuple(DESKS):
        raise typer.BadParameter(
            _("the desks are {letters}").format(letters=" ".join(DESKS)), param_hint="--desk"
        )
    wanted = _Wanted((desk or "").upper(), severity, authority or "", fixable, tuple(words or ()))
    book = every_rule()
    if authority and not any(_cites(each, authority) for each in book):
        raise typer.BadParameter(_unknown_authority(book), param_hint="--authority")
    found = [each for each in book if wanted.takes(each)]
    rows = [(each.code, severity_word(each.severity), each.name, _(each.summary)) for each in found]
    columns = (_("code"), _("severity"), _("name"), _("the fault"))
    as_json = listing or format is Shape.JSON
    listed(manner(context), as_json, columns, rows, _rules_data(found))
    return 0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which rules are listed."""

    desk: str
    severity: Severity | None
    authority: str
    fixable: bool
    words: tuple[str, ...]

    def takes(self, rule: "Rule") -> bool:
        """Return whether a rule is listed; words are looked for in both languages, in any case."""
        texts = (rule.code, rule.name, rule.summary, rule.rationale, _(rule.summary), _(rule.rationale))
        whole = "\n".join(texts).casefold()
        return (
            rule.code.startswith(self.desk)
            and self.severity in (None, rule.severity)
            and _cites(rule, self.authority)
            and (rule.fixable or not self.fixable)
            and all(word.casefold() in whole for word in self.words)
        )


def _cites(rule: "Rule", asked: str) -> bool:
    """Return whether a rule cites what was asked for: a kind, part of a name, number or article."""
    from newsletter.authorities import authority, cite

    if not asked or not rule.authority:
        return asked in ("", "none")
    source = authority(rule.authority)
    names = f"{rule.authority} {source.number} {cite(rule.authority)}"
    return asked == source.kind or asked.casefold() in names.casefold()


def _unknown_authority(book: Sequence["Rule"]) -> str:
    """Return the sentence that names what rules cite."""
    keys = sorted({each.authority.partition("#")[0] for each in book if each.authority})
    return _("the rules cite {names}; law, standard and none are kinds").format(names=" ".join(keys))


def _rules_data(found: Sequence["Rule"]) -> list[dict[str, Any]]:
    from newsletter.authorities import cite

    return [
        {
            "code": each.code,
            "name": each.name,
            "severity": str(each.severity),
            "summary": _(each.summary),
            "rationale": _(each.rationale),
            "authority": cite(each.authority),
            "fixable": each.fixable,
        }
        for each in found
    ]


def schema(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help=N_("findings, changes, …"), show_default=False),
    ] = None,
) -> int:
    """Print the schema of an output for machines, or list them."""
    from newsletter.schemas import schema_names, schema_text

    asked, names = manner(context), schema_names()
    if name is None:
        write(asked.out, "\n".join(names))
        return 0
    if name not in names:
        hint = _("There are {names}.").format(names=_(", ").join(names))
        raise MachineFault(_("There is no schema “{name}”.").format(name=name), hint, USAGE)
    write(asked.out, schema_text(name).rstrip("\n"))
    return 0


def explain(
    context: typer.Context,
    code: Annotated[
        str, typer.Argument(metavar="CODE", help=N_("a rule's code, such as L001"), show_default=False)
    ],
    format: ListFormat = Shape.PEOPLE,
) -> int:
    """Print a rule's documentation."""
    from newsletter.console.wrapping import flowed
    from newsletter.rulebook import explain as explained

    asked, found = manner(context), _rule(code.upper())
    if format is Shape.JSON:
        write(asked.out, json.dumps(_rules_data([found])[0], ensure_ascii=False, indent=2))
    else:
        asked.out.print(flowed(explained(found)))
    return 0


def _rule(code: str) -> "Rule":
    """Return the rule of a code.

    Raises MachineFault (2) where there is none.
    """
    from newsletter.register import every_rule

    rules = {each.code: each for each in every_rule()}
    if code not in rules:
        near = get_close_matches(code, rules, n=3, cutoff=0.6)
        meant = _("Did you mean {names}?").format(names=_(", ").join(near))
        raise MachineFault(
            _("There is no rule “{code}”.").format(code=code),
            meant if near else _("newsletter rules lists all."),
            USAGE,
        )
    return rules[code]


def listed(
    asked: Manner,
    listing: bool,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    data: Sequence[dict[str, Any]],
) -> None:
    """Write a table, or the data as JSON."""
    if listing:
        write(asked.out, json.dumps(data, ensure_ascii=False, indent=2))
        return
    from newsletter.console.listing import listing as table

    asked.out.print(table(columns, rows))
