"""The sample magazine, issue-002: an issue as long as a magazine, in which the rules find nothing."""

import re
from collections import Counter
from pathlib import Path

import pytest

from newsletter.bench import Bench
from newsletter.issue import Issue, Rank
from newsletter.manifest import load
from newsletter.manuscript import Block, Emphasis

ROOT = Path(__file__).resolve().parents[2]
