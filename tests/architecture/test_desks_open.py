"""Every desk that examines what is made is opened by the stage that makes it; a desk left shut checks nothing."""

import ast

from newsletter.checks import LATE
from tests.architecture.test_imports import imports, sources


def _opened() -> set[str]:
    """Return the desks named in calls of open_desks."""
    calls = (
        node
        for path in sources()
        if "open_desks(" in (text := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open_desks"
    )
    return {each.value for call in calls for each in call.args if isinstance(each, ast.Constant)}


def _imported() -> set[str]:
    """Return the desks that modules outside of them import by name, which opens them too."""
    names = (name for path in sources() if "checks" not in path.parts for name in imports(path))
    return {
        name.removeprefix("newsletter.checks.") for name in names if name.startswith("newsletter.checks.")
    }


def test_every_late_desk_is_opened_somewhere() -> None:
    assert set(LATE) - _opened() - _imported() == set()
