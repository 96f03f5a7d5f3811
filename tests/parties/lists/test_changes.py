"""What changed from one version of a list to the next."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.changes import Changes, changes
from weighbridge.parties.lists.identity import identified


def entry(name: str, number: str = "", **said: object) -> ListedParty:
    plain = ListedParty(id="", list="EL", kind=PartyKind.UNKNOWN, name=name)
    return identified("s", replace(plain, **said), number)  # type: ignore[arg-type]


def test_entries_come_and_go() -> None:
    stays, goes, comes = entry("Stays"), entry("Goes"), entry("Comes", "7")
    assert changes([stays, goes], [comes, stays]) == Changes((comes,), (goes,), ())
    assert not changes([stays], [stays])


def test_a_change_is_shown_field_by_field_and_member_by_member() -> None:
    before = entry("Acme", aliases=("A", "B"), license_policy="Case by case")
    after = entry("Acme", aliases=("B", "C"), license_policy="Presumption of denial")
    [changed] = changes([before], [after]).changed
    assert before.id != after.id
    assert {(field.field, field.before, field.after) for field in changed.fields} == {
        ("aliases", ("A", "B"), ("B", "C")),
        ("license_policy", "Case by case", "Presumption of denial"),
    }
    aliases = next(field for field in changed.fields if field.field == "aliases")
    assert (aliases.gone, aliases.new) == (("A",), ("C",))


def test_a_numbered_entry_is_the_same_even_under_another_name() -> None:
    [changed] = changes([entry("Old name", "36")], [entry("New name", "36")]).changed
    assert [field.field for field in changed.fields] == ["name"]


def test_a_new_footnote_shows_beside_the_words_that_state_it() -> None:
    plain = "For all items subject to the EAR. (See §744.11 of the EAR)"
    [changed] = changes(
        [entry("Acme", license_requirement=plain)],
        [entry("Acme", license_requirement=f"{plain}4", footnotes=(4,))],
    ).changed
    assert [field.field for field in changed.fields] == ["license_requirement", "footnotes"]


def test_the_order_of_aliases_is_no_change() -> None:
    assert not changes([entry("Acme", aliases=("A", "B"))], [entry("Acme", aliases=("B", "A"))])


def test_of_several_with_one_name_those_most_alike_are_paired() -> None:
    first, second = entry("Namesake", countries=("CN",)), entry("Namesake", countries=("RU",), aliases=("R",))
    changed_second = entry("Namesake", countries=("RU",), aliases=("R", "Q"))
    third = entry("Namesake", countries=("TR",))
    made = changes([first, second], [first, changed_second, third])
    assert [(pair.before, pair.after) for pair in made.changed] == [(second, changed_second)]
    assert made.added == (third,)


ENTRIES = st.lists(
    st.builds(
        entry,
        st.sampled_from(["Acme", "Bolt", "Cog"]),
        st.sampled_from(["", "", "1", "2"]),
        license_policy=st.sampled_from(["", "denial", "approval"]),
    ),
    unique_by=lambda party: party.id,
    max_size=6,
)


@given(ENTRIES, ENTRIES)
def test_every_entry_is_accounted_for_once(old: list[ListedParty], new: list[ListedParty]) -> None:
    made = changes(old, new)
    same = [party for party in old if party in new]
    assert {*made.removed, *(pair.before for pair in made.changed), *same} == set(old)
    assert {*made.added, *(pair.after for pair in made.changed), *same} == set(new)
    assert len(made.removed) + len(made.changed) + len(same) == len(old)
    assert len(made.added) + len(made.changed) + len(same) == len(new)
    back = changes(new, old)
    assert (back.added, back.removed) == (made.removed, made.added)
