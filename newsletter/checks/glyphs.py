"""Rules about glyphs: every character has one, in its own style where that would show."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsletter.characters import is_broken, is_private, is_selector
from newsletter.checks.faces import DISPLAY, PEOPLE, SetText, TypeCase, set_texts
from newsletter.checks.surroundings import context
from newsletter.diagnostics import Finding, Severity
from newsletter.fonts import Face
from newsletter.language import _, ngettext
from newsletter.rulebook import check
from newsletter.script import is_han

MOST_NAMED = 12
"""The most characters that one finding writes out."""
MOST_NAMES = 6
"""The most Han characters of one story that have a finding each."""
VISIBLE_WEIGHT = 200
"""The difference of weight from which on a stand-in is seen at once: 黑 among regular, regular among 黑."""
EMOJI_SELECTORS = "\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A character of a set text, with what stands in for its face: a face's key, or none."""

    character: str
    offset: int
    text: SetText
    stand_in: str | None = None

    @property
    def context(self) -> str:
        """Where it stands, in words."""
        people = self.text.role in PEOPLE
        return context(self.text.passage.text, self.text.offset(self.offset), people)


Gathered = dict[tuple[str, ...], list[Sighting]]
"""Sightings that one finding speaks of, the first one first."""


@check("T001", "missing_glyph", Severity.ERROR)
def missing_glyph(case: TypeCase) -> Iterator[Finding]:
    """No face at hand has a glyph for a character.

    It would be printed as an empty box (豆腐块), often in somebody's name. Everything printed is looked
    at: stories, captions, credits, masthead, folios, imprint. A Han character is named with the name it
    stands in; letters of a foreign script and signs such as emoji are counted together.

    Way out: put a face that has the character into the workspace's fonts/ folder, with its licence; ask
    the person how the name is printed elsewhere; take an emoji out. `newsletter fonts --text …` says
    which face has which character.
    """
    for sightings in _together(_gathered(case, _lacking)):
        first = sightings[0]
        yield Finding(first.text.at(first.offset), _lack(sightings), _remedy(first.character))


def _together(gathered: Gathered) -> Iterator[list[Sighting]]:
    """Return the sightings, the Han characters of one story in one where they are too many for names."""
    han = {key: sightings for key, sightings in gathered.items() if is_han(sightings[0].character)}
    crowds = {whose for whose, count in Counter(key[0] for key in han).items() if count > MOST_NAMES}
    yield from (sightings for key, sightings in gathered.items() if key not in han or key[0] not in crowds)
    for whose in sorted(crowds):
        yield [each for key, sightings in han.items() if key[0] == whose for each in sightings]


def _lacking(case: TypeCase, text: SetText) -> Iterator[tuple[tuple[str, ...], Sighting]]:
    """Return the characters of a text that no face has; broken ones are another rule's."""
    for character in case.book.missing(text.text, text.face):
        if not is_broken(character):
            for offset in _offsets(text.text, character):
                yield (text.whose, _group(character)), Sighting(character, offset, text)


def _group(character: str) -> str:
    """Return what a finding counts together: a Han character alone, others by their script."""
    if is_han(character):
        return character
    if unicodedata.category(character)[0] in "SC":
        return unicodedata.category(character)[0]
    return unicodedata.name(character, character).split()[0]


def _lack(sightings: list[Sighting]) -> str:
    """Return what is wrong with one character, or with several of a script."""
    first = sightings[0]
    named = {
        "character": first.character,
        "code": f"U+{ord(first.character):04X}",
        "whose": first.text.whose,
        "context": first.context,
        "count": len(sightings),
    }
    if len({each.character for each in sightings}) == 1:
        message = ngettext(
            "No face has the character “{character}” ({code}) of {whose}, {context}.",
            "No face has the character “{character}” ({code}) of {whose}, first {context}, {count} in all.",
            len(sightings),
        )
    else:
        message = _("No face has {characters} of {whose}, first {context}, {count} characters in all.")
    return message.format(**named, characters=_written_out(each.character for each in sightings))


def _written_out(characters: Iterable[str]) -> str:
    """Return the different characters with the code points of the first ones."""
    different = tuple(dict.fromkeys(characters))
    named = _(", ").join(f"“{each}” (U+{ord(each):04X})" for each in different[:MOST_NAMED])
    return named + (" …" if len(different) > MOST_NAMED else "")


def _remedy(character: str) -> str:
    if unicodedata.category(character)[0] == "S":
        return _("Take it out, or put a face that has it into fonts/, with its licence.")
    if is_private(character):
        return _("Type the character that is meant, or put the face it was made in into fonts/.")
    return _("Put a face that has it into fonts/, with its licence.")


