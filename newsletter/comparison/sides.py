"""The two sides of a comparison by their names: now, build, previous, pressed, a signature, a folder, git."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsletter.comparison.content import KEPT, Content, read_content
from newsletter.comparison.keeping import PRESSED, PREVIOUS, for_press
from newsletter.comparison.made import MadePages, made_in
from newsletter.comparison.revision import revision
from newsletter.comparison.signed import LAST, Signed, signed
from newsletter.comparison.statements import content_of
from newsletter.diagnostics import MachineFault
from newsletter.issue import Issue, Signature
from newsletter.language import _
from newsletter.manifest import load
from newsletter.release import print_name
from newsletter.signing.naming import minute, subject
from newsletter.stage import Stage

NOW, BUILD, BEFORE, PRESS = "now", "build", "previous", "pressed"
STAGES = tuple(str(each) for each in Stage)
MISSING = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side: how it was asked for, its name for people, its content, its pages where they are kept.

    ``signed`` is what a signature is over, where one was asked for; ``notes`` say what could not be had.
    """

    name: str
    word: str
    content: Content
    made: MadePages = ()
    signed: Signed | None = None
    notes: tuple[str, ...] = ()


def side(workspace: Path, slug: str, name: str, near: Path) -> Side:
    """Return the side that a name means; a relative folder is looked for from ``near`` on.

    Raises MachineFault (3) where nothing of that name is kept, (4) where git is missing.
    """
    return known_side(workspace, slug, name, near) or revised(workspace, slug, name)


def revised(workspace: Path, slug: str, name: str) -> Side:
    """Return the side of a git revision.

    Raises MachineFault (3) where there is no such revision or no issue in it, (4) where git is missing.
    """
    with revision(workspace, name, slug) as root:
        return Side(name, name, _loaded(root, slug))


def known_side(workspace: Path, slug: str, name: str, near: Path) -> Side | None:
    """Return the side that a name means which is no git revision.

    Raises MachineFault (3) where nothing of that name is kept.
    """
    known = _known(workspace, slug)
    if name in known:
        return known[name]()
    if (found := signed(workspace, slug, name)) is not None:
        return signed_side(name, found)
    if name in (*STAGES, LAST):
        sentence = _("Nobody has signed {stage}.") if name in STAGES else _("Nobody has signed yet.")
        hint = _("newsletter sign {slug} --list shows who has signed.").format(slug=slug)
        raise MachineFault(sentence.format(stage=name), hint, MISSING)
    return _folder(near / name, slug, name) if (near / name).is_dir() else None


def _known(workspace: Path, slug: str) -> Mapping[str, Callable[[], Side]]:
    """Return the sides that have names of their own."""
    dist = workspace / "dist" / slug
    return {
        NOW: lambda: Side(NOW, _("the files as they are now"), _loaded(workspace, slug)),
        BUILD: lambda: kept(dist, slug, BUILD),
        BEFORE: lambda: kept(dist / PREVIOUS, slug, BEFORE),
        PRESS: lambda: kept(_pressed(dist, slug), slug, PRESS),
    }


def kept(folder: Path, slug: str, name: str) -> Side:
    """Return the side of a build that is kept in a folder.

    Raises MachineFault (3) where it is not.
    """
    content = read_content(folder / KEPT)
    if content is None:
        raise _not_kept(slug, name)
    words = {
        BUILD: _("the last build"),
        BEFORE: _("the build before the last"),
        PRESS: _("the last press build"),
    }
    return Side(name, words[name], content, made_in(folder, slug))


def _not_kept(slug: str, name: str) -> MachineFault:
    """Return the fault of a build that is not there."""
    if name == BUILD:
        sentence = _("No build of {slug} is kept.").format(slug=slug)
        return MachineFault(sentence, _("Run: newsletter build {slug}").format(slug=slug), MISSING)
    sentence = _("No press build is kept.") if name == PRESS else _("No build before the last is kept.")
    return MachineFault(sentence, _("Name a build, a folder or a git revision."), MISSING)


def _pressed(dist: Path, slug: str) -> Path:
    """Return where the last press build is: in dist itself, or kept."""
    return dist if for_press(dist, print_name(slug)) else dist / PRESSED


def signed_side(name: str, found: Signed) -> Side:
    """Return the side of what was signed.

    Raises MachineFault (3) where no statement of it can be had.
    """
    if len(found.lost) == len(found.given):
        hint = _("Bring the folder “signed” beside sign_off.yaml back from a copy or the version control.")
        raise MachineFault(lost_words(found.lost), hint, MISSING)
    return Side(name, signed_words(found.given), found.content, found.made, found)


def signed_words(given: tuple[Signature, ...]) -> str:
    """Return the signatures in words: one with its subject; of several the stage and the names."""
    last = given[-1]
    if len(given) == 1:
        words = _("{stage} by {name}, {time}, of {subject}")
        return words.format(stage=last.stage, name=last.by, time=minute(last.time), subject=subject(last))
    names = _(", ").join(dict.fromkeys(each.by for each in given))
    words = _("{stage} by {names}, the last {time}")
    return words.format(stage=last.stage, names=names, time=minute(last.time))


def lost_words(lost: tuple[Signature, ...]) -> str:
    """Return that what was signed cannot be had."""
    names = _("; ").join(signed_words((each,)) for each in lost)
    words = _("What was signed is not kept, so nothing can be compared with it: {signatures}.")
    return words.format(signatures=names)


def _issue(workspace: Path, slug: str) -> Issue:
    issue = load(workspace, slug).value
    if issue is None:
        sentence = _("The issue {slug} cannot be read.").format(slug=slug)
        raise MachineFault(sentence, _("Run: newsletter check {slug}").format(slug=slug), MISSING)
    return issue


def _loaded(workspace: Path, slug: str) -> Content:
    return content_of(_issue(workspace, slug))


def _folder(folder: Path, slug: str, name: str) -> Side:
    """Return the side of a folder: of things made, of an issue, or a workspace."""
    if (content := read_content(folder / KEPT)) is not None:
        return Side(name, name, content, made_in(folder, slug))
    folder = folder.resolve()
    if (folder / "issue.yaml").is_file():
        return Side(name, name, _loaded(folder.parents[1], folder.name))
    if (folder / "issues" / slug / "issue.yaml").is_file():
        return Side(name, name, _loaded(folder, slug))
    sentence = _("In {folder} there is no issue and no build.").format(folder=folder.name)
    raise MachineFault(sentence, _("Name a folder of dist/, of issues/, or a workspace."), MISSING)
