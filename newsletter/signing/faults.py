"""What can be wrong with sign_off.yaml and its chain, in an editor's words."""

from collections.abc import Sequence

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Signature
from newsletter.language import _, ngettext
from newsletter.rulebook import declare
from newsletter.signing.naming import again, command, named


@declare("A020", "signature_altered", Severity.ERROR)
def signature_altered(each: Signature) -> Finding:
    """A signature is not as it was given: a name, time, stage, note or hash was edited.

    Every signature carries the hash of all that it says. Names that were swapped are found in this way too.
    Whoever recomputes all hashes from there on is found by what others keep: the version control, a package
    handed over, the record in dist, an SSH signature, or the code that was noted when it was signed.

    Way out: bring sign_off.yaml back from the version control, or have the stage signed again.
    """
    message = _("The signature “{signature}” was altered after it was given.").format(signature=named(each))
    return Finding(each.at("hash"), message, _("Bring sign_off.yaml back as it was."))


@declare("A021", "signature_chain_broken", Severity.ERROR)
def signature_chain_broken(each: Signature, *, twice: bool = False) -> Finding:
    """A signature does not carry on from one that stands before it, or stands there twice.

    Every signature carries the hash of the one before. One was taken out of the middle, put in, or moved.
    Signatures that were given on two branches side by side are no fault: both carry on from the same one.

    Way out: bring sign_off.yaml back from the version control.
    """
    if twice:
        message = _("The signature “{signature}” stands here a second time.")
    else:
        message = _("Before the signature “{signature}” another was taken out, put in or moved.")
    place = each.at("hash" if twice else "prev")
    return Finding(place, message.format(signature=named(each)), _("Bring sign_off.yaml back as it was."))


@declare("A022", "signature_of_another_issue", Severity.ERROR)
def signature_of_another_issue(each: Signature, slug: str) -> Finding:
    """A signature was given to another issue and copied into this one.

    Nobody has read this issue by signing another. Example: the folder of the last issue copied as a start.

    Way out: remove the copied sign_off.yaml, and have this issue signed.
    """
    message = _("The signature “{signature}” was given to {other}, not to {slug}.")
    message = message.format(signature=named(each), other=each.issue, slug=slug)
    return Finding(each.at("issue"), message, _("Remove the copied file and have this issue signed."))


@declare("A023", "signature_back_in_time", Severity.ERROR)
def signature_back_in_time(each: Signature, before: Signature | None) -> Finding:
    """A signature is dated before one that it carries on from, or its date is no moment with a zone.

    Times only go on along the chain. The clock of a machine was set back, or is wrong by hours.

    Way out: set the clock and have the stage signed again.
    """
    if before is None:
        message = _("The signature “{signature}” is of “{time}”, which is no moment with a zone.")
        said = message.format(signature=named(each), time=each.time)
        return Finding(each.at("time"), said, _("Bring sign_off.yaml back as it was."))
    message = _("The signature “{signature}” is of {time}, before the one above it, of {before}.")
    message = message.format(signature=named(each), time=each.time, before=before.time)
    return Finding(each.at("time"), message, _("Set the machine's clock and sign again."))


@declare("A024", "signature_taken_away", Severity.ERROR)
def signature_taken_away(at: Span | None, count: int, where: str, commit: str = "") -> Finding:
    """Signatures that were given are no longer in sign_off.yaml, or not as they were given.

    The chain by itself cannot tell that its end was cut off or all of it written anew. The version control
    has all that was ever committed, packages carry the hashes, the record in dist has what was signed on
    this machine, and the folder `signed` the texts that were signed. Where none is at hand, as after
    `make clean` in a folder without git, nothing can be said: `sign --noted CODE` then asks for the code
    that was noted when it was signed.

    Way out: bring sign_off.yaml back from the version control.
    """
    message = ngettext(
        "{count} signature that {where} still has is gone from sign_off.yaml.",
        "{count} signatures that {where} still has are gone from sign_off.yaml.",
        count,
    )
    file = at.file if at else ""
    hint = _("Bring it back: git checkout {commit} -- {file}") if commit else ""
    hint = hint.format(commit=commit, file=file) or _("Bring sign_off.yaml back as it was.")
    return Finding(at, message.format(count=count, where=where), hint)


