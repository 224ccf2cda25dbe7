"""The plates of a page drawn from the file alone: ink where it lies, bleed as it is painted."""
