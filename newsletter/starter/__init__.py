"""Beginnings: a workspace, the next issue, a story, a layout."""

from newsletter.starter.article import new_article
from newsletter.starter.issue import first_issue, new_issue
from newsletter.starter.layout import new_layout
from newsletter.starter.workspace import init

__all__ = ["first_issue", "init", "new_article", "new_issue", "new_layout"]
