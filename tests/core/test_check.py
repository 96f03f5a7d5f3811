"""An inconsistent corpus is refused; each flaw is told with its file, its place and its remedy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.check import refuse_if_inconsistent
from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition
from weighbridge.core.errors import Flaw, InconsistentCorpus
from weighbridge.core.life import Life, Span, Suspension
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Effect, Provision, Spared
from weighbridge.core.rulebook import Corpus
from weighbridge.core.value import Value, ValueVersion

LIMIT_KG = toy.value("limit", 100, "kg")
TOO_HEAVY = toy.requirement(toy.WEIGHT.more_than(toy.LIMIT))
RULE = "market/license/rule.py"
VALUES = "market/limit/values.yaml"
CHANGE = date(2031, 1, 1)


def flaws(corpus: Corpus) -> list[Flaw]:
    try:
        refuse_if_inconsistent(corpus)
    except InconsistentCorpus as refused:
        return list(refused.flaws)
    return []


def flaws_of_condition(condition: Condition, *values: Value) -> list[Flaw]:
    return flaws(toy.corpus(toy.scope(), toy.classification("F1"), toy.requirement(condition), values=values))


def flaws_of_value(*versions: ValueVersion, published: date | None = toy.FIRST_DAY) -> list[Flaw]:
    document = toy.instrument(Life(published=published, effective=toy.FIRST_DAY))
    value = Value("limit", "kg", versions, file=VALUES)
    return flaws(toy.corpus(toy.scope(), TOO_HEAVY, values=[value], instruments=[document]))


def test_a_consistent_corpus_is_accepted() -> None:
    rule = c.all_of(
        toy.WEIGHT.more_than(toy.LIMIT),
        toy.FRUIT.is_one_of("apple"),
        toy.DESTINATION.is_in(toy.ORCHARDS),
        toy.DESTINATION.is_among(toy.STOPS),
        toy.USES.includes("juice"),
        toy.RIPE.holds,
        c.classified_in(toy.LISTED),
        c.met("definition"),
        c.at_least(c.Total("crates", toy.CRATE_WEIGHT.term, toy.CRATE_BRUISED.holds), toy.LIMIT),
        c.at_least(c.product_of(toy.WEIGHT, toy.PRICE), c.greatest_of(toy.LIMIT, toy.WEIGHT)),
    )
    values = [v for v in toy.VALUES if v.name in ("limit", "orchards", "listed")]

    refuse_if_inconsistent(
        toy.corpus(
            toy.scope(),
            toy.classification("F1"),
            toy.classification("F2"),
            toy.definition("definition"),
            toy.requirement(rule),
            toy.exception("GIFT"),
            toy.authorization("KNOWN"),
            toy.restriction(c.ALWAYS, Spared("GIFT", toy.WEIGHT.at_most(toy.LIMIT))),
            toy.review(Policy.CASE_BY_CASE),
            toy.duty("report", "GIFT", "*", "LICENSE", "license", due="days_after", amount=toy.LIMIT),
            toy.duty("keep", "KNOWN"),
            toy.allocation("GIFT", "review 1 CASE_BY_CASE"),
            values=values,
        )
    )


def test_every_flaw_is_told_at_once() -> None:
    wrong = toy.requirement(c.all_of(c.Holds("sour"), c.met("nowhere"), toy.WEIGHT.more_than(c.value("limt"))))

    with pytest.raises(InconsistentCorpus) as refused:
        refuse_if_inconsistent(toy.corpus(toy.scope(), wrong, values=[LIMIT_KG]))

    assert [(flaw.place, flaw.problem) for flaw in refused.value.flaws] == [
        ("limit", "No provision reads this value."),
        ("license", "Fact 'sour' is unknown."),
        ("license", "It asks about 'nowhere', which is no provision."),
        ("license", "Value 'limt' is unknown."),
    ]


# --- values -----------------------------------------------------------------------------------------------------------


def test_a_value_that_no_provision_reads_is_refused() -> None:
    assert flaws(toy.corpus(toy.scope(), values=[LIMIT_KG])) == [
        Flaw(VALUES, "limit", "No provision reads this value.", "Remove it or use it.")
    ]


@pytest.mark.parametrize(
    "reader",
    [
        toy.requirement(c.at_least(c.sum_of(toy.WEIGHT, c.When(toy.RIPE.holds, toy.LIMIT)), toy.EARLIER)),
        toy.restriction(c.ALWAYS, Spared("GIFT", toy.WEIGHT.at_most(toy.LIMIT))),
        toy.duty("report", "*", due="days_after", amount=toy.LIMIT),
        toy.allocation("GIFT", used=toy.LIMIT, limit=toy.WEIGHT.term),
        toy.allocation("GIFT", draws=toy.LIMIT, limit=toy.WEIGHT.term),
        replace(toy.prohibition(), since="limit"),
        replace(toy.prohibition(), until="limit"),
    ],
    ids=["a term", "a proviso", "a due day", "an allocation's use", "an allocation's draw", "a beginning", "an end"],
)
def test_a_value_may_be_read_by_any_part_of_a_provision(reader: Provision) -> None:
    provisions = (toy.scope(), toy.requirement(id="license"), toy.exception("GIFT"))
    others = [p for p in provisions if p.id != reader.id]

    assert flaws(toy.corpus(*others, reader, values=[LIMIT_KG])) == []


def test_a_text_that_binds_before_a_value_that_it_reads_begins_is_refused() -> None:
    reader = toy.requirement(toy.WEIGHT.at_least(toy.LIMIT))
    [flaw] = flaws(
        toy.corpus(toy.scope(), reader, values=[Value("limit", "kg", (toy.version(1, CHANGE),), file=VALUES)])
    )

    assert flaw.problem == f"It binds on {toy.FIRST_DAY} and reads 'limit', which begins on {CHANGE}."
    later = replace(reader, life=replace(reader.life, effective=CHANGE))
    assert (
        flaws(toy.corpus(toy.scope(), later, values=[Value("limit", "kg", (toy.version(1, CHANGE),), file=VALUES)]))
        == []
    )


@pytest.mark.parametrize(
    "days", [(toy.FIRST_DAY, toy.FIRST_DAY), (CHANGE, toy.FIRST_DAY)], ids=["the same day", "out of order"]
)
def test_versions_of_a_value_that_overlap_are_refused(days: tuple[date, date]) -> None:
    versions = [toy.version(i, day) for i, day in enumerate(days)]

    assert flaws_of_value(*versions) == [
        Flaw(VALUES, "limit", "Two versions overlap, or stand out of order.", "List them by effective date.")
    ]


def test_a_value_without_a_source_is_refused() -> None:
    unsourced = ValueVersion(100, toy.FIRST_DAY, toy.FIRST_DAY, Citation(""))

    assert flaws_of_value(unsourced) == [
        Flaw(
            VALUES,
            "limit, version of 2030-01-01",
            "It has no source.",
            "Add `source: {cite: …}` with the paragraph.",
        )
    ]


def test_a_value_that_takes_effect_before_its_document_is_refused() -> None:
    assert flaws_of_value(toy.version(100, date(2029, 12, 31))) == [
        Flaw(
            VALUES,
            "limit, version of 2029-12-31",
            "It takes effect before its document (MR 1, 2030-01-01).",
            "Correct the date or the document.",
        )
    ]


def test_a_value_that_is_not_published_with_its_document_is_refused() -> None:
    assert flaws_of_value(toy.version(100), published=date(2029, 12, 1)) == [
        Flaw(
            VALUES,
            "limit, version of 2030-01-01",
            "It says published 2030-01-01; its document was published 2029-12-01.",
            "Correct the date or the document.",
        )
    ]


def test_a_document_without_dates_binds_no_value_to_any() -> None:
    corpus = toy.corpus(toy.scope(), TOO_HEAVY, values=[LIMIT_KG], instruments=[toy.instrument(Life())])

    assert flaws(corpus) == []


def test_a_value_from_a_document_that_is_no_instrument_has_only_its_own_dates() -> None:
    elsewhere = ValueVersion(100, toy.FIRST_DAY, toy.FIRST_DAY, Citation("Almanac 7", "Almanac"))

    assert flaws_of_value(elsewhere) == []


# --- lives ------------------------------------------------------------------------------------------------------------

BACKWARDS = Life(effective=CHANGE, superseded=toy.FIRST_DAY)


def test_an_instrument_whose_dates_are_out_of_order_is_refused() -> None:
    assert flaws(toy.corpus(toy.scope(), values=(), instruments=[toy.instrument(BACKWARDS)])) == [
        Flaw(
            "instruments/market-rules.yaml",
            "market-rules",
            "superseded 2030-01-01 is before effective 2031-01-01.",
            "Put the dates in order.",
        )
    ]


def test_a_provision_with_a_date_outside_its_life_is_refused() -> None:
    assert flaws(toy.corpus(toy.scope(), replace(toy.requirement(), life=BACKWARDS), values=())) == [
        Flaw(
            RULE,
            "license",
            "A date lies outside its life: superseded 2030-01-01 is before effective 2031-01-01.",
            "Correct `since` or `until`.",
        )
    ]


def test_a_provision_without_a_citation_is_refused() -> None:
    assert flaws(toy.corpus(toy.scope(), replace(toy.requirement(), citation=Citation("")), values=())) == [
        Flaw(RULE, "license", "It has no citation.", "Name the paragraph of the CFR that it restates.")
    ]


def test_a_provision_of_an_unknown_instrument_is_refused() -> None:
    assert flaws(toy.corpus(toy.scope(), replace(toy.requirement(), instrument="MR 9"), values=())) == [
        Flaw(RULE, "license", "Instrument 'MR 9' is unknown.", "Add it to law/instruments/.")
    ]


# --- versions of a provision ------------------------------------------------------------------------------------------


def editions(first: Life, second: Life) -> list[Flaw]:
    old, new = replace(toy.requirement(), life=first), replace(toy.requirement(), life=second)
    return flaws(toy.corpus(toy.scope(), new, old, values=()))


def test_versions_that_follow_each_other_are_accepted() -> None:
    assert editions(Life(superseded=CHANGE), Life(effective=CHANGE)) == []


def test_versions_on_different_tracks_do_not_meet() -> None:
    assert flaws(toy.corpus(toy.scope(), toy.requirement(), replace(toy.requirement(), track="x"), values=())) == []


@pytest.mark.parametrize("first", [Life(), Life(superseded=date(2031, 1, 2))], ids=["without end", "a day too long"])
def test_versions_that_overlap_are_refused(first: Life) -> None:
    assert editions(first, Life(effective=CHANGE)) == [
        Flaw(
            RULE,
            "license",
            "Two versions overlap from 2031-01-01.",
            "Give the earlier version `until` the day the later one begins.",
        )
    ]


def test_a_gap_between_versions_is_refused() -> None:
    assert editions(Life(superseded=date(2030, 12, 1)), Life(effective=CHANGE)) == [
        Flaw(
            RULE,
            "license",
            "Between 2030-12-01 and 2030-12-31 no version is in force.",
            "Let each version begin on the day the earlier one ends.",
        )
    ]


# --- what conditions refer to -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "condition",
    [
        c.Holds("sour"),
        c.Among("sour", c.Words(("very",))),
        c.Overlaps("sour", c.Words(("very",))),
        c.at_least(c.FactTerm("sour"), toy.WEIGHT),
    ],
    ids=["holds", "among", "overlaps", "a term"],
)
def test_an_unknown_fact_is_refused(condition: Condition) -> None:
    assert flaws_of_condition(condition) == [
        Flaw(RULE, "license", "Fact 'sour' is unknown.", "Declare it in law/facts/.")
    ]


def test_an_unknown_value_is_refused() -> None:
    unknown = Flaw(RULE, "license", "Value 'limt' is unknown.", "Add it to the section's values.yaml.")

    assert flaws_of_condition(toy.WEIGHT.at_least(c.value("limt"))) == [unknown]
    assert flaws_of_condition(c.classified_in(c.value("limt"))) == [unknown]


def test_a_provision_that_does_not_exist_cannot_be_asked_about() -> None:
    assert flaws_of_condition(c.not_(c.met("orchard"))) == [
        Flaw(RULE, "license", "It asks about 'orchard', which is no provision.", "Correct the id.")
    ]


def test_only_a_classification_can_classify() -> None:
    no_classification = Flaw(RULE, "license", "'scope' is no classification.", "Name a paragraph of law/ear/part_774.")

    assert flaws_of_condition(c.classified("F1", "scope")) == [no_classification]
    listed = toy.value("listed", frozenset({"F1", "scope"}))
    assert flaws_of_condition(c.classified_in(toy.LISTED), listed) == [no_classification]


@pytest.mark.parametrize(
    "condition",
    [c.classified_in(toy.LIMIT), toy.DESTINATION.is_in(toy.LIMIT), toy.STOPS.any_in(toy.LIMIT)],
    ids=["classified", "among", "overlaps"],
)
def test_membership_in_a_quantity_is_refused(condition: Condition) -> None:
    assert flaws_of_condition(condition, LIMIT_KG) == [
        Flaw(RULE, "license", "Value 'limit' is no set.", "Test membership in a set, and compare quantities.")
    ]


def test_comparison_with_a_set_is_refused() -> None:
    orchards = toy.value("orchards", frozenset({"FR"}))

    assert flaws_of_condition(toy.WEIGHT.at_least(toy.ORCHARDS), orchards) == [
        Flaw(RULE, "license", "Value 'orchards' is a set.", "Test membership in a set, and compare quantities.")
    ]


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        (c.Holds("weight"), "Holds cannot test 'weight', which is a number."),
        (c.Among("ripe", c.Words(("yes",))), "Among cannot test 'ripe', which is a truth."),
        (c.Among("stops", c.Words(("FR",))), "Among cannot test 'stops', which is a places."),
        (c.Overlaps("destination", c.Words(("FR",))), "Overlaps cannot test 'destination', which is a place."),
        (c.at_least(toy.FRUIT, toy.FRUIT), "Compare cannot test 'fruit', which is a word."),
        (c.at_least(toy.WEIGHT, toy.USES), "Compare cannot test 'uses', which is a words."),
    ],
)
def test_a_test_of_the_wrong_kind_is_refused(condition: Condition, problem: str) -> None:
    assert flaws_of_condition(condition) == [Flaw(RULE, "license", problem, "Use the test of that kind.")]


@pytest.mark.parametrize("condition", [toy.FRUIT.is_one_of("apple", "banana"), c.Among("fruit", c.value("fruits"))])
def test_a_word_that_is_no_choice_is_refused(condition: c.Among) -> None:
    fruits = [toy.value("fruits", frozenset({"apple", "banana"}))] if isinstance(condition.among, c.ValueTerm) else []

    assert flaws_of_condition(condition, *fruits) == [
        Flaw(RULE, "license", "'banana' is no choice of 'fruit'.", "Correct the word or add the choice.")
    ]


def test_words_of_a_set_are_checked_in_every_version() -> None:
    fruits = Value("fruits", "", (toy.version(frozenset({"kiwi"})), toy.version(frozenset({"fig"}), CHANGE)))

    assert [flaw.problem for flaw in flaws_of_condition(c.Among("fruit", c.value("fruits")), fruits)] == [
        "'fig' is no choice of 'fruit'.",
        "'kiwi' is no choice of 'fruit'.",
    ]


def test_a_column_is_a_fact_within_its_rows() -> None:
    bruised = c.Largest("crates", toy.CRATE_WEIGHT.term, c.all_of(c.Holds("crates.bruised"), c.Holds("crates.weight")))

    assert flaws_of_condition(c.at_least(bruised, toy.LIMIT), LIMIT_KG) == [
        Flaw(
            RULE,
            "license",
            "Holds cannot test 'crates.weight', which is a number.",
            "Use the test of that kind.",
        )
    ]


@pytest.mark.parametrize(
    "left",
    [
        toy.PRICE.term,
        c.sum_of(toy.PRICE, toy.PRICE),
        c.greatest_of(c.product_of(toy.WEIGHT, toy.WEIGHT), toy.PRICE),
        c.When(toy.RIPE.holds, toy.PRICE.term),
        c.Total("crates", toy.PRICE.term, c.ALWAYS),
        c.Largest("crates", toy.PRICE.term, c.ALWAYS),
    ],
    ids=["a fact", "a sum", "a greatest", "a conditional quantity", "a total", "a largest"],
)
def test_quantities_of_different_units_cannot_be_compared(left: c.Term) -> None:
    assert flaws_of_condition(c.at_least(left, toy.LIMIT), LIMIT_KG) == [
        Flaw(RULE, "license", "It compares coins with kg.", "Compare like with like.")
    ]


def test_a_day_cannot_be_compared_with_a_quantity() -> None:
    assert flaws_of_condition(toy.PICKED.at_least(toy.LIMIT), LIMIT_KG) == [
        Flaw(RULE, "license", "It compares day with kg.", "Compare like with like.")
    ]


def test_a_day_is_compared_with_a_day() -> None:
    season = toy.value("season", toy.TODAY, "day")

    assert flaws_of_condition(c.all_of(toy.PICKED.at_least(toy.SEASON), toy.PICKED.at_most(toy.ON)), season) == []


def test_a_product_has_no_unit_to_disagree_with() -> None:
    assert flaws_of_condition(c.at_least(c.product_of(toy.PRICE, toy.WEIGHT), toy.LIMIT), LIMIT_KG) == []


# --- what effects refer to --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effect", "unknown"),
    [
        (toy.exception("SEED", lifts=("license", "permit")).effect, "permit"),
        (toy.authorization("KNOWN", lifts=("scope",)).effect, "scope"),
        (toy.review(Policy.CASE_BY_CASE, of="permit").effect, "permit"),
        (toy.restriction(c.ALWAYS, Spared("SEED")).effect, "SEED"),
        (toy.duty("report", "SEED").effect, "SEED"),
        (toy.allocation("SEED", limit=toy.WEIGHT.term).effect, "SEED"),
    ],
    ids=["exception", "authorization", "review", "restriction", "duty", "allocation"],
)
def test_an_effect_that_names_what_does_not_exist_is_refused(effect: Effect, unknown: str) -> None:
    corpus = toy.corpus(toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.provision("new", effect), values=())

    assert flaws(corpus) == [
        Flaw(
            "market/new/rule.py",
            "new",
            f"Its effect names {unknown!r}, which does not exist.",
            "Correct the name.",
        )
    ]


def test_a_suspension_names_what_there_is() -> None:
    span = Span(toy.TODAY, None, toy.text("stayed"), toy.cite("notice"))
    sound = Suspension(toy.RULES, toy.RULES, "stayed", span, toy.TODAY, frozenset({"license"}), ("scope",))
    corpus = toy.corpus(toy.scope(), toy.requirement(), values=(), suspensions=(sound,))
    wrong = replace(sound, provisions=frozenset({"no such"}), restores=("none",))
    nowhere = replace(sound, of="nowhere")

    assert flaws(corpus) == []
    assert [f.problem for f in flaws(replace(corpus, suspensions=(wrong, nowhere)))] == [
        f"{toy.RULES} makes no 'no such'.",
        "'none' is no provision.",
        "Instrument 'nowhere' is unknown.",
    ]
