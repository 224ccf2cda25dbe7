"""The tool's commands, one table."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

import newsletter
from newsletter.cli.manner import Manner
from newsletter.cli.shape import Command, Family, Group
from newsletter.cli.shelf import Shelf
from newsletter.console.terminal import Colour
from newsletter.language import N_

DESCRIPTION = N_("Make a print newspaper of an institution: check it, make it up, build the file for press.")
EXAMPLES = N_("""\
newsletter init our-paper # a workspace with a sample issue
newsletter check # read the newest issue and say what is wrong
newsletter plan # its pages, with overset and short lines
newsletter build --press # the file for the print shop
""")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsletter {newsletter.__version__}")
        raise typer.Exit


def everywhere(
    context: typer.Context,
    directory: Annotated[
        Path, typer.Option("-C", metavar="DIR", help=N_("work in the workspace that DIR lies in"))
    ] = Path(),
    lang: Annotated[
        str,
        typer.Option(
            "--lang", metavar="zh|en", help=N_("language of messages; else NEWSLETTER_LANG, then the locale")
        ),
    ] = "",
    color: Annotated[
        Colour, typer.Option("--color", help=N_("colours; NO_COLOR and FORCE_COLOR are heeded"))
    ] = Colour.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help=N_("results only"))] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help=N_("a line for each stage, with its time"))
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=N_("show the version and exit")),
    ] = False,
) -> None:
    """Settle the manner of the run."""
    if lang and lang.lower()[:2] not in {"zh", "en"}:
        raise typer.BadParameter(f"'{lang}' is not one of 'zh', 'en'.", param_hint="--lang")
    context.obj = Manner(directory, quiet, verbose, color)


class Tool(Group):
    """The whole tool; a command's module is imported when the command is asked for."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        single = {row[0].partition(".")[2]: partial(_command, *row) for row in COMMANDS}
        self.commands = Shelf({**single, "layouts": _layouts, "press": _press})


