"""What a package's press file is held against: it stands in the manifest, the shop has no workspace."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from newsletter.condition import SHIPPED, Condition
from newsletter.handoff.job import PrintJob
from newsletter.lengths import Mm
from newsletter.markup import title_of
from newsletter.press.expectation import Expectation
from newsletter.release import print_name

PRESS_FILE = "press_file"


def facts_of(job: PrintJob) -> dict[str, Any]:
    """Return the facts as they stand in the manifest: what is printed, and the limits of its condition."""
    return {
        "title": title_of(job.issue),
        "issue": job.issue.slug,
        PRESS_FILE: print_name(job.issue.slug),
        "width_mm": job.layout.trim.width,
        "height_mm": job.layout.trim.height,
        "bleed_mm": job.layout.bleed,
        "pages": job.pages,
        "run": job.run,
        "readings": job.readings,
        **({"sign_off": [each.hash for each in job.signed]} if job.signed else {}),
        "condition": job.condition.model_dump(mode="json", exclude={"icc"}),
    }


def expectation(facts: Mapping[str, Any]) -> Expectation | None:
    """Return what the facts of a manifest expect; none where they say nothing that can be used."""
    try:
        return Expectation(
            width=Mm(float(facts["width_mm"])),
            height=Mm(float(facts["height_mm"])),
            bleed=Mm(float(facts["bleed_mm"])),
            page_count=int(facts["pages"]),
            condition=_condition(facts["condition"]),
            readings={(int(page), float(size)): int(count) for page, size, count in facts["readings"]},
        )
    except (KeyError, TypeError, ValueError, ValidationError):
        return None


def _condition(written: Mapping[str, Any]) -> Condition:
    """Return the condition with its limits; the profile itself is in the press file, so any stands for it."""
    profile = next(iter(sorted(SHIPPED.glob("*.icc"))))
    return Condition.model_validate({**written, "icc": profile})
