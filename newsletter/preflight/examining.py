"""Any PDF held against a printer profile."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from newsletter.checks import open_desks
from newsletter.checks.press.foreign import file_unreadable
from newsletter.condition import Condition
from newsletter.diagnostics import Diagnostic
from newsletter.language import _, language
from newsletter.preflight.clauses import clauses_of, not_checked
from newsletter.preflight.crew import Crew, Lost
from newsletter.preflight.job import Answer, Done, Job, Refused, Whole
from newsletter.preflight.result import Preflight, results
from newsletter.press import Expectation, PressFile, Sheet, Unread, UnreadablePdf, limits_of
from newsletter.press.facts import Font, Part
from newsletter.rulebook import examine

MEMORY = 640_000_000
"""Bytes that the workers share, besides the 160 million that each begins with."""
PAGE_SECONDS = 8.0
"""The processor's time for what a page says, and as much for its plates."""
LARGE = 60_000_000
"""Bytes from which a file has one worker with all of the memory."""


def preflight(path: Path, condition: Condition, expected: Expectation | None = None) -> Preflight:
    """Return what a printer profile has to say of a file; ``expected`` is what its maker knows of it.

    Takes at most some 25 seconds and a gigabyte, whatever the file holds; what could not be looked at is
    a finding (F061) and makes its clauses incomplete. Raises ``UnreadablePdf`` where there is no such file
    or it may not be opened.
    """
    crew = Crew(_jobs(path, condition))
    file = _file(crew.read(), crew, path.name)
    if isinstance(file, Diagnostic):
        return _preflight(path, condition, None, (file,))
    open_desks("press")
    known = expected or Expectation(bleed=condition.bleed, condition=condition)
    return _preflight(path, condition, file, examine(_of_pages_read(file), known))


def _of_pages_read(file: PressFile) -> PressFile:
    """Return the file with the pages that were read: of the others nothing is known, and nothing said."""
    lost = {each.page for each in file.unread if each.part == "page"}
    return replace(file, pages=tuple(page for page in file.pages if page.number not in lost))


def _preflight(
    path: Path, condition: Condition, file: PressFile | None, findings: tuple[Diagnostic, ...]
) -> Preflight:
    return Preflight(
        name=path.name,
        profile=condition.name,
        level=condition.level,
        findings=findings,
        checked=results(clauses_of(condition.level), file, findings),
        not_checked=not_checked(),
        file=file,
    )


def _jobs(path: Path, condition: Condition) -> tuple[Job, ...]:
    """Return a job for each worker: two share the pages, one takes a file that is large.

    Raises ``UnreadablePdf``.
    """
    try:
        with path.open("rb") as stream:
            stream.read(1)
        size = path.stat().st_size
    except OSError as fault:
        sentence = _("{file} cannot be read: {reason}.").format(file=path, reason=fault.strerror)
        raise UnreadablePdf(sentence) from fault
    workers = 1 if size > LARGE else 2
    job = Job(path, language(), limits_of(condition), 1, workers, True, MEMORY // workers, PAGE_SECONDS)
    return (job, *(replace(job, first=each, whole=False) for each in range(2, workers + 1)))


def _file(answers: Iterable[Answer], crew: Crew, name: str) -> PressFile | Diagnostic:
    """Return the file put together of the answers, or the finding that there is none."""
    heard = list(answers)
    whole = next((each.file for each in heard if isinstance(each, Whole)), None)
    if whole is None:
        refused = next((each for each in heard if isinstance(each, Refused)), None)
        return _nothing(name, refused)
    done = [each for each in heard if isinstance(each, Done)]
    unread = (*whole.unread, *(each for answer in done for each in answer.unread), *_missed(crew))
    faults = [each.reason for each in unread if each not in _missed(crew)]
    return replace(
        whole,
        pages=_pages(done, crew.count),
        fonts=tuple(_fonts(done).values()),
        faults=tuple(dict.fromkeys((*whole.faults, *faults))),
        unread=tuple(dict.fromkeys(unread)),
    )


def _nothing(name: str, refused: Refused | None) -> Diagnostic:
    """Return the finding of a file of which nothing was read."""
    if refused is not None:
        return file_unreadable(name, refused.sentence, refused.hint)
    sentence = _("{file} stops the reader before it is open; nothing of it was checked.").format(file=name)
    return file_unreadable(name, sentence, _("Export the file again."))


def _missed(crew: Crew) -> tuple[Unread, ...]:
    """Return what was lost, and the pages that time did not suffice for."""
    lost = [Unread(_part(each), each.at.page, _sentence(each)) for each in crew.lost]
    gone = {each.at.page for each in crew.lost} | crew.done
    left = [page for page in range(1, crew.count + 1) if page not in gone]
    sentence = _("{count} pages from page {first} on were not checked: the file takes too long.")
    said = sentence.format(count=len(left), first=left[0]) if left else ""
    return (*lost, *(Unread("page", page, said) for page in left))


def _part(lost: Lost) -> Part:
    if lost.at.plates:
        return "plates"
    return "page" if lost.at.page else "file"


def _sentence(lost: Lost) -> str:
    """Return what was lost, for people."""
    if not lost.at.page:
        return _("The reader broke down on the file; not all of it was checked.")
    if lost.at.plates:
        slow = _("The plates of page {page} were not drawn: that takes too long.")
        broken = _("The plates of page {page} were not drawn: they stop the reader or need too much memory.")
    else:
        slow = _("Page {page} was not checked: it takes too long.")
        broken = _("Page {page} was not checked: it stops the reader or needs too much memory.")
    return (slow if lost.stalled else broken).format(page=lost.at.page)


def _pages(done: Iterable[Done], count: int) -> tuple[Sheet, ...]:
    """Return all pages in order; one that was not read has nothing but its number."""
    read: Mapping[int, Sheet] = {each.sheet.number: each.sheet for each in done}
    return tuple(read.get(number, Sheet(number)) for number in range(1, count + 1))


def _fonts(done: Iterable[Done]) -> dict[object, Font]:
    """Return every font once: where it is first set, and where first a glyph is missing."""
    fonts: dict[object, Font] = {}
    for answer in sorted(done, key=lambda each: each.sheet.number):
        for key, font in answer.fonts.items():
            known = fonts.setdefault(key, font)
            if known.notdef is None and font.notdef is not None:
                fonts[key] = replace(known, notdef=font.notdef)
    return fonts