@check("T003", "stand_in_shows", Severity.WARNING)
def stand_in_shows(case: TypeCase) -> Iterator[Finding]:
    """A character of a headline or of the name is set in another style or weight than its neighbours.

    The face of the headline lacks the character, and what has it is of another style (宋 among 黑) or
    much lighter. At that size everybody sees it.

    Example: 龘 in a headline of 黑体, set in 宋. Way out: put a face of the same style that has the
    character into fonts/, word the headline without it, or take it on in `waive`.
    """
    yield from _stand_ins(case, display=True)


@check("T005", "stand_in_in_text", Severity.NOTE)
def stand_in_in_text(case: TypeCase) -> Iterator[Finding]:
    """A character of small type is set in another style than its neighbours.

    The face of the text lacks the character; one of another style stands in (宋 among 楷). It is read as
    it should be, and few will see it.

    Way out: none is needed; a face of the same style that has the character may be put into fonts/.
    """
    yield from _stand_ins(case, display=False)


def _stand_ins(case: TypeCase, *, display: bool) -> Iterator[Finding]:
    """Return a finding for each stand-in that shows in a story's display or small type."""
    for sightings in _gathered(case, _standing_in).values():
        first = sightings[0]
        if (first.text.role in DISPLAY) is not display:
            continue
        message = ngettext(
            "{face} has no {characters}, so {stand_in} sets it in {whose}, {context}.",
            "{face} has no {characters}, so {stand_in} sets them in {whose}, first {context}, "
            "{count} in all.",
            len(sightings),
        ).format(
            characters=_written_out(each.character for each in sightings),
            whose=first.text.whose,
            stand_in=first.stand_in,
            face=first.text.face,
            context=first.context,
            count=len(sightings),
        )
        hint = _("Put a face like {face} that has it into fonts/.").format(face=first.text.face)
        yield Finding(first.text.at(first.offset), message, hint)


def _standing_in(case: TypeCase, text: SetText) -> Iterator[tuple[tuple[str, ...], Sighting]]:
    """Return the letters of a text that are set in a face which shows among its own."""
    wanted = case.book.face(text.face)
    for character in dict.fromkeys(text.text):
        stand_in = case.book.fallback(text.face, character)
        if stand_in in (None, text.face) or not character.isalpha():
            continue
        if stand_in and _shows(wanted, case.book.face(stand_in)):
            for offset in _offsets(text.text, character):
                key = (text.whose, text.face, stand_in, str(text.role in DISPLAY))
                yield key, Sighting(character, offset, text, stand_in)


def _shows(wanted: Face, stand_in: Face) -> bool:
    """Return whether a stand-in is of another style or weight at sight."""
    return wanted.style is not stand_in.style or abs(wanted.weight - stand_in.weight) >= VISIBLE_WEIGHT


@check("T004", "variant_unknown", Severity.WARNING)
def variant_unknown(case: TypeCase) -> Iterator[Finding]:
    """The text asks for a form of a character that no face has.

    A variation selector behind a character chooses one of its forms, as some registers of names do. The
    faces know the ordinary form alone, and that is printed.

    Way out: compare with how the person writes the name; put a face that has the form into fonts/, or
    take the selector out.
    """
    for sightings in _gathered(case, _unknown_variants).values():
        first = sightings[0]
        message = _("The form of “{character}” that {code} asks for is in no face ({whose}, {context}).")
        message = message.format(
            character=first.character[0],
            code=f"U+{ord(first.character[1]):04X}",
            whose=first.text.whose,
            context=first.context,
        )
        yield Finding(first.text.at(first.offset), message, _("The ordinary form is printed: is it right?"))


def _unknown_variants(case: TypeCase, text: SetText) -> Iterator[tuple[tuple[str, ...], Sighting]]:
    """Return the characters with selectors that their face does not know; emoji style asks for no form."""
    for offset, selector in enumerate(text.text[1:]):
        base = text.text[offset]
        if not is_selector(selector) or selector in EMOJI_SELECTORS:
            continue
        face = case.book.fallback(text.face, base)
        if face and not case.book.face(face).knows_variant(base, selector):
            yield (text.whose, base + selector), Sighting(base + selector, offset, text)


def _gathered(
    case: TypeCase, sight: Callable[[TypeCase, SetText], Iterator[tuple[tuple[str, ...], Sighting]]]
) -> Gathered:
    """Return what is seen in all set texts, under what one finding is to speak of."""
    gathered: Gathered = {}
    for text in set_texts(case):
        for key, sighting in sight(case, text):
            gathered.setdefault(key, []).append(sighting)
    return gathered


def _offsets(text: str, character: str) -> Iterator[int]:
    """Return where a character stands in a text."""
    return (offset for offset, each in enumerate(text) if each == character)
