"""The section of changes: every change once, leading to its frame, on a page that needs nothing else."""

import dataclasses
import re

from newsletter.comparison import Changes
from newsletter.language import use_language
from newsletter.report import Finished, write_html
from newsletter.report.changes_page import as_page
from tests.report.changed import comparison
from tests.report.test_html import facts_of_file, jpeg, outcome_in, read


def _report(tmp_path, since):
    return write_html(outcome_in(tmp_path), Finished(facts_of_file(), (jpeg(),), since=since))


def test_every_change_stands_once_and_leads_to_a_frame_that_leads_back(tmp_path):
    html = _report(tmp_path, comparison(jpeg()))
    read(html)
    numbers = re.findall(r'id="change-(\d+)"', html)
    assert numbers == [str(each) for each in range(1, len(numbers) + 1)] and len(numbers) >= 6
    anchors = set(re.findall(r'id="(framed-\d+-(?:old|new))"', html))
    links = set(re.findall(r'href="#(framed-\d+-(?:old|new))"', html))
    assert anchors == links and len(anchors) == 5
    assert set(re.findall(r'href="#change-(\d+)"', html)) <= set(numbers)
    assert 'href="#changes"' in html and "http" not in html.replace("http://www.color.org", "")


def test_a_change_says_what_went_and_where_to(tmp_path):
    html = _report(tmp_path, comparison(jpeg()))
    assert "<del>12</del><ins>13</ins>" in html
    assert "Stands now in 《来访》." in html and "Stood before in 《成立&lt;了&gt;》." in html
    assert "<del>800</del> → <ins>900</ins>" in html
    assert "<del>1</del> → <ins>2</ins>" in html
    assert "The picture is another one." in html
    assert "This page is new." in html
    assert "is to be read whole" in html
    assert "成立<了>" not in html


def test_a_build_with_nothing_before_it_has_no_such_section(tmp_path):
    assert 'id="changes"' not in _report(tmp_path, None)


def test_nothing_changed_is_said_in_one_line(tmp_path):
    same = dataclasses.replace(comparison(jpeg()), changes=Changes(), pages=(), notes=())
    html = _report(tmp_path, same)
    assert "Nothing has changed in words and photos; all pages look the same." in html
    assert 'class="pair"' not in html and 'class="legend"' not in html


def test_a_page_of_its_own_has_the_same_section():
    html = as_page(comparison(jpeg()))
    read(html)
    assert 'id="framed-2-old"' in html and "<title>issue-006: from" in html
    assert html == as_page(comparison(jpeg()))


def test_keys_are_named_in_the_readers_language(tmp_path):
    use_language("zh")
    assert "付印·印数" in as_page(comparison(jpeg()))
