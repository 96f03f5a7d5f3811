"""What is set for the sources of lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from weighbridge.app.faults import RequestFaults
from weighbridge.app.list_settings import CONSOLIDATED_ADDRESS, ListSettings, load_settings, settings_of, to_update


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of settings, which is not there yet."""
    monkeypatch.delenv("WEIGHBRIDGE_LISTS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "weighbridge" / "lists.toml"
    path.parent.mkdir()
    return path


def test_without_a_file_there_is_the_consolidated_list_of_trade_gov(file: Path) -> None:
    assert load_settings() == {"consolidated": ListSettings("consolidated", CONSOLIDATED_ADDRESS)}
    assert not file.exists()


def test_a_file_changes_what_is_set_and_adds_sources(file: Path) -> None:
    file.write_text(
        "[consolidated]\nallowed_age_days = 3\n"
        "[opensanctions]\naddress = 'https://example.org/x.json'\nformat = 'ftm'\nkeep = 5\n"
    )
    found = load_settings()
    assert found["consolidated"] == ListSettings("consolidated", CONSOLIDATED_ADDRESS, allowed_age_days=3)
    assert found["opensanctions"] == ListSettings("opensanctions", "https://example.org/x.json", "ftm", keep=5)


def test_every_fault_of_the_file_is_reported_at_once(file: Path) -> None:
    file.write_text(
        "x = 1\n[Bad]\n[consolidated]\nallowed_age = 3\nkeep = -1\nattempts = true\nformat = 'xml'\naddress = 'ftp://x'\n"
    )
    with pytest.raises(RequestFaults) as told:
        load_settings()
    assert [fault.field.removeprefix("lists.toml: ") for fault in told.value.faults] == [
        "x",
        "Bad",
        "consolidated.allowed_age",
        "consolidated.keep",
        "consolidated.attempts",
        "consolidated.format",
        "consolidated.address",
    ]
    assert told.value.faults[2].nearest == ("allowed_age_days",)


def test_a_file_that_is_no_toml_or_was_named_and_is_not_there_is_a_fault(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("[consolidated\n")
    with pytest.raises(RequestFaults, match="no TOML"):
        load_settings()
    monkeypatch.setenv("WEIGHBRIDGE_LISTS", str(file.parent / "absent.toml"))
    with pytest.raises(RequestFaults, match="cannot be read"):
        load_settings()


def test_those_are_updated_that_are_named_or_else_all_that_have_an_address() -> None:
    settings = {
        name: ListSettings(name, address) for name, address in (("a", "https://a"), ("b", ""), ("c", "https://c"))
    }
    assert [of.source for of in to_update([], settings)] == ["a", "c"]
    assert [of.source for of in to_update(["c"], settings)] == ["c"]
    with pytest.raises(RequestFaults, match="No source of that name has an address"):
        to_update(["b", "a"], settings)


def test_an_address_may_be_given_for_one_source() -> None:
    [given] = to_update(["new"], {}, "https://example.org/list.csv")
    assert (given.source, given.address) == ("new", "https://example.org/list.csv")
    assert to_update([], {}, "http://127.0.0.1/x")[0].source == "consolidated"
    with pytest.raises(RequestFaults, match=r"(?s)one source.*no address"):
        to_update(["a", "b"], {}, "list.csv")


def test_a_source_that_is_not_set_has_what_holds_for_all() -> None:
    assert settings_of("mine", {}) == ListSettings("mine")
    with pytest.raises(RequestFaults, match="cannot name a source"):
        settings_of("../mine", {})
