"""Notes of a story (`[^1]` … `[^1]: text`): numbered in the order of their mention, set at its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsletter.copy_source import faults
from newsletter.diagnostics import Diagnostic, Span
from newsletter.manuscript import Block, Paragraph

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(number: int) -> str:
    """Return a number in raised figures."""
    return str(number).translate(RAISED)


@dataclass(slots=True)
class Notes:
    """What a story mentions and what it defines, by label."""

    mentions: dict[str, Span] = field(default_factory=dict)
    texts: dict[str, Paragraph] = field(default_factory=dict)
    reports: list[Diagnostic] = field(default_factory=list)

    def mention(self, label: str, at: Span) -> int:
        """Return the number of a note, the next one where it is mentioned for the first time."""
        self.mentions.setdefault(label, at)
        return list(self.mentions).index(label) + 1

    def define(self, label: str, text: Paragraph) -> None:
        """Keep a note's text."""
        if label in self.texts:
            self.reports.append(faults.note_defined_twice(text.span, label))
        self.texts.setdefault(label, text)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the notes that are mentioned, in their order, and report what lacks its fellow."""
        for number, (label, at) in enumerate(self.mentions.items(), 1):
            if label in self.texts:
                yield replace(self.texts[label], block=Block.NOTE, marker=str(number))
            else:
                self.reports.append(faults.note_undefined(at, label))
        for label, text in self.texts.items():
            if label not in self.mentions:
                self.reports.append(faults.note_unmentioned(text.span, label))
