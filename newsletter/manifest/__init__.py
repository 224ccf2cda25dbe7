"""A workspace's manifests and copy to a frozen issue, every fault at once."""

from newsletter.manifest.loading import corrections, load
from newsletter.manifest.series import all_issues
from newsletter.manifest.writing_back import Rewrite, rewrites, write_back

__all__ = ["Rewrite", "all_issues", "corrections", "load", "rewrites", "write_back"]
