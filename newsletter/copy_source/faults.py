"""What copy can hold that print cannot, and what was set right on the way in."""

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.language import _, ngettext
from newsletter.rulebook import declare


@declare("C001", "raw_html", Severity.ERROR)
def raw_html(at: Span, tag: str) -> Finding:
    r"""Copy holds an HTML tag.

    Copy is text; how it looks is the layout's business. The tag would be printed as it stands, since a
    manuscript from another hand must not bring in markup.

    Example: `<b>重点</b>` pasted from a web page. Way out: `**重点**`. A real < is written `\<`.
    """
    message = _("“{tag}” is HTML and would be printed as it stands.").format(tag=tag)
    return Finding(at, message, _("Remove it; **bold** and *emphasis* are written with stars."))


@declare("C002", "table_cannot_be_set", Severity.ERROR)
def table_cannot_be_set(at: Span, columns: int, most: int) -> Finding:
    """A table has more columns than a page can hold.

    A table is set as wide as its story at most, each column wide enough for a few characters; with more
    than twelve nothing can be read. The table is left out of the story, so the issue is held.

    Way out: turn rows and columns, divide the table in two, or write it as a list.
    """
    message = _("A table of {columns} columns cannot be set; the most is {most}.")
    hint = _("Turn rows and columns, or divide the table in two.")
    return Finding(at, message.format(columns=columns, most=most), hint)


@declare("C003", "photo_in_copy", Severity.ERROR)
def photo_in_copy(at: Span, path: str) -> Finding:
    """Copy holds a picture.

    A photo needs its caption, its credit and the point that no crop may lose; so it goes into
    photos.yaml, and its id into the story's `photos`. The picture is left out of the story.
    """
    message = _("The picture “{path}” stands in the copy.").format(path=path)
    return Finding(at, message, _("Photos go into photos.yaml, their ids into the story's “photos”."))


@declare("C004", "link_in_copy", Severity.WARNING)
def link_in_copy(at: Span, text: str, address: str) -> Finding:
    """Copy holds a link.

    Paper has no links: the words are printed, the address is not.

    Way out: write the address out where readers need it, else take the link away.
    """
    message = _("The words “{text}” are printed, their link to {address} is not.")
    return Finding(
        at, message.format(text=text, address=address), _("Write the address out, or take it away.")
    )


@declare("C005", "code_in_copy", Severity.ERROR)
def code_in_copy(at: Span) -> Finding:
    """Copy holds a block of code.

    A newspaper has no type for program text. The block is left out of the story, so the issue is held.

    Way out: take the lines of ``` away, or leave the block out.
    """
    return Finding(at, _("A block of code cannot be set."), _("Take the lines of ``` away."))


@declare("C006", "headline_in_copy", Severity.NOTE)
def headline_in_copy(at: Span, text: str) -> Finding:
    """A `#` heading in the copy was taken as the story's headline.

    The manifest names no headline for the story, so the heading at the top of the copy serves.
    """
    return Finding(at, _("“{text}” is taken as the headline, for the manifest has none.").format(text=text))


@declare("C007", "second_headline", Severity.WARNING)
def second_headline(at: Span, text: str) -> Finding:
    """The copy has a `#` heading besides the story's headline.

    A story has one headline, that of the manifest; the heading is set as a crosshead.

    Way out: remove it where it repeats the headline, else write `##`.
    """
    message = _("“{text}” is a second headline; it is set as a crosshead.").format(text=text)
    return Finding(at, message, _("Remove it, or write “##”."))


@declare("C008", "deep_heading", Severity.NOTE)
def deep_heading(at: Span, text: str) -> Finding:
    """The copy has a heading below the crossheads.

    Stories have one level of crossheads, `##`; deeper headings are set like them.
    """
    return Finding(at, _("“{text}” is set as a crosshead.").format(text=text), _("Write “##”."))


@declare("C009", "rule_in_copy", Severity.WARNING)
def rule_in_copy(at: Span) -> Finding:
    """The copy has a line of `---` or `***`.

    Rules belong to the layout; the line is not set.

    Way out: remove it, or divide the story with a crosshead.
    """
    return Finding(at, _("A rule in the copy is not set."), _("Remove it, or write a crosshead “## …”."))


@declare("C010", "code_mark", Severity.WARNING)
def code_mark(at: Span, text: str) -> Finding:
    """The copy has words between backticks.

    They are printed as all others; the backticks are not.
    """
    return Finding(at, _("“{text}” is printed without its backticks.").format(text=text), _("Remove them."))


@declare("C011", "set_right", Severity.NOTE, authority="gb15834-2011", fixable=True)
def set_right(at: Span, what: str, changes: int) -> Finding:
    """Punctuation and spaces were set right on the way in.

    ASCII marks next to Han characters, straight quotation marks, “...”, “--”, full-width digits and
    letters and stray spaces are put into the form of print. What is printed is the text set right; the
    file is as it was.

    Way out: `newsletter check --fix` writes the changes back.
    """
    message = ngettext("Set right: {what}.", "Set right in {count} places: {what}.", changes)
    return Finding(at, message.format(what=what, count=changes))


@declare("C012", "invisible_character", Severity.WARNING, fixable=True)
def invisible_character(at: Span, codes: str) -> Finding:
    """The text holds characters that cannot be seen.

    Zero-width spaces, direction marks, soft hyphens and control characters come with text from the web
    or from chat. They break searching and typesetting; they are left out.
    """
    return Finding(at, _("Characters that cannot be seen are left out: {codes}.").format(codes=codes))


