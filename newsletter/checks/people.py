"""Rules about people: a name written in two ways, names and offices against names.yaml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from newsletter.checks.reading import Passage
from newsletter.checks.sightings import prose
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue, KnownName
from newsletter.language import _
from newsletter.rulebook import check
from newsletter.script import LETTER
from newsletter.surnames import is_name

SINGLE = (
    "党委书记|党总支书记|支部书记|书记|党委副书记|副书记|院长|副院长|校长|副校长|董事长|副董事长|总经理|副总经理|总工程师"
    "|理事长|会长|秘书长|处长|副处长|部长|副部长|主任|副主任|局长|副局长|厅长|副厅长|市长|副市长|省长|副省长"
)
"""Offices that one person of a house holds."""
SHARED = "教授|副教授|讲师|老师|教师|同学|高级工程师|工程师|辅导员|队长|师傅"
"""What many people of a house are."""
COURTESY = frozenset(("老师", "教师", "同学", "师傅", "工程师"))
NAMED = re.compile(
    rf"(?P<office>{SINGLE}|{SHARED})(?!员)(?P<name>{LETTER}{{2,4}}?)"
    r"(?=$|[、，。；：！？（）《“”\s]|说|表示|介绍|认为|指出|强调|讲话|致辞|主持|参加|出席|代表|带领|宣布|作|为|向|在|和|与|及|等|对|就|也|还|都|又|则|一行|到|赴|率)"
)
TITLED = re.compile(
    rf"(?:^|[、，。；：！？（）“\s]|由|与|和|及|向|请)(?P<name>{LETTER}{{2,3}})(?P<office>{SINGLE}|{SHARED})(?!{LETTER}?长)"
)
NO_END = frozenset("副代原兼前任省市县区校院系处部司国会团厂")
"""What ends no name, but begins or ends an office or a unit."""
LONG = 3
"""Names of two characters differ in their only own one, and may well be two people's."""
SIGNED = frozenset(("byline", "credit", "source"))
PARTS = re.compile(r"[\s、，,；;：:/（）]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name with an office beside it, empty in bylines and credits."""

    name: str
    office: str
    passage: Passage
    offset: int


def mentions(issue: Issue) -> Iterator[Mention]:
    """Return the people named with an office, and those of bylines, credits and sign-off lines."""
    for passage in prose(issue):
        if passage.key in SIGNED:
            yield from _signed(passage)
            continue
        for pattern in (NAMED, TITLED):
            for found in pattern.finditer(passage.text):
                if is_name(found["name"]) and found["name"][-1] not in NO_END:
                    yield Mention(found["name"], found["office"], passage, found.start("name"))


def _signed(passage: Passage) -> Iterator[Mention]:
    """Return the words of a byline that can be names."""
    offset = 0
    for word in PARTS.split(passage.text):
        offset = passage.text.find(word, offset)
        if word and is_name(word):
            yield Mention(word, "", passage, offset)


@check("C080", "name_in_two_ways", Severity.WARNING)
def name_in_two_ways(issue: Issue) -> Iterator[Finding]:
    """A name seems to be written in two ways.

    Two names with one surname and one office differ in one character: the same person, mostly. Where many
    hold the office (教授, 老师), only names that sound alike are reported.

    Example: 院长王晓明 in one story, 院长王小明 in another. Way out: ask, and write the right one in both;
    where they are two people, put both into names.yaml.
    """
    known = {each.name for each in issue.names}
    first: dict[tuple[str, str], Mention] = {}
    for each in mentions(issue):
        first.setdefault((each.office, each.name), each)
    for one, other in combinations(first.values(), 2):
        if {one.name, other.name} <= known or not _one_person(one, other):
            continue
        message = _("“{one}” and “{other}”, both {office}: one name in two ways?")
        message = message.format(one=one.name, other=other.name, office=one.office)
        at = other.passage.at(other.offset, len(other.name))
        yield Finding(at, message, _("Write the right one in both places."))


def _one_person(one: Mention, other: Mention) -> bool:
    """Return whether two names of one office seem to be one person's."""
    if one.office != other.office or not one.office or not _alike(one.name, other.name):
        return False
    of_one = one.office in SINGLE.split("|") and len(one.name) == LONG
    return of_one or _sounds(one.name) == _sounds(other.name)


def _alike(one: str, other: str) -> bool:
    """Return whether two names have one surname and length and differ in one character."""
    same = len(one) == len(other) > 1 and one[0] == other[0]
    return same and sum(a != b for a, b in zip(one, other, strict=True)) == 1


@cache
def _sounds(name: str) -> tuple[str, ...]:
    """Return how a name sounds, without its tones."""
    from newsletter.names import pinyin_key

    return tuple(letters for letters, _tone, _character in pinyin_key(name))


@check("C081", "name_unlike_known", Severity.WARNING)
def name_unlike_known(issue: Issue) -> Iterator[Finding]:
    """A name is almost one of names.yaml, and sounds like it.

    Beside an office, in a byline or in a credit one character differs from a name that the house knows.

    Example: 周兰 where names.yaml has 周岚. Way out: write the known name; where it is another person, add
    that name to names.yaml.
    """
    known = {each.name for each in issue.names}
    for each in mentions(issue) if known else ():
        near = next((name for name in known if _alike(name, each.name)), "") if each.name not in known else ""
        if near and _sounds(near) == _sounds(each.name):
            message = _("“{name}” is not in names.yaml; “{known}” is.").format(name=each.name, known=near)
            at = each.passage.at(each.offset, len(each.name))
            yield Finding(at, message, _("Write {known}, or add the other to names.yaml.").format(known=near))


@check("C082", "office_unlike_known", Severity.WARNING)
def office_unlike_known(issue: Issue) -> Iterator[Finding]:
    """A person stands with another office than names.yaml has.

    Courtesies such as 老师 are let pass.

    Example: 院长王晓明 where names.yaml has 党委书记. Way out: correct the copy, or names.yaml where the
    office has changed.
    """
    known = {each.name: each for each in issue.names if each.office}
    for each in mentions(issue) if known else ():
        person = known.get(each.name)
        if person is not None and each.office and each.office not in COURTESY and not _holds(person, each):
            message = _("{name} is called {office}; names.yaml has {known}.")
            message = message.format(name=each.name, office=each.office, known=_(", ").join(person.office))
            at = each.passage.at(each.offset, len(each.name))
            yield Finding(at, message, _("Correct the copy, or names.yaml."))


def _holds(person: KnownName, mention: Mention) -> bool:
    """Return whether a person holds the office of a mention, one with a longer name included."""
    return any(held.endswith(mention.office) and not _deputy(held, mention) for held in person.office)


def _deputy(held: str, mention: Mention) -> bool:
    """Return whether 副院长 is called 院长."""
    before = held[: -len(mention.office)] if held != mention.office else ""
    return before.endswith("副")
