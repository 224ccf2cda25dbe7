"""The signatures that an issue needs before it may be printed, and those that it has."""

from newsletter.language import _
from newsletter.report.table import Table


def stages() -> tuple[str, ...]:
    """Return what is signed: three reviews, three proofs, the press proof."""
    return (
        _("first review"),
        _("second review"),
        _("final review"),
        _("first proof"),
        _("second proof"),
        _("third proof"),
        _("press proof"),
    )


def signatures() -> Table:
    """Return the signatures; none of them is given inside the tool yet."""
    rows = tuple((stage, _("missing"), "", "") for stage in stages())
    columns = (_("stage"), _("state"), _("signature"), _("date"))
    note = _("Signatures are given on the printed proof; this page has room for them.")
    return Table(_("Sign-offs"), columns, rows, note=note, key="signatures")
