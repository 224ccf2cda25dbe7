"""Who signed what they may not, what is still to be signed, why nothing can be, in an editor's words."""

import datetime
from collections.abc import Sequence

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Signature
from newsletter.language import _, ngettext
from newsletter.rulebook import declare
from newsletter.signing.chain import code_of
from newsletter.signing.naming import command, few, together


@declare("A027", "signed_twice_by_one", Severity.ERROR)
def signed_twice_by_one(at: Span | None, each: Signature, other: Signature) -> Finding:
    """One person signs two stages that need two people.

    The three reviews are of three people, and first and second proof of two: the point of each is another
    pair of eyes. A name is the same however it is written: 张三, 張三, 张 三, Zhang San. Two names that sign
    with one SSH key are one person.

    Way out: have another person sign.
    """
    message = _("{name} has signed {other} and cannot sign {stage} too.")
    if each.by != other.by:
        message = _("{known} has signed {other}; {name} is the same person and cannot sign {stage} too.")
    said = message.format(name=each.by, known=other.by, stage=each.stage, other=other.stage)
    return Finding(at, said, _("Have another person sign."))


@declare("A055", "signer_sounds_like_another", Severity.ERROR)
def signer_sounds_like_another(each: Signature, known: str) -> Finding:
    """A name that nobody knows sounds like that of an editor or of somebody who has signed.

    An input method offers 周兰 for 周岚. Signed so, one person would count as two, and a signature cannot be
    taken back. Nothing is signed.

    Way out: write the name as it is known. Is it another person, enter the name in names.yaml or under
    `editors` of publication.yaml.
    """
    message = _("“{name}” is not known and sounds like “{known}”.").format(name=each.by, known=known)
    return Finding(
        None,
        message,
        _("Write “{known}”, or enter “{name}” in names.yaml.").format(known=known, name=each.by),
    )


@declare("A056", "signed_already", Severity.NOTE)
def signed_already(each: Signature) -> Finding:
    """The same person has signed this already, and the signature holds.

    Nothing changed since, so nothing is signed again.

    Way out: none is needed. To add something, sign with `--note`.
    """
    message = _("{name} has signed {stage} already, and it holds; nothing is signed again.")
    return Finding(None, message.format(name=each.by, stage=each.stage))


@declare("A048", "signed_by_nobody", Severity.ERROR)
def signed_by_nobody(at: Span | None, each: Signature) -> Finding:
    """A signature has something that holds a name's place where the name should be: 待定, ×××.

    It is a person who answers for what was read. Example: `--by 待定`. Way out: have it signed under the
    reader's own name.
    """
    message = _("“{name}” is nobody's name and cannot sign {stage}.")
    hint = _("Sign under the reader's own name.")
    return Finding(at, message.format(name=each.by, stage=each.stage), hint)


@declare("A028", "stage_out_of_order", Severity.ERROR)
def stage_out_of_order(at: Span | None, stage: str, before: tuple[str, ...]) -> Finding:
    """A stage is signed before the one that it builds on.

    初审, 复审, 终审 follow one another, as do 一校, 二校, 三校, 通读; 付印 is last and needs all that the
    workspace asks for. A stage counts for another only where it stands before it in the chain: what was
    signed on another branch, its signer could not see.

    Way out: have the earlier stage signed first.
    """
    message = _("{stage} cannot be signed before {before}.").format(stage=stage, before=_(", ").join(before))
    return Finding(at, message, _("Have {before} signed first.").format(before=before[0]))


@declare("A029", "stage_unsigned", Severity.ERROR)
def stage_unsigned(
    at: Span | None, slug: str, stages: Sequence[str], stories: tuple[str, ...], void: Sequence[Signature]
) -> Finding:
    """Stages that the workspace asks for are not signed, or their signatures no longer hold.

    `sign_off: required` of publication.yaml says which stages are asked for before a press file is made or
    handed over. A stage is signed as a whole, or story by story, or page by page.

    Way out: `newsletter sign ISSUE --stage 终审 --by NAME`, the first one first.
    """
    message = _("{slug} is not signed: {stages} is missing for {stories}.")
    if not stories:
        message = ngettext(
            "{slug} is not signed: {stages} is missing.",
            "{slug} is not signed: {stages} are missing.",
            len(stages),
        )
    said = message.format(slug=slug, stages=_(", ").join(stages), stories=few(stories))
    if void:
        said += _(" Signed before, and void since: {signatures}.").format(signatures=together(void))
    last = next((each for each in reversed(void) if each.stage == stages[0]), None)
    of = last.of if last else f"story {stories[0]}" if stories else "issue"
    by = last.by if last else ""
    return Finding(
        at, said, _("Now to be signed: {command}").format(command=command(slug, stages[0], by, of))
    )


