"""Copy files to manuscripts: Markdown in, paragraphs with exact places out. The only user of the parser."""

from newsletter.copy_source.blocks import Copy, read_copy
from newsletter.copy_source.correcting import Correction, corrected_text
from newsletter.copy_source.front_matter import FrontMatter, split_front_matter

__all__ = ["Copy", "Correction", "FrontMatter", "corrected_text", "read_copy", "split_front_matter"]