@declare("A031", "ssh_signature_bad", Severity.ERROR)
def ssh_signature_bad(each: Signature, why: str) -> Finding:
    """An SSH signature is not one of the person named.

    `issues/allowed_signers` says whose key is whose. The signature was copied or taken out, the name is
    another's, or the key is not in that file.

    Way out: enter the person's public key, or have the stage signed again with the right key.
    """
    message = _("The SSH signature of “{signature}” does not hold: {why}.")
    place = each.at("seal" if each.seal else "key")
    return Finding(place, message.format(signature=named(each), why=why), again(each))


@declare("A036", "key_not_used", Severity.ERROR)
def key_not_used(each: Signature) -> Finding:
    """Somebody who has a key signed without it.

    Whoever stands in `issues/allowed_signers` signs with the key: else anybody could sign in that name, and
    an SSH signature that was taken out would not be missed.

    Way out: have the stage signed again with `--key`, or take the person out of `issues/allowed_signers`.
    """
    message = _("{name} has a key in issues/allowed_signers, but signed {stage} without it.")
    hint = _("Sign with the key: {command} --key FILE")
    hint = hint.format(command=command(each.issue, each.stage, each.by, each.of))
    return Finding(each.at("by"), message.format(name=each.by, stage=each.stage), hint)


@declare("A038", "signature_form_unknown", Severity.ERROR)
def signature_form_unknown(each: Signature) -> Finding:
    """A signature is of a form that this version of the tool does not know.

    It was given with a newer version. What it covers cannot be worked out here, so it does not count.

    Way out: bring the tool up to date: `pip install --upgrade newsletter`.
    """
    message = _("The signature “{signature}” is of form {form}, which this version does not know.")
    said = message.format(signature=named(each), form=each.form)
    return Finding(each.at("form"), said, _("Bring newsletter up to date."))


@declare("A039", "sign_off_file_doubtful", Severity.ERROR)
def sign_off_file_doubtful(at: Span, names: Sequence[str]) -> Finding:
    """sign_off.yaml is a link to another file, or other files of signatures lie beside it.

    A link's target can be exchanged without a trace in this folder. Of several files only sign_off.yaml is
    read, so a signature in another one counts for nothing. Example: `sign_off (1).yaml` from a mail,
    `sign_off.yml`.

    Way out: put the file itself there; remove the copies.
    """
    if not names:
        message = _("《{file}》 is a link to another file.").format(file=at.file)
        return Finding(at, message, _("Put the file itself here."))
    message = _("Beside sign_off.yaml lies “{names}”, which is not read.").format(names=_(", ").join(names))
    return Finding(at, message, _("Keep only sign_off.yaml, the one with all signatures."))


@declare("A040", "signatures_side_by_side", Severity.NOTE)
def signatures_side_by_side(last: Sequence[Signature]) -> Finding:
    """Signatures were given side by side, on two branches or two machines, and nobody signed after both.

    They hold. But that one of them was taken away would not be seen by the chain, as with the last of any
    chain. The next signature carries on from all of them.

    Way out: none is needed where somebody still signs; 付印 is always last.
    """
    names = _(", ").join(f"“{named(each)}”" for each in last)
    message = _("Given side by side, and not yet carried on by one signature: {signatures}.")
    return Finding(last[-1].at(), message.format(signatures=names), _("The next signature joins them."))


@declare("A043", "signatures_in_conflict", Severity.ERROR)
def signatures_in_conflict(at: Span) -> Finding:
    """The version control has left its marks of a conflict in sign_off.yaml.

    Two people signed at the same time on two branches. Nothing is lost: every signature is one line, and
    all of them hold. `issues/*/sign_off.yaml merge=union` in .gitattributes, which `newsletter init`
    writes, joins them without a conflict.

    Way out: remove only the lines that begin with <<<<<<<, ======= and >>>>>>>, and keep all others.
    """
    message = _("《{file}》 holds a conflict of the version control from line {line} on.")
    hint = _("Remove the lines that begin with <<<<<<<, ======= and >>>>>>>; keep all signatures.")
    return Finding(at, message.format(file=at.file, line=at.line), hint)
