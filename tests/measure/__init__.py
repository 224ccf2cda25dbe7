"""Sheets with planted faults, and whether the measure sees them."""
