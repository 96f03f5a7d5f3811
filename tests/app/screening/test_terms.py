"""What list entries say, read into the words of the law; never milder than it stands there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from weighbridge.app.screening.terms import policy, pooled, requirement
from weighbridge.parties.listed import ListedParty, PartyKind

ALL = "For all items subject to the EAR (See §744.11 of the EAR)"
GOV = f"{ALL}. This license requirement may be overcome by License Exception GOV under § 740.11(b)(2) and (e)."


def entry(requires: str = ALL, reviewed: str = "Presumption of denial", list_: str = "EL") -> ListedParty:
    return ListedParty(
        f"x/{list_}/1", list_, PartyKind.UNKNOWN, "X", license_requirement=requires, license_policy=reviewed
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (ALL, "all_items"),
        ("All  items subject to the EAR.", "all_items"),
        ("", "all_items"),
        (GOV, "all_items_but_gov"),
        (
            f"{ALL}. This license requirement may be overcome by License Exception GOV when used by the Survey.",
            "all_items",
        ),
        ("For all items subject to the EAR when used in projects specified in § 746.8(a)(4) of the EAR", "some_items"),
        ("For items on the CCL and listed in supplement no. 7 to part 746 of the EAR", "some_items"),
        ("See the order", None),
    ],
)
def test_what_an_entry_requires_a_license_for(written: str, read: str | None) -> None:
    assert requirement(entry(written)) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Presumption of denial.", "presumption_of_denial"),
        ("Policy of denial for all items apart from food, which will be reviewed case-by-case", "policy_of_denial"),
        ("Case-by-case review for 1A004; presumption of denial for all other items", "presumption_of_denial"),
        ("Case-by-case basis", "case_by_case"),
        ("Presumption of approval for EAR99 items", "not_stated"),
        ("Presumption of approval", "presumption_of_approval"),
        ("See § 744.2(d) of the EAR", "not_stated"),
        ("", "not_stated"),
        ("Ask the bureau", None),
    ],
)
def test_the_strictest_policy_that_an_entry_names_is_read(written: str, read: str | None) -> None:
    assert policy(entry(reviewed=written)) == read


def test_several_entries_are_pooled_and_those_not_understood_are_unknown_members() -> None:
    facts = pooled([entry(), entry(GOV, "Ask the bureau"), entry("", "", "SDN")], "entry")

    assert facts["entry.requirement"] == {"all_items", "all_items_but_gov"}
    assert facts["entry.policy"] == {"presumption_of_denial", None}
    assert facts["entry.sdn_programs"] == {None}


def test_without_entries_nothing_is_stated() -> None:
    assert pooled([], "entry") == {}


@pytest.mark.skipif("WEIGHBRIDGE_REFERENCE_DIR" not in os.environ, reason="needs WEIGHBRIDGE_REFERENCE_DIR")
def test_nearly_every_entry_of_the_real_list_is_understood() -> None:
    from tests.parties.made import read_all

    folder = Path(os.environ["WEIGHBRIDGE_REFERENCE_DIR"]) / "reference" / "screening"
    parties, _ = read_all(next(folder.glob("*.csv.gz")))
    entity_list = [party for party in parties if party.list == "EL"]

    assert len(entity_list) > 3_000
    assert [p.license_requirement for p in entity_list if requirement(p) is None] == []
    assert len([p for p in entity_list if policy(p) is None]) <= 2
