"""The press sheet (付印单): one page of A4 that says what is ordered, sealed, and room to sign; markup."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from newsletter.handoff.job import PrintJob
from newsletter.handoff.sealing import sha256
from newsletter.language import _
from newsletter.signing.naming import minute
from newsletter.stage import Stage
from newsletter.stripping.wording import scheme_name

Row = tuple[str, str]
_COLUMNS = "<colgroup><col class=name><col><col class=name><col></colgroup>"
_LONG = 19.0
"""Em that half of the sheet holds in one line."""
WIDTH, HEIGHT = 210, 297
_STYLE = f"""
@page {{ size: {WIDTH}mm {HEIGHT}mm; margin: 0 }}
html {{ font: 9.5pt/14pt 'Newsletter Song'; color: device-cmyk(0 0 0 1) }}
body {{ margin: 0; padding: 16mm 18mm 0 }}
header {{ display: flex; justify-content: space-between; align-items: flex-end; border-bottom: 1.2pt solid;
  padding-bottom: 2.5mm; margin-bottom: 3.5mm }}
h1 {{ font: 900 25pt/28pt 'Newsletter Song'; letter-spacing: .18em; margin: 0 }}
.issue {{ text-align: right; font: 500 11.5pt/16pt 'Newsletter Hei' }}
h2 {{ font: 700 9.5pt/14pt 'Newsletter Hei'; margin: 4mm 0 1mm }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed }}
td {{ border: .4pt solid; padding: .75mm 2mm; vertical-align: top }}
col.name {{ width: 25mm }}
td.label {{ font: 8.5pt/14pt 'Newsletter Hei'; background: device-cmyk(0 0 0 .08) }}
.files td {{ font: 8pt/11.5pt 'Newsletter Hei' }}
.files .size {{ width: 24mm; text-align: right }}
.files .hash {{ width: 92mm; letter-spacing: -.01em; font-size: 6.6pt }}
.code {{ border: 1.2pt solid; padding: 2mm 3mm; margin-top: 3mm; font: 8.5pt/13pt 'Newsletter Hei' }}
.code b {{ font: 700 11pt/16pt 'Newsletter Hei'; letter-spacing: .04em; display: block }}
.sign td {{ height: 14mm; font: 8.5pt/13pt 'Newsletter Hei' }}
.note {{ font: 7.5pt/11pt 'Newsletter Hei'; margin-top: 2.5mm }}
"""
_TIGHT = "body { padding-top: 10mm } .sign td { height: 9mm } h2 { margin-top: 2.5mm }"


def press_sheet(job: PrintJob, files: Mapping[str, bytes], manifest: bytes, *, tight: bool = False) -> str:
    """Return the markup: order, permit, files with their hashes, the manifest's hash, room to sign.

    ``tight`` leaves less room to write, for orders with much to say.
    """
    parts = (
        _head(job),
        _section(_("Permit"), _table(_permit(job))),
        _section(_("Order"), _table(_order(job))),
        _section(_("Files"), _files(files)),
        _code(sha256(manifest)),
        _section(_("Sign-offs"), _table(_sign_offs(job))) if job.signed else "",
        _section(_("Signatures"), _signatures(job)),
        "" if tight else _section(_("Remarks"), '<table class="sign"><tr><td></td></tr></table>'),
        f'<p class="note">{escape(_note(job))}</p>',
    )
    title = escape(_("Press sheet"))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}{_TIGHT if tight else ''}</style></head><body>{''.join(parts)}</body></html>"
    )


def _head(job: PrintJob) -> str:
    sheet = job.issue.sheet
    number = _("No. {number}, {total} in all").format(number=sheet.number or "—", total=sheet.total or "—")
    name, day = escape(job.issue.publication.name), escape(_day(sheet.date))
    return (
        f"<header><h1>{escape(_('Press sheet'))}</h1>"
        f'<div class="issue">{name}<br>{escape(number)}　{day}</div></header>'
    )


def _permit(job: PrintJob) -> tuple[Row, ...]:
    publication = job.issue.publication
    permit = publication.permit
    until = _("{start} to {end}").format(start=_day(permit.valid_from), end=_day(permit.valid_until))
    return (
        (_("permit number"), f"{permit.label} {permit.number}".strip()),
        (_("publisher"), publication.publisher),
        (_("notice"), publication.notice),
        (_("permit valid"), until),
        (_("approved format"), permit.approved.format),
        (_("recipients"), publication.recipients),
        (_("samples due"), _day(job.samples_due)),
    )


def _order(job: PrintJob) -> tuple[Row, ...]:
    printer = job.issue.publication.printer
    flat = job.flat
    sheet = f"{flat.sheet.name} {_('{size} mm').format(size=flat.sheet.size)}".strip()
    made = _("{scheme}; sheets of {sheet}: {count} a copy").format(
        scheme=scheme_name(flat.scheme), count=_number(flat.sheets_a_copy), sheet=sheet
    )
    return (
        (_("printer"), printer.name),
        (_("printer's licence"), printer.licence),
        (_("print date"), _day(job.print_date)),
        (_("print run"), f"{job.run}"),
        (
            _("trimmed size"),
            _("{size} mm ({count} to a full sheet)").format(size=job.size, count=job.of_sheet),
        ),
        (_("pages"), str(job.pages)),
        (_("printed sheets"), _("{sheets} a copy").format(sheets=_number(job.printed_sheets))),
        (_("paper needed"), _("{reams} reams without spoilage").format(reams=_number(job.reams))),
        (_("stock"), job.condition.called),
        (
            _("inks"),
            _("4 + 4: cyan, magenta, yellow, black; {registry}").format(registry=job.condition.registry),
        ),
        (_("folding, binding"), made),
    )


def _table(rows: Iterable[Row]) -> str:
    """Return rows of label and value, two beside each other where neither is long."""
    lines: list[list[Row]] = []
    for row in rows:
        beside = lines and len(lines[-1]) == 1 and not _is_long(lines[-1][0]) and not _is_long(row)
        if beside:
            lines[-1].append(row)
        else:
            lines.append([row])
    return f"<table>{_COLUMNS}{''.join(_line(line) for line in lines)}</table>"


def _line(line: Sequence[Row]) -> str:
    """Return one row of the table; a single pair takes its whole width."""
    span = ' colspan="3"' if len(line) == 1 else ""
    cells = (
        f'<td class="label">{escape(label)}</td><td{span}>{escape(value) or "—"}</td>'
        for label, value in line
    )
    return f"<tr>{''.join(cells)}</tr>"


def _is_long(row: Row) -> bool:
    """Return whether a value needs the sheet's whole width."""
    return sum(0.5 if each.isascii() else 1.0 for each in row[1]) > _LONG


