"""The report in a real browser: on a telephone, on a desk, in the dark, on paper; by keyboard, without complaint."""

import io
from itertools import pairwise

import pikepdf
import pytest

from newsletter.language import use_language
from newsletter.report import Finished, write_html
from tests.report.browser import CHROMIUM, Browser
from tests.report.changed import comparison
from tests.report.test_html import facts_of_file, jpeg, outcome_in

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium")
WIDTHS = (320, 390, 1280)
LEAST_CONTRAST = 4.5
"""WCAG 2.1, 1.4.3."""
CONTRASTS = """
(() => {
  const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const found = numbers(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some(each => each.nodeType === 3 && each.data.trim());
    if (!own || node.closest('style')) continue;
    const pair = [numbers(getComputedStyle(node).color), ground(node)].map(light).sort((a, b) => b - a);
    const contrast = (pair[0] + .05) / (pair[1] + .05);
    if (contrast < LEAST) low.push(`${contrast.toFixed(2)} ${node.tagName} ${node.textContent.slice(0, 30)}`);
  }
  return low;
})()
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    use_language("zh")
    found = Finished(facts_of_file(), (jpeg(),), since=comparison(jpeg()))
    html = write_html(outcome_in(folder), found)
    use_language("en")
    (folder / "report.html").write_text(html, "utf-8")
    return folder / "report.html"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def test_nothing_is_fetched_and_nothing_complained_of(browser, page):
    browser.open(page, 1280)
    assert browser.value("document.querySelector('#finding-1') !== null")
    assert browser.complaints == []
    assert {each for each in browser.requests if not each.startswith("data:")} == {page.as_uri()}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_has_to_be_scrolled_sideways(browser, page, width):
    browser.open(page, width)
    assert browser.value("document.documentElement.scrollWidth") == width
    outside = """[...document.querySelectorAll('main *, header *, nav *')].filter(each =>
      !each.closest('thead') && each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML)"""
    assert browser.value(outside) == []


@pytest.mark.parametrize("dark", [False, True])
def test_all_type_can_be_read(browser, page, dark):
    browser.open(page, 1280, dark=dark)
    assert browser.value(CONTRASTS.replace("LEAST", str(LEAST_CONTRAST))) == []


def test_pictures_have_words_and_headings_their_levels(browser, page):
    browser.open(page, 1280)
    assert browser.value("[...document.images].every(each => each.alt.trim())")
    levels = browser.value("[...document.querySelectorAll('h1,h2,h3')].map(each => Number(each.tagName[1]))")
    assert levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels))


def test_findings_are_filtered_by_keyboard_and_without_script(browser, page):
    browser.open(page, 1280)
    shown = "[...document.querySelectorAll('.group')].filter(each => each.offsetHeight).map(each => each.className)"
    assert browser.value(shown) == ["group error", "group note"]
    browser.value("document.querySelector('#show-all').focus()")
    browser.press("ArrowRight", 39)
    assert browser.value(shown) == ["group error"]
    browser.press("ArrowRight", 39)
    assert browser.value(shown) == ["group note"]
    assert browser.value("document.scripts.length") == 0


def test_the_first_key_leads_to_the_findings(browser, page):
    browser.open(page, 390)
    browser.press("Tab", 9)
    assert browser.value("document.activeElement.getAttribute('href')") == "#findings"
    assert browser.value("document.activeElement.getBoundingClientRect().top") >= 0


def test_on_a_telephone_a_page_turns_between_before_and_after_in_one_place(browser, page):
    browser.open(page, 390)
    shown = """[...document.querySelectorAll('.pair .old, .pair .new')]
      .filter(each => each.offsetHeight).map(each => each.id)"""
    assert browser.value(shown) == ["pair-1-new", "pair-2-new"]
    top = "document.querySelector('.pair figure:not([style]):has(img)').parentElement.getBoundingClientRect().top + scrollY"
    before = browser.value(top)
    browser.value("document.querySelector('#pair-1 ~ .turn .to-old').focus()")
    browser.press("Enter", 13)
    assert browser.value(shown) == ["pair-1-old", "pair-2-new"]
    assert browser.value(top) == before
    browser.value("location.hash = '#framed-4-new'")
    assert browser.value(shown) == ["pair-1-new", "pair-2-new"]
    browser.value("location.hash = '#framed-3-old'")
    assert browser.value(shown) == ["pair-1-old", "pair-2-new"]


def test_a_change_leads_to_its_frame_and_back_by_keyboard(browser, page):
    browser.open(page, 1280)
    assert browser.value("document.querySelectorAll('.turn').length") == 1
    assert browser.value("document.querySelector('.turn').offsetHeight") == 0
    browser.value("document.querySelector('#change-2 .count a').focus()")
    browser.press("Enter", 13)
    assert browser.value("location.hash") == "#framed-2-new"
    frame = "document.querySelector('#framed-2-new').getBoundingClientRect()"
    assert browser.value(f"{frame}.top >= 0 && {frame}.bottom <= innerHeight")
    browser.press("Tab", 9)
    browser.value("document.querySelector('#framed-2-new').focus()")
    browser.press("Enter", 13)
    assert browser.value("location.hash") == "#change-2"


def test_it_is_printed_on_a4(browser, page):
    browser.open(page, 1280)
    with pikepdf.open(io.BytesIO(browser.printed())) as pdf:
        sizes = {tuple(round(float(each) / 72 * 25.4) for each in sheet.mediabox[2:]) for sheet in pdf.pages}
        assert sizes == {(210, 297)} and len(pdf.pages) < 8
