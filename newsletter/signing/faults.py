"""What can be wrong with signatures, in an editor's words: their chain, their content, who is missing."""

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Signature
from newsletter.language import _, ngettext
from newsletter.rulebook import declare
from newsletter.signing.changes import Change

LONGEST = 24


def _named(each: Signature) -> str:
    return _("{stage} by {name}").format(stage=each.stage, name=each.by)


def _again(each: Signature) -> str:
    return _("Sign again: newsletter sign {issue} --stage {stage} --by NAME").format(
        issue=each.issue, stage=each.stage
    )


@declare("A020", "signature_altered", Severity.ERROR)
def signature_altered(each: Signature) -> Finding:
    """A signature is not as it was given: a name, time, stage, note or hash was edited.

    Every signature carries the hash of all that it says. Names that were swapped are found in this way too.
    Whoever recomputes all hashes from there on is found only where an SSH signature, the record in dist,
    a package handed over or the version control still has the old ones.

    Way out: bring sign_off.yaml back from the version control, or have the stage signed again.
    """
    message = _("The signature “{signature}” was altered after it was given.").format(signature=_named(each))
    return Finding(each.at("hash"), message, _("Bring sign_off.yaml back as it was."))


@declare("A021", "signature_chain_broken", Severity.ERROR)
def signature_chain_broken(each: Signature) -> Finding:
    """A signature does not carry on from the one before it.

    Every signature carries the hash of the one before. One was taken out of the middle, put in, or moved.

    Way out: bring sign_off.yaml back from the version control.
    """
    message = _("Before the signature “{signature}” another was taken out, put in or moved.")
    return Finding(
        each.at("prev"), message.format(signature=_named(each)), _("Bring sign_off.yaml back as it was.")
    )


@declare("A022", "signature_of_another_issue", Severity.ERROR)
def signature_of_another_issue(each: Signature, slug: str) -> Finding:
    """A signature was given to another issue and copied into this one.

    Nobody has read this issue by signing another. Example: the folder of the last issue copied as a start.

    Way out: remove the copied sign_off.yaml, and have this issue signed.
    """
    message = _("The signature “{signature}” was given to {other}, not to {slug}.")
    message = message.format(signature=_named(each), other=each.issue, slug=slug)
    return Finding(each.at("issue"), message, _("Remove the copied file and have this issue signed."))


@declare("A023", "signature_back_in_time", Severity.ERROR)
def signature_back_in_time(each: Signature, before: Signature) -> Finding:
    """A signature is dated before the one that stands before it, or its date is no moment with a zone.

    Signatures are put at the end, so their times only go on. The clock of a machine was set back, or is
    wrong by hours.

    Way out: set the clock and have the stage signed again.
    """
    message = _("The signature “{signature}” is of {time}, before the one above it, of {before}.")
    message = message.format(signature=_named(each), time=each.time, before=before.time)
    return Finding(each.at("time"), message, _("Set the machine's clock and sign again."))


@declare("A024", "signature_taken_away", Severity.ERROR)
def signature_taken_away(at: Span | None, count: int, where: str) -> Finding:
    """Signatures that were given are no longer in sign_off.yaml.

    The chain by itself cannot tell that its end was cut off. What was signed on this machine stands also
    in the record in dist, packages carry the hashes, and the version control has what was committed;
    where none is at hand, as after `make clean` in a folder without git, nothing can be said.

    Way out: bring sign_off.yaml back from the version control.
    """
    message = ngettext(
        "{count} signature that {where} still has is gone from sign_off.yaml.",
        "{count} signatures that {where} still has are gone from sign_off.yaml.",
        count,
    )
    return Finding(at, message.format(count=count, where=where), _("Bring sign_off.yaml back as it was."))


@declare("A025", "signature_void", Severity.WARNING)
def signature_void(each: Signature, change: Change | None) -> Finding:
    """What was signed has changed since, so the signature no longer holds.

    A signature covers copy, headline block, captions, photos' bytes and fields exactly as they were; a
    later change voids just those signatures that cover it. For press the stage counts as not signed.

    Example: one character of a name corrected after 终审.

    Way out: have those who signed look at the change and sign again.
    """
    if change is None:
        message = _("{signature} of {subject} no longer holds: what was signed is not there as it was.")
        return Finding(each.at(), message.format(signature=_named(each), subject=subject(each)), _again(each))
    message = _("{signature} of {subject} no longer holds: “{label}” was “{old}” and is “{new}”{more}.")
    said = message.format(
        signature=_named(each),
        subject=subject(each),
        label=change.label,
        old=_short(*_words(change.old, change.new)),
        new=_short(*_words(change.new, change.old)),
        more=_more(change.places - 1),
    )
    return Finding(change.at or each.at(), said, _again(each))


@declare("A026", "pages_not_as_signed", Severity.WARNING)
def pages_not_as_signed(each: Signature) -> Finding:
    """The pages no longer look as they did when they were signed, though the copy is the same.

    A layout, a face, a filler or the tool itself changed, or the stories were made up otherwise. The
    signature covers the pages' look inside the trim, so it no longer holds.

    Way out: look at the pages and have them signed again.
    """
    message = _("{signature} of {subject} no longer holds: the pages do not look as they were signed.")
    return Finding(each.at(), message.format(signature=_named(each), subject=subject(each)), _again(each))


