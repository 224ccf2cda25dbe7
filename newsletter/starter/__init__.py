"""Beginnings: a workspace, the next issue, a story."""

from newsletter.starter.article import new_article
from newsletter.starter.issue import first_issue, new_issue
from newsletter.starter.workspace import init

__all__ = ["first_issue", "init", "new_article", "new_issue"]
