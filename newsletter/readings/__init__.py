"""Readings (注音) that the tool adds where an issue or a story asks for them: `ruby: rare`.

What an editor writes as `{字|zì}` stands and wins; the tool reads the rare characters beside it (`rare`),
names as names (`people`), the first time in each story (`story`).
"""

from newsletter.readings.annotating import annotate

__all__ = ["annotate"]