@declare("A027", "signed_twice_by_one", Severity.ERROR)
def signed_twice_by_one(at: Span | None, name: str, stage: str, other: str) -> Finding:
    """One person signs two stages that need two people.

    The three reviews are of three people, and first and second proof of two: the point of each is another
    pair of eyes.

    Way out: have another person sign.
    """
    message = _("{name} has signed {other} and cannot sign {stage} too.")
    return Finding(at, message.format(name=name, stage=stage, other=other), _("Have another person sign."))


@declare("A028", "stage_out_of_order", Severity.ERROR)
def stage_out_of_order(at: Span | None, stage: str, before: tuple[str, ...]) -> Finding:
    """A stage is signed before the one that it builds on.

    初审, 复审, 终审 follow one another, as do 一校, 二校, 三校, 通读; 付印 is last and needs all that the
    workspace asks for.

    Way out: have the earlier stage signed first.
    """
    message = _("{stage} cannot be signed before {before}.").format(stage=stage, before=_(", ").join(before))
    return Finding(at, message, _("Have {before} signed first.").format(before=before[0]))


@declare("A029", "stage_unsigned", Severity.ERROR)
def stage_unsigned(at: Span | None, slug: str, stage: str, stories: tuple[str, ...]) -> Finding:
    """A stage that the workspace asks for is not signed, or its signature no longer holds.

    `sign_off: required` of publication.yaml says which stages are asked for before a press file is made or
    handed over. A stage is signed as a whole, or story by story, or page by page.

    Way out: `newsletter sign ISSUE --stage 终审 --by NAME`.
    """
    if stories:
        message = _("{slug} is not signed: {stage} is missing for {stories}.")
    else:
        message = _("{slug} is not signed: {stage} is missing.")
    said = message.format(slug=slug, stage=stage, stories=_(", ").join(stories))
    hint = _("Run: newsletter sign {slug} --stage {stage} --by NAME").format(slug=slug, stage=stage)
    return Finding(at, said, hint)


@declare("A030", "sign_off_not_settled", Severity.WARNING)
def sign_off_not_settled(at: Span | None) -> Finding:
    """publication.yaml does not say which signatures an issue needs before it goes to press.

    Three reviews and three proofs are the custom of the trade (advice; the law does not ask for them of
    internal publications). Until the house decides, nothing is refused. `required: []` asks for none.

    Way out: `sign_off: {required: [初审, 复审, 终审, 一校, 二校, 三校, 付印]}`.
    """
    message = _("“sign_off: required” is not there: nobody has to sign before the issue is printed.")
    return Finding(at, message, _("Write the stages that must be signed, or [] for none."))


@declare("A031", "ssh_signature_bad", Severity.ERROR)
def ssh_signature_bad(each: Signature, why: str) -> Finding:
    """An SSH signature is not one of the person named.

    `issues/allowed_signers` says whose key is whose. The signature was copied, the name is another's, or
    the key is not in that file.

    Way out: enter the person's public key, or have the stage signed again with the right key.
    """
    message = _("The SSH signature of “{signature}” does not hold: {why}.")
    return Finding(each.at("seal"), message.format(signature=_named(each), why=why), _again(each))


@declare("A032", "nothing_built", Severity.ERROR)
def nothing_built(slug: str) -> Finding:
    """There are no built pages to sign.

    A signature covers the pages as they look, so there must be some. Build a draft and read it first.
    """
    message = _("Nothing of {slug} is built that could be signed.").format(slug=slug)
    return Finding(None, message, _("Run: newsletter build {slug}").format(slug=slug))


@declare("A033", "built_before_change", Severity.ERROR)
def built_before_change(slug: str) -> Finding:
    """The built pages are older than the issue: copy, photos, manifests or the layout changed since.

    Whoever read the pages has not read what would be signed. Build again and look at the change.
    """
    message = _("The built pages of {slug} are older than the issue.").format(slug=slug)
    return Finding(None, message, _("Run: newsletter build {slug}").format(slug=slug))


def subject(each: Signature) -> str:
    """Return what was signed, for people."""
    kind, _space, name = each.of.partition(" ")
    if kind == "issue":
        return _("the whole issue")
    return _("page {number}").format(number=name) if kind == "page" else _("story {id}").format(id=name)


def _more(places: int) -> str:
    if places < 1:
        return ""
    return ngettext(", and {count} more place", ", and {count} more places", places).format(count=places)


def _words(one: str, other: str) -> tuple[str, str]:
    """Return two lines without what sets their characters apart, unless just that differs."""
    words = one.partition("\t")[0], other.partition("\t")[0]
    return words if words[0] != words[1] else (one, other)


def _short(text: str, other: str) -> str:
    """Return what a reader needs of a long line: the part around where it differs from the other."""
    if len(text) <= LONGEST:
        return text
    same = next((n for n, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, min(same - LONGEST // 3, len(text) - LONGEST))
    end = start + LONGEST
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