def _files(files: Mapping[str, bytes]) -> str:
    """Return every file with its size and its whole hash."""
    rows = "".join(
        f'<tr><td>{escape(name)}</td><td class="size">{len(files[name]):,} B</td>'
        f'<td class="hash">{sha256(files[name])}</td></tr>'
        for name in sorted(files)
    )
    return f'<table class="files">{rows}</table>'


def _code(code: str) -> str:
    """Return the manifest's hash in groups that can be read aloud."""
    groups = " ".join(code[start : start + 4] for start in range(0, len(code), 4))
    said = escape(_("Code of this package (SHA-256 of manifest.json); newsletter verify shows the same:"))
    return f'<div class="code">{said}<b>{groups[:39]}</b><b>{groups[40:]}</b></div>'


def _signatures(job: PrintJob) -> str:
    """Return room to sign for the editors named and for the shop."""
    posts = [f"{post.role}　{post.name}" for post in job.issue.publication.editors[:3]]
    posts.append(f"{_('for the printer')}　{job.issue.publication.printer.name}")
    date = escape(_("signature, date"))
    cells = [f"<td>{escape(post)}<br>{date}</td>" for post in posts]
    if len(cells) % 2:
        cells.append("<td></td>")
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return '<table class="sign">' + "".join(f"<tr>{one}{two}</tr>" for one, two in pairs) + "</table>"


def _sign_offs(job: PrintJob) -> Iterator[Row]:
    """Yield the stages signed: their people, when the last signed; then the code that stands for them all."""
    holding = [each for each in job.signed if each.holds]
    for stage in Stage:
        if mine := [each for each in holding if each.stage == stage]:
            people = _(", ").join(dict.fromkeys(each.by for each in mine))
            yield str(stage), f"{people} {minute(mine[-1].time)[5:]}"
    yield _("its code"), _(", ").join(each.code for each in job.signed if each.end)


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}"


def _note(job: PrintJob) -> str:
    return _(
        "The shop checks the original permit, prints no copy beyond the run and keeps one copy for two "
        "years. Samples go to the issuing authority by {day}."
    ).format(day=_day(job.samples_due))


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else "—"