@declare("C020", "hard_line_break", Severity.NOTE)
def hard_line_break(at: Span) -> Finding:
    """A line of the copy ends with two spaces or a backslash.

    Markdown takes that for a break inside the paragraph; prose has none, the lines are joined. Where
    every line of a paragraph but the last ends so, three lines at least (two in a quotation), it is verse
    and set line by line.

    Way out: an empty line between them makes two paragraphs; verse can also stand between ```诗 and ```.
    """
    return Finding(at, _("A break inside a paragraph is not set."), _("Put an empty line between the two."))


@declare("C095", "lines_run_together", Severity.WARNING, fixable=True)
def lines_run_together(at: Span, words: str, count: int, *, verse: bool = False) -> Finding:
    """Lines of the copy that look like paragraphs of their own are set as one paragraph.

    Text pasted from Word has a line for each paragraph and no empty line between; in Markdown such lines
    are one paragraph. A line counts that follows the end of a sentence, a soft return (Shift and Enter in
    Word) or a line much shorter than the others, or begins with an indent, a dot of a list or a number
    such as 一、 or 1、; and so does each of several short lines, as a poem has them.

    Way out: an empty line between paragraphs; items of a list begin with “- ”; a poem stands between
    ```诗 and ```. `newsletter check --fix` puts the empty lines in, but not into what may be a poem.
    """
    message = ngettext(
        "“{words}” is set in one paragraph with the line before it.",
        "From “{words}” on, {count} lines are each set in one paragraph with the line before.",
        count,
    )
    hint = _("Put an empty line between paragraphs; begin items of a list with “- ”.")
    if verse:
        hint = _("Put an empty line between paragraphs; put a poem between ```诗 and ```.")
    return Finding(at, message.format(words=words, count=count), hint)


@declare("C096", "tab_between_words", Severity.WARNING, fixable=True)
def tab_between_words(at: Span, words: str) -> Finding:
    """A tab parts words of the copy, as in a table pasted from Word or Excel.

    Tabs are no part of printed text: the columns run together, 姓名 and 班级 into 姓名班级.

    Way out: write a table, `| 姓名 | 班级 |` with `| --- | --- |` under its head,
    or a mark between the words. `newsletter check --fix` makes a table of lines that have equally many
    columns.
    """
    message = _("“{words}”: what a tab parts runs together in print.").format(words=words)
    return Finding(at, message, _("Write it as a table: | 姓名 | 班级 |, under its head | --- | --- |."))


@declare("C031", "note_undefined", Severity.ERROR)
def note_undefined(at: Span, label: str) -> Finding:
    """The copy mentions a note that it does not hold.

    A raised number would send the reader to a note that is not there.

    Example: `…说[^1]。` without a line `[^1]: …`. Way out: write the note, or take the mention away.
    """
    message = _("The note “{label}” is mentioned and not written.").format(label=label)
    return Finding(at, message, _("Write “[^{label}]: …” under the copy.").format(label=label))


@declare("C032", "note_unmentioned", Severity.ERROR)
def note_unmentioned(at: Span, label: str) -> Finding:
    """The copy holds a note that is mentioned nowhere.

    Notes are numbered in the order of their mention; this one has no number and is left out of the
    story, so the issue is held.

    Way out: write `[^1]` where the note belongs, or take the note away.
    """
    message = _("The note “{label}” is mentioned nowhere and left out.").format(label=label)
    return Finding(at, message, _("Write “[^{label}]” where it belongs.").format(label=label))


@declare("C033", "note_defined_twice", Severity.ERROR)
def note_defined_twice(at: Span, label: str) -> Finding:
    """The copy holds two notes of one label.

    The first one is set, the second left out, so the issue is held.

    Way out: give one of them another label.
    """
    message = _("There is a second note “{label}”; it is left out.").format(label=label)
    return Finding(at, message, _("Give it another label."))


@declare("C036", "table_row_too_long", Severity.ERROR)
def table_row_too_long(at: Span, cells: int, columns: int) -> Finding:
    r"""A row of a table has more cells than its head.

    Nobody can say under which heading the cells at its end belong; they are left out, so the issue is
    held. A row with fewer cells is filled with empty ones.

    Example: a head `| 姓名 | 班级 |` and a row `| 江䶮 | 光电2601 | 一等奖 |`. Way out: give the head as
    many cells; a | that is text is written `\|`.
    """
    message = _("This row has {cells} cells, the table's head {columns}.")
    return Finding(at, message.format(cells=cells, columns=columns), _("Give the head as many cells."))


@declare("C037", "table_not_recognised", Severity.ERROR)
def table_not_recognised(at: Span) -> Finding:
    """Lines that look like a table are none.

    A table has a head, and under it a line of as many `---` between | as the head has cells. Else its
    lines are printed as they stand, with all their strokes.

    Way out: make the line under the head agree with it, and put an empty line before the head.
    """
    message = _("These lines look like a table, but the line of --- does not agree with the head.")
    return Finding(at, message, _("Put as many “---” between | as the head has cells."))


@declare("C038", "deep_list", Severity.NOTE)
def deep_list(at: Span, text: str) -> Finding:
    """A list stands inside a list inside a list.

    A column of a newspaper has room for two levels; deeper ones are set like the second.

    Way out: make a crosshead or a paragraph of the first level.
    """
    message = _("“{text}” is set at the second level of the list.")
    return Finding(at, message.format(text=text), _("Lists have two levels."))


@declare("M046", "front_matter_not_closed", Severity.ERROR)
def front_matter_not_closed(at: Span) -> Finding:
    """The copy begins with `---` and no second `---` follows.

    What lies between two lines `---` at the top of the copy is front matter, in YAML. Without the
    second line nobody can say where the story begins.
    """
    return Finding(at, _("The front matter is not closed."), _("Put a line “---” before the story begins."))