@declare("A030", "sign_off_not_settled", Severity.WARNING)
def sign_off_not_settled(at: Span | None) -> Finding:
    """publication.yaml does not say which signatures an issue needs before it goes to press.

    Three reviews and three proofs are the custom of the trade (advice; the law does not ask for them of
    internal publications). Until the house decides, nothing is refused. `required: []` asks for none.

    Way out: `sign_off: {required: [初审, 复审, 终审, 一校, 二校, 三校, 付印]}`.
    """
    message = _("“sign_off: required” is not there: nobody has to sign before the issue is printed.")
    return Finding(at, message, _("Write the stages that must be signed, or [] for none."))


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


@declare("A035", "asked_for_less", Severity.ERROR)
def asked_for_less(at: Span | None, each: Signature, left_out: Sequence[str]) -> Finding:
    """publication.yaml asks for fewer signatures than when this issue was last signed.

    Every signature carries the stages that were asked for when it was given. To leave one out afterwards is
    to print what nobody has read at that stage.

    Way out: ask for them again; or, where the house has decided so, have the last stage signed once more:
    that signature then says what is asked for now.
    """
    message = _("{stages} is no longer asked for; it was when {name} signed {stage}.")
    said = message.format(stages=_(", ").join(left_out), name=each.by, stage=each.stage)
    hint = _("Ask for it again under “sign_off: required”, or have {stage} signed again.")
    return Finding(at, said, hint.format(stage=each.stage))


@declare("A037", "clock_behind", Severity.ERROR)
def clock_behind(file: str, then: datetime.datetime) -> Finding:
    """The machine's clock is behind what would be signed.

    A signature would be dated before the text or the pages that it is over: the clock was set back, or is
    wrong.

    Way out: set the clock. Where it is right, the file's own date is wrong: save it again.
    """
    message = _("The machine's clock has not reached {then}, the time of {file}.")
    said = message.format(file=file, then=f"{then:%Y-%m-%d %H:%M}")
    return Finding(None, said, _("Set the machine's clock; where it is right, save the file again."))


@declare("A041", "noted_signature_gone", Severity.ERROR)
def noted_signature_gone(at: Span, code: str) -> Finding:
    """No signature has the code that was noted.

    Every signature has a code, shown when it is given, by `sign --list` and on the press sheet. It stands
    for that signature and for all before it. Where it is no longer there, signatures were taken away or
    written anew after it was noted.

    Way out: read the code again; is it right, bring sign_off.yaml back from the version control.
    """
    message = _("No signature has the code “{code}”.").format(code=code_of(code))
    return Finding(at, message, _("Read the code again; is it right, bring sign_off.yaml back as it was."))


@declare("A042", "asked_for_less_since", Severity.WARNING)
def asked_for_less_since(at: Span | None, day: str, left_out: Sequence[str]) -> Finding:
    """publication.yaml asked for more signatures while this issue was already being made.

    The version control has it. For this issue nobody signed while more was asked for, so that no signature
    tells of it.

    Way out: ask for them again, or let the house decide that this issue goes without.
    """
    message = _("{stages} was asked for on {day}, when this issue was already begun, and is no longer.")
    said = message.format(stages=_(", ").join(left_out), day=day)
    return Finding(at, said, _("Ask for it again under “sign_off: required”, or leave it as decided."))


@declare("A044", "signatures_unproven", Severity.WARNING)
def signatures_unproven(at: Span, bare: Sequence[Signature]) -> Finding:
    """Nothing outside sign_off.yaml proves its signatures.

    Whoever writes the whole file anew leaves no trace in it. That is found by what others keep: the version
    control, a package handed over, the record in dist of the machine on which it was signed, an SSH
    signature. Where none of them has these signatures, only the code is left that was noted when they were
    given.

    Way out: ask the last to sign for the code, and run `newsletter sign ISSUE --noted CODE`: a code that is
    there is remembered as a proof. Or commit sign_off.yaml as soon as it is signed.
    """
    message = ngettext(
        "Nothing outside sign_off.yaml proves this signature: {signatures}.",
        "Nothing outside sign_off.yaml proves these signatures: {signatures}.",
        len(bare),
    )
    hint = _("Ask {name} for the code noted, and run: newsletter sign {issue} --noted CODE")
    last = bare[-1]
    said = message.format(signatures=together(bare))
    return Finding(at, said, hint.format(name=last.by, issue=last.issue))
