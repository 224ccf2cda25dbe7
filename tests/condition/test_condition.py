from pathlib import Path

import pytest

from newsletter.condition import (
    SHIPPED,
    Condition,
    ConditionError,
    open_condition,
    profile_names,
    read_profile,
    shipped,
)
from newsletter.diagnostics import Span

REGISTRY = {"coated": "FOGRA39", "uncoated": "FOGRA47", "newsprint": "IFRA26"}
INK = {"coated": 300, "uncoated": 260, "newsprint": 240}


def write(workspace: Path, name: str, text: str) -> None:
    (workspace / "issues").mkdir(exist_ok=True)
    (workspace / "issues" / name).write_text(text, encoding="utf-8")


def test_shipped_names() -> None:
    assert shipped() == ("coated", "newsprint", "uncoated")


@pytest.mark.parametrize("name", REGISTRY)
def test_shipped_conditions(tmp_path: Path, name: str) -> None:
    condition = open_condition(name, tmp_path)
    assert (condition.name, condition.registry) == (name, REGISTRY[name])
    assert condition.ink_limit == INK[name]
    assert condition.level == "x-4"
    assert condition.icc.read_bytes()[16:20] == b"CMYK"
    assert condition.ppi_floor <= condition.ppi_warn <= condition.ppi_ceiling
    assert len(condition.icc_sha256) == 64
    assert condition.description
    assert condition.title


def test_the_workspace_wins(tmp_path: Path) -> None:
    write(tmp_path, "coated.yaml", "base: coated\nink_limit: 280\n")
    condition = open_condition("coated", tmp_path)
    assert condition.ink_limit == 280
    assert condition.registry == "FOGRA39"


def test_a_shops_own_file_and_profile(tmp_path: Path) -> None:
    write(tmp_path, "示例印务.yaml", "base: newsprint\nicc: shop.icc\nregistry: Custom\nlevel: x-1a\n")
    (tmp_path / "issues" / "shop.icc").write_bytes((SHIPPED / "ISOnewspaper26v4.icc").read_bytes())
    for name in ("示例印务", "示例印务.yaml", "issues/示例印务.yaml"):
        condition = open_condition(name, tmp_path)
        assert condition.name == "示例印务"
        assert condition.icc == (tmp_path / "issues" / "shop.icc").resolve()
        assert condition.level == "x-1a"


def fault_of(workspace: Path, text: str) -> ConditionError:
    write(workspace, "shop.yaml", text)
    with pytest.raises(ConditionError) as caught:
        open_condition("shop", workspace)
    return caught.value


def test_unknown_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no printer profile “glossy”") as caught:
        open_condition("glossy", tmp_path)
    assert "coated, newsprint, uncoated" in caught.value.hint


def test_unknown_key(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "base: coated\nink_limt: 280\n")
    assert "unknown key “ink_limt”" in fault.message
    assert fault.hint == "Did you mean “ink_limit”?"
    assert fault.at == Span("issues/shop.yaml", 2, 1, 8)


def test_wrong_and_missing_values(tmp_path: Path) -> None:
    fault = fault_of(tmp_path, "icc: ISOnewspaper26v4.icc\nink_limit: much\n")
    assert "“registry”" in fault.message
    assert "“ink_limit” will not do" in fault.message
    fault = fault_of(tmp_path, "base: coated\nppi_ceiling: 200\n")
    assert "rise in this order" in fault.message
    fault = fault_of(tmp_path, "base: glossy\n")
    assert "“glossy”" in fault.message


@pytest.mark.parametrize("text", ["", "- a\n", "a: [", "\0"])
def test_no_profile_at_all(tmp_path: Path, text: str) -> None:
    assert fault_of(tmp_path, text).at == Span("issues/shop.yaml")


def test_icc_missing_or_not_for_print(tmp_path: Path) -> None:
    assert "not there" in fault_of(tmp_path, "base: coated\nicc: absent.icc\n").message
    (tmp_path / "issues" / "notes.icc").write_bytes(b"not a profile")
    fault = fault_of(tmp_path, "base: coated\nicc: notes.icc\n")
    assert "four-colour" in fault.message
    assert fault.at == Span("issues/shop.yaml", 2, 1, 3)


def test_frozen() -> None:
    assert Condition.model_config["frozen"]


def test_every_fault_at_once_with_its_place(tmp_path: Path) -> None:
    fault = fault_of(
        tmp_path,
        "base: coated\nmarks:\n  ofset: 3\n  length: 99\nlevel: x-3\nsheet: {name: 对开, width: 0, height: 5}\n",
    )
    found = [(each.rule.code, each.at and each.at.line, each.message) for each in fault.faults]
    assert [each[:2] for each in found] == [("M110", 3), ("M111", 5), ("M111", 4), ("M111", 6)]
    assert "“marks.ofset”" in found[0][2]
    assert "one of x-4, x-1a is wanted" in found[1][2]


def test_tables_are_laid_over_key_by_key(tmp_path: Path) -> None:
    write(tmp_path, "shop.yaml", "base: coated\nmarks: {bar: false}\nsheet: {gripper: 15}\n")
    condition = open_condition("shop", tmp_path)
    assert (condition.marks.bar, condition.marks.crop, condition.marks.offset) == (False, True, 3)
    assert condition.sheet is not None
    assert (condition.sheet.name, condition.sheet.gripper) == ("大度对开", 15)


def test_a_profile_on_a_profile_of_the_workspace(tmp_path: Path) -> None:
    write(tmp_path, "house.yaml", "base: newsprint\nink_limit: 220\n")
    write(tmp_path, "special.yaml", "base: house\nsafe: 5\n")
    condition = open_condition("special", tmp_path)
    assert (condition.name, condition.ink_limit, condition.safe, condition.registry) == (
        "special",
        220,
        5,
        "IFRA26",
    )
    write(tmp_path, "house.yaml", "base: special\n")
    with pytest.raises(ConditionError, match="leads back to itself"):
        open_condition("special", tmp_path)


def test_places_say_where_values_come_from(tmp_path: Path) -> None:
    write(tmp_path, "shop.yaml", "base: coated\nsafe: 4\n")
    profile = read_profile("shop", tmp_path).value
    assert profile is not None
    assert profile.places["safe",] == Span("issues/shop.yaml", 2, 1, 4)
    assert profile.places["icc",].file == "conditions/coated.yaml"
    assert ("colours",) not in profile.places


def test_names_of_profiles_leave_other_manifests_out(tmp_path: Path) -> None:
    write(tmp_path, "publication.yaml", "name: 报\npress: shop\n")
    write(tmp_path, "shop.yaml", "base: coated\n")
    assert list(profile_names(tmp_path)) == ["coated", "newsprint", "uncoated", "shop"]


def test_rich_black_keeps_the_ink_limit(tmp_path: Path) -> None:
    assert "250 % of ink" in fault_of(tmp_path, "base: newsprint\nrich_black: [0.5, 0.5, 0.5, 1]\n").message
    for name in shipped():
        condition = open_condition(name, tmp_path)
        assert condition.smallest_line == 0.14, "the layouts' rules of 0.4 pt"
        assert (condition.sheet is None) == (name == "newsprint"), "a web has no sheets"


def test_no_base_lies_outside_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("base: coated\n", encoding="utf-8")
    workspace = tmp_path / "paper"
    workspace.mkdir()
    for name in ("../other.yaml", str(tmp_path / "other.yaml")):
        assert "does not exist" in fault_of(workspace, f"base: {name}\n").message
