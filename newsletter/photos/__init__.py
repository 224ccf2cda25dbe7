"""Photos: measured from their headers, converted for press and screen; only user of the image library."""

from typing import TYPE_CHECKING

from newsletter.later import later
from newsletter.photos.fault import PhotoFault
from newsletter.photos.headers import MOST_PIXELS
from newsletter.photos.measure import measure, probe

if TYPE_CHECKING:
    from newsletter.photos.converting import Made, Progress, convert, convert_screen
    from newsletter.photos.lettering import lettered
    from newsletter.photos.resolution import effective_ppi
    from newsletter.photos.work import Picture, Placement

__all__ = [
    "MOST_PIXELS",
    "Made",
    "PhotoFault",
    "Picture",
    "Placement",
    "Progress",
    "convert",
    "convert_screen",
    "effective_ppi",
    "lettered",
    "measure",
    "probe",
]

# Checking an issue measures photos and converts none.
__getattr__ = later(
    __name__,
    {
        "Made": "converting",
        "Progress": "converting",
        "convert": "converting",
        "convert_screen": "converting",
        "effective_ppi": "resolution",
        "lettered": "lettering",
        "Picture": "work",
        "Placement": "work",
    },
)
