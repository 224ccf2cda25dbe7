"""How findings name signatures: the stage and who signed, what was signed, how it is signed again."""

from collections.abc import Sequence

from newsletter.issue import Signature
from newsletter.language import _

MOST = 8
"""Signatures of one finding that are named one by one."""


def named(each: Signature) -> str:
    """Return a signature by its stage and its person."""
    return _("{stage} by {name}").format(stage=each.stage, name=each.by)


def together(signatures: Sequence[Signature]) -> str:
    """Return signatures by what they are over: 初审 by 周岚, 终审 by 陶景和 of the whole issue."""
    shown = signatures[:MOST]
    parts = []
    for of in dict.fromkeys(each.of for each in shown):
        mine = [each for each in shown if each.of == of]
        names = _(", ").join(dict.fromkeys(named(each) for each in mine))
        parts.append(_("{signatures} of {subject}").format(signatures=names, subject=subject(mine[0])))
    more = len(signatures) - len(shown)
    said = _("; ").join(parts)
    return _("{names} and {n} more").format(names=said, n=more) if more else said


def again(each: Signature) -> str:
    """Return how a stage is signed again."""
    return _("Sign again: {command}").format(command=command(each.issue, each.stage, each.by, each.of))


def command(slug: str, stage: str, by: str = "", of: str = "issue") -> str:
    """Return the command that signs."""
    kind, _space, name = of.partition(" ")
    part = f" --{kind} {name}" if name else ""
    person = (f'"{by}"' if " " in by else by) or _("NAME")
    return f"newsletter sign {slug} --stage {stage} --by {person}{part}"


def subject(each: Signature) -> str:
    """Return what was signed, for people."""
    kind, _space, name = each.of.partition(" ")
    if kind == "issue":
        return _("the whole issue")
    return _("page {number}").format(number=name) if kind == "page" else _("story {id}").format(id=name)
