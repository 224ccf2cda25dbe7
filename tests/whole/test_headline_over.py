"""A headline over a photo in the press file: white, knocking out, all of it in the press's own inks."""

import pikepdf
from PIL import Image

from newsletter.press import inspect
from tests.checks.terminal import SLUG, concise, good_workspace

WHITE = (0.0, 0.0, 0.0, 0.0)
PLAN = "articles: [opening, contest]}", "articles: [opening]}"
OTHER = "articles: [library]}", "articles: [contest, library]}"


def _workspace(folder):
    """Return the good issue with its lead's headline over a dark photo."""
    workspace = good_workspace(folder)
    issue = workspace / "issues" / SLUG
    stories = (issue / "articles.yaml").read_text("utf-8")
    stories = stories.replace("- id: opening\n", "- id: opening\n  headline_over: photo\n")
    stories = stories.replace("  kicker: 四千新生走进校园\n", "")
    (issue / "articles.yaml").write_text(
        stories.replace("  deck: 院长勉励同学们把手练巧，把心练稳\n", ""), "utf-8"
    )
    plan = (issue / "issue.yaml").read_text("utf-8")
    (issue / "issue.yaml").write_text(plan.replace(*PLAN).replace(*OTHER), "utf-8")
    with Image.open(issue / "photos/field.jpg") as photo:
        size = photo.size
    Image.new("RGB", size, (20, 24, 40)).save(issue / "photos/field.jpg")
    return workspace


def _overprinting(page):
    """Return whether fills overprint, and the colour, of every piece of type on a page."""
    states = {name: bool(state.get("/op", False)) for name, state in page.Resources.ExtGState.items()}
    over, colour, found = False, None, []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "gs" and str(operands[0]) in states:
            over = states[str(operands[0])]
        elif str(operator) == "k":
            colour = tuple(float(each) for each in operands)
        elif str(operator) in ("Tj", "TJ"):
            found.append((over, colour))
    return found


def test_white_type_over_a_photo_knocks_out_in_press_inks(tmp_path) -> None:
    workspace = _workspace(tmp_path / "workspace")
    said = concise(workspace, "build", "--press")
    assert said.code == 0 and "Y004" not in said.codes
    file = workspace / "dist" / SLUG / f"{SLUG}.print.pdf"
    with pikepdf.open(file) as document:
        type_set = _overprinting(document.pages[0])
    white = [over for over, colour in type_set if colour == WHITE]
    assert white and not any(white)
    spaces = {each.space for page in inspect(file).pages for each in page.paints}
    assert spaces - {"Separation All"} == {"DeviceCMYK"}  # all plates: the register marks