def application() -> typer.Typer:
    """Return the tool with all its commands."""
    app = typer.Typer(
        name="newsletter",
        cls=Tool,
        help=DESCRIPTION,
        epilog=EXAMPLES,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(everywhere)
    return app


def function_of(place: str) -> Any:
    """Return the function that carries a command out; its place is module.name."""
    module, _dot, name = place.partition(".")
    return getattr(import_module(f"newsletter.cli.{module}"), name)


def _command(place: str, help: str, examples: str) -> Any:
    """Return a command."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    function = function_of(place)
    app.command(function.__name__, cls=Command, help=help, epilog=examples)(function)
    return typer.main.get_command(app)


def _family(name: str, place: str, texts: tuple[str, str], *, alone: bool) -> typer.Typer:
    """Return a command that has commands of its own; ``alone`` it does something too."""
    family = typer.Typer(
        name=name,
        cls=Family,
        help=texts[0],
        epilog=texts[1],
        invoke_without_command=alone,
        no_args_is_help=not alone,
        add_completion=False,
        rich_markup_mode=None,
    )
    family.callback()(function_of(place))
    return family


def _layouts() -> Any:
    """Return the command of layouts: the list by itself, and what begins a new one."""
    family = _family("layouts", "designs.layouts", LAYOUTS, alone=True)
    help, examples = NEW_LAYOUT
    family.command("new", cls=Command, help=help, epilog=examples)(function_of("designs.new"))
    return typer.main.get_command(family)


def _press() -> Any:
    """Return the commands about the press."""
    family = _family("press", "profiles.press", PRESS, alone=False)
    help, examples = PROFILES
    family.command("profiles", cls=Command, help=help, epilog=examples)(function_of("profiles.profiles"))
    return typer.main.get_command(family)


PRESS = (
    N_("What the print shop's press asks for: its printer profiles."),
    N_("""\
newsletter press profiles # which there are
newsletter press profiles newsprint # one of them, value by value
"""),
)
PROFILES = (
    N_("List the printer profiles, or show one with every value and where it comes from."),
    N_("""\
newsletter press profiles # the workspace's own and those that come with the tool
newsletter press profiles newsprint # every value: from which file and line, or a default
newsletter press profiles --format json # for machines
"""),
)
LAYOUTS = (
    N_("List the layouts, the workspace's own and those that come with the tool, or begin a new one."),
    N_("""\
newsletter layouts # with what is wrong with those that cannot be used
newsletter layouts --json # with every style
newsletter layouts new our-paper --from tabloid # one of your own
"""),
)
NEW_LAYOUT = (
    N_("Begin a layout of your own: another one's numbers to change; nothing is ever overwritten."),
    N_("""\
newsletter layouts new our-paper --from tabloid # into the workspace's layouts/
newsletter layouts new our-magazine --from magazine designs # into another folder
"""),
)
COMMANDS: tuple[tuple[str, str, str], ...] = (
    (
        "starting.init",
        N_("Make a workspace: a sample issue to change, or one story to fill in."),
        N_("""\
newsletter init our-paper # a copy of the sample issue
newsletter init our-paper --bare # one story and commented manifests
"""),
    ),
    (
        "starting.new",
        N_("Make the next issue from the last one's furniture, or add stories to an issue."),
        N_("""\
newsletter new # the next number
newsletter new issue-007 --from issue-005 # after another model
newsletter new issue-007 --article 开学典礼隆重举行 # a story for an issue
"""),
    ),
    (
        "making.check",
        N_("Check an issue by every rule that needs no typesetting."),
        N_("""\
newsletter check # the newest issue
newsletter check issue-007 --strict # warnings hold it too
newsletter check --format concise # a line for each finding
newsletter check --select L,A # what the law asks for, alone
newsletter check --fix # set right what needs no judgement
"""),
    ),
    (
        "making.plan",
        N_("Make an issue up and draw its pages, with what fits of every story and what was done for it."),
        N_("""\
newsletter plan # the newest issue
newsletter plan issue-007 --format json # findings and dummy.json
newsletter plan --capacity # the length that every story should have
"""),
    ),
    (
        "making.build",
        N_("Build an issue: print PDF, screen PDF, report; a draft is marked as one."),
        N_("""\
newsletter build # a draft of the newest issue
newsletter build issue-007 --press # the file for the print shop
newsletter build --afresh # everything again
"""),
    ),
    (
        "looking.preview",
        N_("Show the built pages in the terminal: as pictures, wireframes or text."),
        N_("""\
newsletter preview # the newest issue, as the terminal can
newsletter preview --page 1 --width 100 # one page, so many cells wide
newsletter preview --as text # the words in page order
"""),
    ),
    (
        "preflighting.preflight",
        N_("Hold any PDF against a printer profile: PDF/X, boxes, bleed, ink, colours, type, pictures."),
        N_("""\
newsletter preflight ad.pdf # by the publication's own printer profile
newsletter preflight ad.pdf --profile newsprint # by another
newsletter preflight ad.pdf --format json # with every page, checked and not checked
"""),
    ),
    (
        "signing.sign",
        N_("Sign a stage of the built issue, a story or a page; a later change makes the signature void."),
        N_("""\
newsletter sign issue-007 --stage 初审 --by 周岚 # the whole issue
newsletter sign issue-007 --stage 一校 --by 沈亦秋 --page 2 # one page; --story ID for a story
newsletter sign issue-007 --stage 付印 --by 陶景和 --key ~/.ssh/id_ed25519 # with an SSH key too
newsletter sign issue-007 --list # who signed what, what is void and why, who is missing
newsletter sign issue-007 --noted "5e21 6ece f595 82ab" # is the signature with this code still there
"""),
    ),
    (
        "pressing.impose",
        N_(
            "Set the press file on press sheets: folded, stitched or glued copies, or a proof of small pages."
        ),
        N_("""\
newsletter impose # as the layout is bound, on the printer profile's sheet
newsletter impose issue-007 --scheme saddle --creep 0.1 # stitched, drawn in for the paper's thickness
newsletter impose --scheme nup --pages 4 # four small pages on a sheet, to be read
newsletter impose --sheet 597x889 --pages 16 # signatures of 16 pages
"""),
    ),
    (
        "pressing.handoff",
        N_("Make the package for the print shop: press file, sheets, proof, press sheet, reports, seals."),
        N_("""\
newsletter handoff # the newest issue, once its press file is built
newsletter handoff issue-007 --sheet 597x889 # sheets of another size
"""),
    ),
    (
        "pressing.verify",
        N_("Verify a package at the print shop: every seal, every file, the press file again."),
        N_("""\
newsletter verify 光谷产教之窗_第1期_285x420mm_3000份_5f2c0a11.zip # no network, no workspace
"""),
    ),
    (
        "comparing.diff",
        N_(
            "Say what changed in an issue since a build, a signature or a git revision, sentence by sentence."
        ),
        N_("""\
newsletter diff # the newest issue: what changed since its last build
newsletter diff issue-007 --since 终审 # what is to be read again; exit code 1 where anything changed
newsletter diff issue-007 --since HEAD~3 --format html # both states laid out, pages side by side
newsletter diff issue-007 previous build --format html # what the last build changed
"""),
    ),
    (
        "yearly.status",
        N_("Say what is open today: copy and credits that lack, what holds each issue, builds, permit."),
        N_("""\
newsletter status # the issues on the desk, the next to be printed first
newsletter status --all # past issues too
newsletter status --format json # for machines
"""),
    ),
    (
        "yearly.index",
        N_("List the year: issues in their row, contributors in pinyin order, contents, what is due."),
        N_("""\
newsletter index # the year of the latest issue
newsletter index --year 2026 --format csv -o people.csv # contributors with counts, for Excel
newsletter index -o year.html # a page to print on A4
"""),
    ),
    (
        "proving.measure",
        N_("Measure how well the Chinese body text of any PDF is set, from the places of its glyphs."),
        N_("""\
newsletter measure dist/issue-001/issue-001.print.pdf # edges, spaces, marks, grid
newsletter measure ours.pdf theirs.pdf # side by side
newsletter measure paper.pdf --list # every line at fault
"""),
    ),
    (
        "proving.specimen",
        N_("Set a specimen: two pages with every rule of the typesetting at several measures."),
        N_("""\
newsletter specimen # specimen.pdf, in the tabloid's type
newsletter specimen --layout tabloid -o page.pdf # of another layout, under another name
"""),
    ),
    (
        "reference.rules",
        N_("List the rules."),
        N_("""\
newsletter rules # all of them
newsletter rules --desk L # what the law asks for
newsletter rules --severity error # what holds an issue
newsletter rules --authority 第十四条 # rules that cite an article
newsletter rules --desk L --authority none # advice, of which no law says anything
newsletter rules 日期 --fixable # rules with a word, of those that --fix sets right
"""),
    ),
    (
        "reference.explain",
        N_("Explain a rule: the fault, why it is one, an example, the way out, the authority."),
        N_("""\
newsletter explain L001
"""),
    ),
    (
        "reference.schema",
        N_("Print the JSON schema of what the tool writes for machines; without a name, list them."),
        N_("""\
newsletter schema # which there are
newsletter schema findings # of check --format json and report.json
newsletter schema changes # of diff --format json
"""),
    ),
    (
        "machine.fonts",
        N_("List the faces at hand, their characters and what they lack."),
        N_("""\
newsletter fonts
newsletter fonts --text 𬭎龘 # which face sets each character
"""),
    ),
    (
        "machine.doctor",
        N_("Examine this machine: programs, faces, printing conditions, layouts, the terminal."),
        N_("""\
newsletter doctor # what a build needs and whether it is there
newsletter doctor --json # for a bug report
"""),
    ),
)
"""Every command: its place, module.function, what it is for, examples."""
