"""The terms of list entries, in the words of the lists."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from weighbridge.core.outcome import Policy
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.ownership.terms import strictest, terms_of

EVERYTHING = "For all items subject to the EAR. (See §744.11 of the EAR)"


def entry(requirement: str = "", policy: str = "", short: str = "EL") -> ListedParty:
    return ListedParty(
        f"{requirement} {policy}",
        short,
        PartyKind.ORGANIZATION,
        "L",
        license_requirement=requirement,
        license_policy=policy,
    )


@pytest.mark.parametrize(
    ("written", "every_item"),
    [
        (EVERYTHING, True),
        ("All items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)", True),
        ("For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", True),
        ("For all items subject to the EAR when used in projects specified in § 746.8(a)(4) of the EAR", False),
        ("All items subject to the EAR except for: crude oil", False),
        ("For items on the CCL and listed in supplement no. 7 to part 746 of the EAR", False),
        ("", False),
    ],
)
def test_a_requirement_is_for_every_item_or_not(written: str, every_item: bool) -> None:
    assert terms_of(entry(written)).every_item is every_item


@pytest.mark.parametrize(
    ("written", "policy"),
    [
        ("Presumption of denial.", Policy.PRESUMPTION_OF_DENIAL),
        ("Presumption for denial", Policy.PRESUMPTION_OF_DENIAL),
        (
            "Policy of denial for all items apart from food, which will be reviewed case-by-case",
            Policy.POLICY_OF_DENIAL,
        ),
        ("Case-by-case for all items listed on the CCL. Presumption of approval for EAR99 items", Policy.CASE_BY_CASE),
        ("See § 746.8(b)(2) of the EAR", None),
    ],
)
def test_of_several_policies_in_one_entry_the_strictest_counts(written: str, policy: Policy | None) -> None:
    assert terms_of(entry(policy=written)).policy is policy


def test_every_item_comes_before_some_and_then_the_stricter_policy() -> None:
    some = entry("For items on the CCL", "Policy of denial")
    mild, strict = entry(EVERYTHING, "Case-by-case"), entry(EVERYTHING, "Presumption of denial")
    blocked = entry(short="SDN")
    best, unranked = strictest([some, mild, strict, blocked])
    assert best is not None
    assert best.entry is strict
    assert [terms.entry for terms in unranked] == [blocked]
    assert strictest([]) == (None, ())


def test_most_entries_of_a_real_list_can_be_ranked(reference_dir: Path) -> None:
    """What cannot points to another section for its policy and is told as such, never ranked by guess."""
    file = reference_dir / "reference" / "screening" / "consolidated_screening_list_2026-07-31.csv.gz"
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        found = [
            terms_of(entry(row["license_requirement"], row["license_policy"]))
            for row in csv.DictReader(rows)
            if "Entity List" in row["source"]
        ]
    assert sum(terms.told for terms in found) / len(found) > 0.9
    assert sum(terms.every_item for terms in found) / len(found) > 0.9
