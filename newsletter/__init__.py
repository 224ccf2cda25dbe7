"""A publishing toolkit for institutional print newsletters in Chinese."""

__version__ = "0.1.0"
