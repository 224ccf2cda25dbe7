"""Printer profiles: what a shop's paper, ink and press ask of the pages; data in ``conditions/*.yaml``."""

from newsletter.condition.faults import ConditionError, printer_profile_unusable
from newsletter.condition.finding import SHIPPED, profile_names, shipped
from newsletter.condition.opening import Profile, open_condition, read_profile
from newsletter.condition.record import Colours, Condition, Inks, Marks, Overprint, PressSheet, SlugWord

__all__ = [
    "SHIPPED",
    "Colours",
    "Condition",
    "ConditionError",
    "Inks",
    "Marks",
    "Overprint",
    "PressSheet",
    "Profile",
    "SlugWord",
    "open_condition",
    "printer_profile_unusable",
    "profile_names",
    "read_profile",
    "shipped",
]
