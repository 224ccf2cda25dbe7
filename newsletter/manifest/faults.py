"""What can be wrong with the records of the manifests while they are read, in an editor's words."""

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.language import _
from newsletter.rulebook import declare


@declare("M001", "manifest_missing", Severity.ERROR)
def manifest_missing(at: Span) -> Finding:
    """A manifest file is not there.

    A publication has publication.yaml; an issue has issue.yaml, articles.yaml and, where its stories
    name photos, photos.yaml.

    Way out: bring the file back from the wastebasket, a copy or git. `newsletter new issue-007` makes a new
    issue with all of them.
    """
    message = _("《{file}》 is not there.").format(file=at.file)
    return Finding(at, message, _("Bring it back from the wastebasket, a copy or git."))


@declare("M002", "file_unreadable", Severity.ERROR)
def file_unreadable(at: Span, reason: str) -> Finding:
    """A file is there but the system does not let it be read.

    Mostly its permissions, a folder under a file's name, or a network drive that is gone.

    Way out: open the file in an editor as the user who runs the tool.
    """
    message = _("《{file}》 cannot be read: {reason}.").format(file=at.file, reason=reason)
    return Finding(at, message, _("Check the file's permissions."))


@declare("M010", "both_names", Severity.ERROR)
def both_names(at: Span, key: str, other: str, line: int) -> Finding:
    """A key stands under its English and its Chinese name in one record.

    The two names are one key, so this is the same key twice. The first is used until one is removed.

    Example: `headline: …` and `标题: …` in one story.
    """
    message = _("“{key}” and “{other}” in line {line} are one key.").format(key=key, other=other, line=line)
    return Finding(at, message, _("Keep one of them."))


@declare("M016", "manifest_empty", Severity.ERROR)
def manifest_empty(at: Span) -> Finding:
    """A manifest holds nothing.

    An empty file, or one with comments only, is mostly a save that went wrong.

    Way out: bring it back from the last version, or start from the sample issue. A new issue has no
    stories yet: `newsletter new issue-007 --article 标题` adds one.
    """
    hint = _("Start from the sample issue.")
    if at.file.endswith("/articles.yaml"):
        issue = at.file.split("/")[-2]
        hint = _("Add a story: newsletter new {issue} --article HEADLINE").format(issue=issue)
    return Finding(at, _("《{file}》 holds nothing.").format(file=at.file), hint)


@declare("M020", "unknown_key", Severity.ERROR)
def unknown_key(at: Span, key: str, meant: str, elsewhere: str) -> Finding:
    """A record holds a key that it does not know.

    A mistyped key would be left out of the paper without a word; so every unknown key holds the issue.

    Example: `heading: …` where `headline: …` is meant.
    """
    message = _("“{key}” is not a key of this record.").format(key=key)
    if meant:
        return Finding(at, message, _("Did you mean “{meant}”?").format(meant=meant))
    if elsewhere:
        return Finding(at, message, _("It belongs under “{place}”.").format(place=elsewhere))
    return Finding(at, message, _("Remove it, or put “#” before it to keep it as a comment."))


@declare("M021", "key_missing", Severity.ERROR)
def key_missing(at: Span, key: str, chinese: str) -> Finding:
    """A record lacks a key without which it cannot be used.

    A story and a photo have an id by which others name them and a file; a page has a number.
    The record is left out until the key is there.
    """
    message = _("“{key}” ({chinese}) is missing here.").format(key=key, chinese=chinese)
    return Finding(at, message, _("Add “{key}: …”.").format(key=key))


@declare("M022", "wrong_kind", Severity.ERROR)
def wrong_kind(at: Span, key: str, wanted: str, given: str, hint: str = "") -> Finding:
    """A value is of another kind than its key asks for.

    A number where a list is wanted, a list where text is wanted. The value is not used.

    Example: `photos: unveiling` must be `photos: [unveiling]`.
    """
    message = _("“{key}” must be {wanted}, not {given}.").format(key=key, wanted=wanted, given=given)
    return Finding(at, message, hint)


