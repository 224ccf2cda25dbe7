"""The readings of one story: each character where it is met with first, from the kicker to the captions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.manuscript import Reading
from newsletter.names import reading_in
from newsletter.readings.people import Known, doubtful_in
from newsletter.readings.rare import is_rare


@dataclass(frozen=True, slots=True)
class Guess:
    """A reading that the dictionary is not sure of: the character's offset and all its readings."""

    offset: int
    sounds: tuple[str, ...]


@dataclass(slots=True)
class Story:
    """What a reader of a story has been told so far; ``told`` are the editor's own readings."""

    people: Known
    told: Mapping[str, str]
    seen: set[str] = field(default_factory=set)
    guesses: list[Guess] = field(default_factory=list)

    def readings(self, text: str, given: Sequence[Reading]) -> tuple[Reading, ...]:
        """Return the readings to add to a text that has ``given`` ones; `guesses` are the doubtful ones."""
        self.guesses.clear()
        taken = {at for each in given for at in range(each.start, each.stop)}
        found = dict(self._in_names(text, taken))
        self.seen |= {text[at] for at in taken}
        found |= dict(self._alone(text, taken | found.keys()))
        return tuple(Reading(at, at + 1, found[at]) for at in sorted(found))

    def _in_names(self, text: str, taken: set[int]) -> Iterator[tuple[int, str]]:
        """Yield what names ask for: a longer name before one that is part of it."""
        if not self.people:
            return
        names = "|".join(map(re.escape, sorted(self.people, key=len, reverse=True)))
        for name in re.finditer(names, text):
            for at, reading in doubtful_in(name.group(), self.people[name.group()]).items():
                place = name.start() + at
                if self._is_new(text[place], name.group()) and place not in taken:
                    yield place, self.told.get(text[place], reading)

    def _is_new(self, character: str, name: str = "") -> bool:
        """Return whether a rare character, or a common one of this name, is met for the first time."""
        key = character if is_rare(character) else f"{name}:{character}"
        new = key not in self.seen
        self.seen.add(key)
        return new

    def _alone(self, text: str, taken: set[int]) -> Iterator[tuple[int, str]]:
        """Yield the rare characters outside of names."""
        for at, character in enumerate(text):
            if is_rare(character) and at not in taken and self._is_new(character):
                yield at, self.told.get(character) or self._read(text, at)

    def _read(self, text: str, at: int) -> str:
        """Return the reading of a character in its context, and note where that is a guess."""
        sounds, is_sure = reading_in(text, at)
        if not is_sure:
            self.guesses.append(Guess(at, sounds))
        return sounds[0]
