"""The command that lists printer profiles and shows one, value by value."""

import json


def test_list_of_profiles(run):
    data = json.loads(run("press", "profiles", "--format", "json").stdout)
    assert [each["name"] for each in data][:3] == ["coated", "newsprint", "uncoated"]
    assert all({"ink_limit", "marks.offset", "pdf_version"} <= set(each["values"]) for each in data)


def test_one_profile_says_where_its_values_come_from(run, tmp_path):
    issues = tmp_path / "issues"
    issues.mkdir()
    (issues / "publication.yaml").write_text("name: 报\n", encoding="utf-8")
    (issues / "shop.yaml").write_text("base: coated\nink_limit: 280\n", encoding="utf-8")
    values = json.loads(run("-C", str(tmp_path), "press", "profiles", "shop", "--format", "json").stdout)[
        "values"
    ]
    assert values["ink_limit"] == {"value": 280.0, "from": "issues/shop.yaml:2"}
    assert values["registry"]["from"].startswith("conditions/coated.yaml:")
    assert values["overprint.black"]["value"] == "all"
    assert values["colours.spots"] == {"value": {}, "from": "default"}
    table = run("-C", str(tmp_path), "press", "profiles", "shop").stdout
    assert "issues/shop.yaml:2" in table


def test_unusable_profiles_are_named_with_their_place(run, tmp_path):
    issues = tmp_path / "issues"
    issues.mkdir()
    (issues / "publication.yaml").write_text("name: 报\n", encoding="utf-8")
    (issues / "shop.yaml").write_text("base: coated\nmarks: {bra: true}\n", encoding="utf-8")
    for arguments in (("press", "profiles"), ("press", "profiles", "shop")):
        result = run("-C", str(tmp_path), *arguments)
        assert result.exit_code == 1
        assert "issues/shop.yaml:2:9: error[M110]" in result.stderr
    result = run("-C", str(tmp_path), "press", "profiles", "absent")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "coated" in result.stderr


def test_profiles_are_called_in_the_language_in_use(run, tmp_path):
    """Bug: a 付印单 in Chinese named its paper “Newsprint, cold-set offset”."""
    issues = tmp_path / "issues"
    issues.mkdir()
    (issues / "publication.yaml").write_text("name: 报\n", encoding="utf-8")
    (issues / "shop.yaml").write_text("base: newsprint\ntitle: 我厂轮转机\n", encoding="utf-8")
    english = run("-C", tmp_path, "--lang", "en", "press", "profiles").stdout
    chinese = run("-C", tmp_path, "--lang", "zh", "press", "profiles").stdout
    assert "Newsprint, cold-set offset" in " ".join(english.split())
    assert "新闻纸，冷固型胶印" in chinese
    assert all("我厂轮转机" in each for each in (english, chinese))
