"""What can be wrong with a manifest file before anyone asks what it says."""

from newsletter.diagnostics import Finding, Severity, Span
from newsletter.language import _
from newsletter.rulebook import declare

OF_WORD = ("Word", "RTF")
"""How the names of what Word writes begin."""


@declare("M003", "not_utf_8", Severity.ERROR)
def not_utf_8(at: Span, encoding: str) -> Finding:
    """A file is not UTF-8 text.

    Every file is UTF-8, with or without a byte-order mark. A file saved by an older Chinese editor is
    often GBK; its characters would come out as others, or not at all. The file is not read.

    Way out: open it in the editor it was written with and save it as UTF-8. Of a Word file copy the text into
    the .md file, or have Word save it as plain text with the encoding UTF-8.
    """
    hint = _("Open it in the editor it was written with and save it as UTF-8.")
    message = _("The file is not UTF-8 text.")
    if encoding:
        message = _("The file is not UTF-8; it looks like {encoding}.").format(encoding=encoding)
    if encoding.startswith(OF_WORD):
        hint = _("In Word, save it as plain text with the encoding UTF-8.")
    return Finding(at, message, hint)


@declare("M004", "file_too_big", Severity.ERROR)
def file_too_big(at: Span, size: int, largest: int) -> Finding:
    """A manifest or copy file is larger than any newspaper needs.

    Manifests and copy are read whole. A file over 2 MB is no manifest: mostly a photo or a Word file
    under a wrong name. The file is not read.

    Way out: name the right file, or divide it.
    """
    message = _("The file has {size} bytes; a manifest or a story has at most {largest}.")
    return Finding(at, message.format(size=size, largest=largest), _("Is this the file that was meant?"))


@declare("M005", "yaml_syntax", Severity.ERROR)
def yaml_syntax(at: Span, problem: str, hint: str = "") -> Finding:
    """A manifest breaks the rules of YAML.

    The line named cannot be read, so nothing after it in this file could be checked; the other files
    were.

    Example: a bracket that is not closed, a line that is neither “key: value” nor “- item”.

    Way out: compare the line with the lines above it.
    """
    return Finding(at, problem, hint)


@declare("M006", "full_width_yaml_mark", Severity.ERROR)
def full_width_yaml_mark(at: Span, mark: str, meant: str) -> Finding:
    """A Chinese mark stands where YAML has an ASCII one.

    ：“ ” ，【 】＃ look like : " , [ ] # but are text to YAML. In the value of a key they are right and
    are printed; between key and value, in lists and before comments they are not.

    Example: `标题：成立大会` must be `标题: 成立大会`.

    Way out: type the mark with the Chinese input method switched off.
    """
    message = _("{mark} is a Chinese mark; YAML takes it for text here.").format(mark=mark)
    return Finding(at, message, _("Write {meant}.").format(meant=meant))


@declare("M007", "tab_for_indentation", Severity.ERROR)
def tab_for_indentation(at: Span) -> Finding:
    """A line is indented with a tab.

    YAML counts spaces to see what belongs to what; how wide a tab is, nobody can say.

    Way out: indent with two spaces.
    """
    return Finding(at, _("The line is indented with a tab."), _("Indent with two spaces."))


@declare("M008", "no_space_after_colon", Severity.ERROR)
def no_space_after_colon(at: Span, key: str) -> Finding:
    """A key is not parted from its value by a space.

    `rank:lead` is one word to YAML, as `8:30` is.

    Way out: `rank: lead`.
    """
    message = _("No space after the colon of “{key}”.").format(key=key)
    return Finding(at, message, _("Write “{key}: …”.").format(key=key))


@declare("M009", "duplicate_key", Severity.ERROR)
def duplicate_key(at: Span, key: str, line: int) -> Finding:
    """A key stands twice in one record.

    Only one of the two values can be meant, and nobody but the editor knows which. The first is used
    until then.

    Way out: remove one of them; a second story or photo begins with its own “- id:”.
    """
    message = _("“{key}” stands here for the second time; the first is in line {line}.")
    return Finding(at, message.format(key=key, line=line), _("Remove one; a new record begins with “- ”."))


@declare("M011", "yaml_reference", Severity.ERROR)
def yaml_reference(at: Span, mark: str) -> Finding:
    """A manifest uses anchors, aliases or merge keys.

    `&name`, `*name` and `<<` let one value stand in many places; a few lines of them can grow to more
    than any memory holds, and a reader of the manifest no longer sees what is printed.

    Way out: write the value out. A text that begins with & or * goes into quotes.
    """
    message = _("“{mark}” refers to another place of the file; manifests write values out.")
    return Finding(
        at, message.format(mark=mark), _("Write the value out; put text that begins so in quotes.")
    )


@declare("M012", "yaml_tag", Severity.ERROR)
def yaml_tag(at: Span, tag: str) -> Finding:
    """A manifest uses a YAML tag.

    `!name` tells a YAML reader to make an object of a value; manifests hold text and numbers only.

    Way out: remove the tag. A text that begins with ! goes into quotes.
    """
    message = _("“{tag}” is a YAML tag; manifests have none.").format(tag=tag)
    return Finding(at, message, _("Remove it; put text that begins with ! in quotes."))


@declare("M013", "nested_too_deep", Severity.ERROR)
def nested_too_deep(at: Span, deepest: int) -> Finding:
    """Lists and tables are nested deeper than any manifest needs.

    No record of the manifests is nested more than four deep. The file is not read.

    Way out: compare the brackets or the indentation with the sample issue.
    """
    message = _("Nested more than {deepest} deep.").format(deepest=deepest)
    return Finding(at, message, _("Compare with the sample issue."))


@declare("M014", "second_document", Severity.ERROR)
def second_document(at: Span) -> Finding:
    """A manifest file holds a second YAML document.

    `---` begins a new document; what follows it would not be read.

    Way out: remove the line.
    """
    return Finding(at, _("“---” begins a second document, which is not read."), _("Remove the line."))


@declare("M015", "key_not_text", Severity.ERROR)
def key_not_text(at: Span) -> Finding:
    """A key is a list or a table.

    Keys are words. A list or table in the place of a key mostly comes from a bracket too many.

    Way out: look for the colon after a bracket.
    """
    return Finding(
        at, _("A key must be a word, not a list or table."), _("Look for a colon after a bracket.")
    )