@declare("M023", "bad_date", Severity.ERROR)
def bad_date(at: Span, key: str, value: str, hint: str) -> Finding:
    """A date is not a day of the calendar, or not written year-month-day.

    Dates decide whether the permit is valid, so none is guessed at.

    Example: `date: 2026-06-31`; June has 30 days. Way out: `date: 2026-06-30`.
    """
    return Finding(at, _("“{value}” is no date for “{key}”.").format(key=key, value=value), hint)


@declare("M024", "not_a_choice", Severity.ERROR)
def not_a_choice(at: Span, key: str, value: str, choices: tuple[str, ...], meant: str) -> Finding:
    """A value is none of those that its key can have.

    Example: `rank: top`. Way out: one of lead, major, standard, brief, filler.
    """
    message = _("“{value}” is no “{key}”; it can be {choices}.")
    hint = _("Did you mean “{meant}”?").format(meant=meant) if meant else ""
    return Finding(at, message.format(key=key, value=value, choices=", ".join(choices)), hint)


@declare("M025", "out_of_range", Severity.ERROR)
def out_of_range(at: Span, key: str, value: str, wanted: str) -> Finding:
    """A number lies outside what its key can mean.

    A focus is two shares from 0 to 1, from the left and from the top; page, issue number and print run
    are at least 1.
    """
    message = _("“{value}” is out of range for “{key}”, which is {wanted}.")
    return Finding(at, message.format(key=key, value=value, wanted=wanted))


@declare("M026", "bad_id", Severity.ERROR)
def bad_id(at: Span, value: str) -> Finding:
    """An id holds a space or a mark.

    Ids are named in lists and waivers (`photos.yaml#unveiling`), so they are one word of letters, Han
    characters, digits, - and _.
    """
    message = _("“{value}” cannot be an id: letters, digits, “-” and “_” only.").format(value=value)
    return Finding(at, message, _("For example “{example}”.").format(example="sports-day-2"))


@declare("M040", "path_outside", Severity.ERROR)
def path_outside(at: Span, path: str) -> Finding:
    """A path leads out of the issue's folder.

    An issue must be whole in its folder, or it cannot be archived, handed over or built elsewhere; and
    a manifest from another hand must not make the tool read any file of this machine. So no absolute
    paths, no “..”, no symbolic links that lead out.

    Way out: copy the file into the issue's folder.
    """
    message = _("“{path}” leads out of the issue's folder.").format(path=path)
    return Finding(at, message, _("Copy the file into the issue's folder and name it from there."))


@declare("M041", "remote_address", Severity.ERROR)
def remote_address(at: Span, path: str) -> Finding:
    """A file is named by an address on the net, or given inline as data.

    What is printed must be in the issue's folder: nothing is fetched while an issue is built.

    Way out: download the file into the issue's folder.
    """
    message = _("“{path}” is an address, not a file of the issue.").format(path=path)
    return Finding(at, message, _("Download it into the issue's folder and name it from there."))


@declare("M042", "copy_missing", Severity.ERROR)
def copy_missing(at: Span, path: str, meant: str) -> Finding:
    """A story's copy is not where the manifest says.

    Way out: correct the path; capital letters count.
    """
    return Finding(at, _("There is no copy “{path}”.").format(path=path), _found_as(meant))


@declare("M043", "copy_empty", Severity.ERROR)
def copy_empty(at: Span, name: str) -> Finding:
    """A story's copy holds no text.

    A headline without a story would be printed over white.

    Way out: write the story, or take it out of articles.yaml.
    """
    message = _("The copy of “{name}” holds no text.").format(name=name)
    return Finding(at, message, _("Write the story, or take it out of articles.yaml."))


