"""The specimen: two pages that show every rule of the composer at several measures.

Its copy is ``specimen.yaml``; `samples` reads it, `setting` sets each sample, `pages` makes pages of them,
`printing` takes those the way of every issue: markup, engine, press file.
"""

from newsletter.specimen.printing import specimen

__all__ = ["specimen"]
