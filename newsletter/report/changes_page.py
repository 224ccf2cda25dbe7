"""What changed as a page of its own: the same section that the report has."""

import newsletter
from newsletter.comparison.compared import Comparison
from newsletter.language import _, language
from newsletter.report.changes_view import changes_view
from newsletter.report.html import TONGUES, template


def as_page(comparison: Comparison) -> str:
    """Return the changes as HTML that needs nothing else."""
    return template("changes.html.j2").render(
        language=TONGUES[language()],
        title=_("{slug}: from {old} to {new}").format(
            slug=comparison.slug, old=comparison.old.word, new=comparison.new.word
        ),
        changed=changes_view(comparison),
        tool=f"newsletter {newsletter.__version__}",
    )