@declare("M044", "copy_in_no_story", Severity.WARNING)
def copy_in_no_story(at: Span) -> Finding:
    """A copy file lies in articles/ that no story names.

    It will not be printed. Mostly a story that was forgotten in articles.yaml, or an old version.

    Way out: name it in articles.yaml, or move it out of the folder.
    """
    message = _("No story names 《{file}》; it will not be printed.").format(file=at.file)
    return Finding(at, message, _("Name it in articles.yaml, or move it out of the folder."))


@declare("M045", "key_in_both_places", Severity.ERROR)
def key_in_both_places(at: Span, key: str, other: Span) -> Finding:
    """A key stands in articles.yaml and in the front matter of the copy.

    Two places for one headline drift apart. The one of articles.yaml is used until one is removed.
    """
    message = _("“{key}” stands in the front matter and in {file} line {line}.")
    return Finding(at, message.format(key=key, file=other.file, line=other.line), _("Keep one of them."))


@declare("P001", "photo_file_missing", Severity.ERROR)
def photo_file_missing(at: Span, path: str, meant: str) -> Finding:
    """A photo's file is not where the manifest says.

    Way out: correct the path; capital letters count, also in “.JPG”.
    """
    return Finding(at, _("There is no photo file “{path}”.").format(path=path), _found_as(meant))


def _found_as(meant: str) -> str:
    """Return the way out where a file is not there: the name that is meant, if one is."""
    if meant:
        return _("Did you mean “{meant}”?").format(meant=meant)
    return _("Put the file there, or correct its name here.")


@declare("C034", "reading_of_other_length", Severity.WARNING)
def reading_of_other_length(at: Span, name: str, reading: str) -> Finding:
    """A reading in names.yaml has not one syllable for each character of the name.

    Syllables are parted by spaces, so that each can stand over its character; this one is not used.

    Example: `解缙: Xièjìn`. Way out: `解缙: Xiè Jìn`.
    """
    message = _("“{reading}” has not one syllable for each character of “{name}”.")
    hint = _("Part the syllables by spaces: Xiè Jìn.")
    return Finding(at, message.format(reading=reading, name=name), hint)


@declare("M115", "known_name_twice", Severity.WARNING)
def known_name_twice(at: Span, name: str, line: int) -> Finding:
    """A name stands twice in names.yaml.

    The first is used. Two people of one name cannot be told apart by their names; give both offices to
    the one entry.

    Example: 周岚 in line 3 and in line 17. Way out: keep one entry; `office: [党委书记, 教授]` holds two
    offices.
    """
    message = _("“{name}” is in names.yaml already, in line {line}.").format(name=name, line=line)
    return Finding(at, message, _("Keep one of the two."))


@declare("M116", "known_name_malformed", Severity.WARNING)
def known_name_malformed(at: Span, name: str) -> Finding:
    """An entry of names.yaml is no personal name.

    A name has two characters or more, no figures and no marks but the · of names from other languages.
    Such an entry never finds anything, and mostly an office or a note was written in its place.

    Example: `- 王`, `- 王晓明（院长）`. Way out: `- {name: 王晓明, office: 院长}`.
    """
    message = _("“{name}” in names.yaml is no personal name.").format(name=name)
    return Finding(at, message, _("Write the name alone; the office goes to “office”."))


@declare("M117", "term_twice", Severity.WARNING)
def term_twice(at: Span, term: str, line: int) -> Finding:
    """A term stands twice in terms.yaml.

    The first is used; if the two give different advice, one of them is out of date.

    Way out: keep one of them.
    """
    message = _("“{term}” is in terms.yaml already, in line {line}.").format(term=term, line=line)
    return Finding(at, message, _("Keep one of the two."))


@declare("M118", "term_empty", Severity.WARNING)
def term_empty(at: Span) -> Finding:
    """An entry of terms.yaml has no word.

    It would be found everywhere or nowhere, and is not used.

    Example: `- {term: "", advice: …}`. Way out: write the word, or take the entry out.
    """
    return Finding(at, _("A term of terms.yaml is empty."), _("Write the word, or take the entry out."))
