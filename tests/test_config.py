from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import Settings, load_settings
from kg.errors import UsageError
from kg.iris import DEFAULT_BASE


def _load(folder: Path, text: str) -> Settings:
    file = folder / "kg.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, {})


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(None, {}) == Settings(DEFAULT_BASE, ".kg", None, 10.0, 10_000)


def test_the_file_of_the_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kg.toml").write_text('store = "here"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_settings(None, {}).store == "here"


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings = _load(
        tmp_path,
        'base = "https://data.example/x/"\nstore = "s"\ndecisions = "d"\n'
        "[limits]\nquery_seconds = 2.5\nquery_rows = 7\n"
        "[endpoint]\nplain_http = true\nseconds = 3\n",
    )
    assert settings == Settings("https://data.example/x/", "s", "d", 2.5, 7, True, 3)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "kg.toml"
    file.write_text('store = "from-file"\n', encoding="utf-8")
    assert load_settings(file, {"KG_STORE": "from-env"}).store == "from-env"
    assert load_settings(file, {"KG_STORE": ""}).store == "from-file"


@pytest.mark.parametrize(
    "base",
    ["https://x.example/kg", "ftp://x.example/", "kg/", "https://x example/", 'https://x/"/', ""],
)
def test_a_base_that_makes_no_sound_iris_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(UsageError, match="base must be"):
        _load(tmp_path, f"base = '{base}'\n")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("bsae = 'x'\n", "unknown setting 'bsae'"),
        ("[limits]\nrows = 1\n", "unknown setting 'rows'"),
        ("limits = 3\n", "must be a table"),
        ("endpoint = 3\n", "must be a table"),
        ("[endpoint]\ntoken = 'x'\n", "unknown setting 'token'"),
        ("[endpoint]\nplain_http = 1\n", "true or false"),
        ("[endpoint]\nseconds = 0\n", "above 0"),
        ("store = ''\n", "store must be"),
        ("store = 3\n", "store must be"),
        ("decisions = ''\n", "decisions must be"),
        ("decisions = ['d']\n", "decisions must be"),
        ("[limits]\nquery_rows = 0\n", "above 0"),
        ("[limits]\nquery_rows = 2.5\n", "whole number"),
        ("[limits]\nquery_seconds = true\n", "above 0"),
        ("[limits]\nquery_seconds = inf\n", "above 0"),
        ("base = \n", "not valid TOML"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint) as caught:
        _load(tmp_path, text)
    assert caught.value.where is not None
    assert caught.value.where.endswith("kg.toml")


def test_a_missing_or_undecodable_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(tmp_path / "absent.toml", {})
    (tmp_path / "bad.toml").write_bytes(b"store = '\xff'\n")
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(tmp_path / "bad.toml", {})
