"""The output intent: the printing condition with its profile inside."""

from functools import lru_cache
from pathlib import Path

import pikepdf

from newsletter.condition import Condition
from newsletter.press.level import level_of

_MAJOR_VERSION = 8
REGISTRY = "http://www.color.org"


def set_output_intent(pdf: pikepdf.Pdf, condition: Condition) -> None:
    """Set the one GTS_PDFX intent: registry name, registry, profile embedded.

    The engine writes the profile's own description where ISO 15930-7 wants the registry name
    (WeasyPrint 70), so its intents are replaced. PDF 1.4 knows no ICC 4 profile: there the registry
    name alone says it (ISO 15930-4).
    """
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String(condition.registry),
        OutputCondition=pikepdf.String(condition.description or condition.title.en or condition.name),
        RegistryName=pikepdf.String(REGISTRY),
        Info=pikepdf.String(condition.title.en or condition.name),
    )
    profile = profile_bytes(condition.icc)
    if level_of(condition).modern or profile[_MAJOR_VERSION] < 4:
        embedded = pikepdf.Stream(pdf, profile)
        embedded["/N"] = 4
        intent["/DestOutputProfile"] = pdf.make_indirect(embedded)
    pdf.Root["/OutputIntents"] = pikepdf.Array([pdf.make_indirect(intent)])


@lru_cache(maxsize=4)
def profile_bytes(path: Path) -> bytes:
    """Return a profile's bytes."""
    return path.read_bytes()
