"""How findings name signatures: the stage and who signed, what was signed, how it is signed again."""

from collections.abc import Sequence

from newsletter.issue import Signature
from newsletter.language import _

BETWEEN = " · "
BYTES = " · bytes"
RECORDS = ("publication", "issue")
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


def few(names: Sequence[str], most: int = MOST) -> str:
    """Return the first names, and how many more there are."""
    shown, more = _(", ").join(names[:most]), len(names) - most
    return _("{names} and {n} more").format(names=shown, n=more) if more > 0 else shown


def minute(time: str) -> str:
    """Return a moment to the minute, in the zone in which it was signed."""
    return time.replace("T", " ")[:16]


def next_step(slug: str, stage: str, stories: Sequence[str], *, seen: bool) -> str:
    """Return the command of the next step: the pages are built before they are signed."""
    if not seen:
        return f"newsletter build {slug}"
    return command(slug, stage, of=f"story {stories[0]}" if stories else "issue")


def again(each: Signature) -> str:
    """Return how a stage is signed again."""
    return _("Sign again: {command}").format(command=command(each.issue, each.stage, each.by, each.of))


def command(slug: str, stage: str, by: str = "", of: str = "issue") -> str:
    """Return the command that signs."""
    kind, _space, name = of.partition(" ")
    part = f" --{kind} {name}" if name else ""
    person = (f'"{by}"' if " " in by else by) or _("NAME")
    return f"newsletter sign {slug} --stage {stage} --by {person}{part}"


def owner(label: str) -> str:
    """Return whose a line of a statement is: a story's copy, a field of a photo, a story or a file."""
    whose, between, key = label.rpartition(BETWEEN)
    kind, _space, name = (whose or label).partition(" ")
    if not between:
        return _("The copy of {story}").format(story=label)
    if kind in RECORDS:
        return _("“{key}” of {file}").format(key=key, file=f"{kind}.yaml")
    thing = {"photo": _("photo {id}"), "page": _("page {number}")}.get(kind, "") if name else ""
    said = thing.format(id=name, number=name) or _("story {id}").format(id=whose)
    return said if label.endswith(BYTES) else _("“{key}” of {file}").format(key=key, file=said)


def subject(each: Signature) -> str:
    """Return what was signed, for people."""
    kind, _space, name = each.of.partition(" ")
    if kind == "issue":
        return _("the whole issue")
    return _("page {number}").format(number=name) if kind == "page" else _("story {id}").format(id=name)
