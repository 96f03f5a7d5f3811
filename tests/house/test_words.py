"""The words we use, and the ones we do not."""

from tests.house.places import PACKAGE, ROOT, lines_matching, repository_files

SPOKEN = [file for file in repository_files() if file.is_relative_to(PACKAGE) or file.suffix == ".md"]


def test_license_is_spelt_with_an_s() -> None:
    # The pattern is broken up so that this file does not break its own rule.
    assert not lines_matching("(?i)licen" + "ce", SPOKEN)


def test_no_outcome_is_ever_called_cleared() -> None:
    source = [file for file in SPOKEN if file.is_relative_to(PACKAGE)]

    assert not lines_matching(r"(?i)\bcleared\b", source)


def test_no_file_names_a_place_on_one_machine() -> None:
    inside = r"(?<![\w.~-])/(work|root|home|Users|farm|opt)/\w"

    assert not lines_matching(inside, [file for file in repository_files() if file.name != "uv.lock"])


def test_the_lock_takes_packages_from_the_default_index_alone() -> None:
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")

    assert "file://" not in lock
    assert len({line for line in lock.splitlines() if line.startswith("source = { registry")}) == 1
