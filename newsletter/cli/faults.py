"""What ends a command early, in one sentence on stderr, and the exit code it ends with."""

import errno
import sys
from typing import Any

import typer
from rich.text import Text

from newsletter.cli.parsing import did_you_mean, translated
from newsletter.cli.shape import INTERRUPTED
from newsletter.console.terminal import console
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _

FAILED = 3
MACHINES = {
    errno.ENOSPC: (N_("the disk is full"), N_("Make room on it.")),
    errno.EDQUOT: (N_("the disk is full"), N_("Make room on it.")),
    errno.EROFS: (N_("it may only be read there"), N_("Work in a folder that can be written.")),
    errno.EACCES: (N_("that is not allowed"), N_("Ask for the right to read and write the workspace.")),
    errno.EPERM: (N_("that is not allowed"), N_("Ask for the right to read and write the workspace.")),
    errno.EIO: (N_("the disk does not answer"), N_("Look whether the disk is still there.")),
    errno.EEXIST: (N_("something else has that name"), N_("Move it away, or give it another name.")),
    errno.ENOTDIR: (N_("something else has that name"), N_("Move it away, or give it another name.")),
    errno.EISDIR: (N_("something else has that name"), N_("Move it away, or give it another name.")),
    errno.ENAMETOOLONG: (N_("its name is too long"), N_("Give it a shorter name.")),
}
"""What the machine refuses, by its number: why, and the way out."""
USAGE = 2


def told(fault: BaseException) -> int:
    """Say what the fault is and return its exit code; our own faults are raised again."""
    if isinstance(fault, MachineFault):
        _say(fault.sentence, fault.hint)
        return fault.exit_code
    if isinstance(fault, OSError) and fault.errno in MACHINES:
        return _told_machine(fault)
    if isinstance(fault, typer.Abort | KeyboardInterrupt):
        return _interrupted()
    if hasattr(fault, "format_message") and hasattr(fault, "exit_code"):
        return _told_usage(fault)
    raise fault


def _told_machine(fault: OSError) -> int:
    """Say what could not be read or written, and the way out."""
    why, hint = MACHINES[fault.errno or 0]
    named = fault.filename or fault.filename2
    sentence = _("{file} cannot be read or written: {why}.") if named else _("Nothing can be written: {why}.")
    _say(sentence.format(file=named, why=_(why)), _(hint))
    return FAILED


def _interrupted() -> int:
    """Say that the work was broken off and return the code for it."""
    _say(_("Interrupted."), "")
    return INTERRUPTED


def _told_usage(fault: Any) -> int:
    """Say what is wrong with the command line, and where its help is."""
    context = getattr(fault, "ctx", None)
    path = context.command_path if context is not None else "newsletter"
    if not fault.format_message().strip() or type(fault).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(fault.format_message() + "\n")
        return USAGE
    _say(_sentence(fault), _("See {command}.").format(command=f"{path} --help"))
    return USAGE


def _sentence(fault: Any) -> str:
    """Return the parser's sentence in the language in use."""
    kind, hint = type(fault).__name__, _named(fault)
    if kind == "NoSuchOption":
        sentence = _("There is no option {option}.").format(option=fault.option_name)
        return did_you_mean(sentence, list(fault.possibilities or ()))
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=hint)
    if kind == "BadParameter" and hint:
        return _("{name} cannot be used: {why}").format(name=hint, why=translated(fault.message))
    return translated(fault.format_message())


def _named(fault: Any) -> str:
    """Return the argument or option that the fault is about."""
    parameter = getattr(fault, "param", None)
    if parameter is None:
        return str(getattr(fault, "param_hint", None) or "")
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(max(parameter.opts, key=len))


def _say(sentence: str, hint: str) -> None:
    shown = console(stderr=True)
    shown.print(Text(_("error") + _(": "), style="error").append(sentence, style="place"))
    if hint:
        shown.print(Text("  " + _("hint: {hint}").format(hint=hint), style="hint"))
