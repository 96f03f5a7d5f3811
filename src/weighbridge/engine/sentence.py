"""Reads a condition out as a sentence, in English and in Traditional Chinese, from the condition itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from weighbridge.core import condition as c
from weighbridge.core.fact import Fact, Kind
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.text import Text, same
from weighbridge.engine.reckon import shown

LISTED = 8
"""A set of up to this many members is read out; a longer one is named by its source."""

QUANTITIES = {
    ">=": Text("{0} is at least {1}", "{0}至少為 {1}"),
    ">": Text("{0} is more than {1}", "{0}大於 {1}"),
    "<=": Text("{0} is at most {1}", "{0}至多為 {1}"),
    "<": Text("{0} is less than {1}", "{0}小於 {1}"),
}
DAYS = {
    ">=": Text("{0} is on or after {1}", "{0}在 {1} 當日或之後"),
    ">": Text("{0} is after {1}", "{0}在 {1} 之後"),
    "<=": Text("{0} is on or before {1}", "{0}在 {1} 當日或之前"),
    "<": Text("{0} is before {1}", "{0}在 {1} 之前"),
}
IS_ONE_OF = Text("{0} is one of: {1}", "{0}為下列之一：{1}")
IS_IN = Text("{0} is in {1}", "{0}屬於{1}")
INCLUDES = Text("{0} includes one of: {1}", "{0}包含下列之一：{1}")
CLASSIFIED = Text("the item is classified in one of: {0}", "物項歸類於下列之一：{0}")
LISTED_IN = Text("the {0} listed in {1}", "{1} 所列之 {0} 項")
ALL_OF = Text("all of these hold", "下列各項皆成立")
ANY_OF = Text("at least one of these holds", "下列至少一項成立")
ALWAYS = Text("always", "一律適用")
NOT = Text("not: {0}", "非：{0}")
PLUS, TIMES = Text(" plus ", " 加 "), Text(" times ", " 乘以 ")
GREATEST = Text("the greater of {0}", "{0} 之較大者")
AND, COMMA = Text(" and ", " 與 "), Text(", ", "、")
TOTAL = Text("the total of {0} over {1}", "{1}中{0}之合計")
LARGEST = Text("the largest of {0} over {1}", "{1}中{0}之最大者")
UNPUBLISHED = Text("a number not yet published", "尚未公布之數值")


def sentence(condition: c.Condition, rulebook: Rulebook) -> Text:
    """What the condition says, in words; a group says only how its parts are joined."""
    if condition.says is not None:
        return condition.says
    match condition:
        case c.AllOf(parts=parts):
            return ALL_OF if parts else ALWAYS
        case c.AnyOf():
            return ANY_OF
        case c.Not(part=part):
            return NOT.format(sentence(part, rulebook))
        case c.Met(provision=name):
            return rulebook.provisions[name].title
        case c.Holds(fact=fact):
            return label(fact, rulebook)
        case c.Compare(left=left, operator=sign, right=right):
            compared = DAYS if _is_day(left, rulebook) else QUANTITIES
            return compared[sign].format(spoken(left, rulebook), spoken(right, rulebook))
        case c.Among(fact=fact, among=among):
            words = IS_IN if _has_name(among, rulebook) else IS_ONE_OF
            return words.format(label(fact, rulebook), members(among, rulebook, fact))
        case c.Overlaps(fact=fact, among=among):
            return INCLUDES.format(label(fact, rulebook), members(among, rulebook, fact))
        case c.Classified(among=among):  # pragma: no branch
            return CLASSIFIED.format(members(among, rulebook))


def _has_name(among: c.ValueTerm | c.Words | c.FactTerm, rulebook: Rulebook) -> bool:
    return isinstance(among, c.ValueTerm) and among.value in rulebook.labels


def label(fact: str, rulebook: Rulebook) -> Text:
    """The label of a fact, or of a column of a fact of kind rows."""
    return _fact(fact, rulebook).label


def _fact(name: str, rulebook: Rulebook) -> Fact:
    if name in rulebook.facts:
        return rulebook.facts[name]
    return next(column for f in rulebook.facts.values() for column in f.columns if column.name == name)


def _is_day(term: c.Term, rulebook: Rulebook) -> bool:
    return isinstance(term, c.FactTerm) and _fact(term.fact, rulebook).kind is Kind.DAY


def spoken(term: c.Term, rulebook: Rulebook) -> Text:
    """A term in words: the label of a fact, the law's figure with its unit."""
    match term:
        case c.FactTerm(fact=fact):
            return label(fact, rulebook)
        case c.ValueTerm(value=name):
            return figure(name, rulebook)
        case c.Words(words=words):
            return same(", ".join(words))
        case c.Sum(terms=terms):
            return _joined((spoken(t, rulebook) for t in terms), PLUS)
        case c.Product(terms=terms):
            return _joined((spoken(t, rulebook) for t in terms), TIMES)
        case c.Greatest(terms=terms):
            return GREATEST.format(_joined((spoken(t, rulebook) for t in terms), AND))
        case c.When(counted=counted):
            return spoken(counted, rulebook)
        case c.Total(rows=rows, of=of):
            return TOTAL.format(spoken(of, rulebook), label(rows, rulebook))
        case c.Largest(rows=rows, of=of):  # pragma: no branch
            return LARGEST.format(spoken(of, rulebook), label(rows, rulebook))


def figure(name: str, rulebook: Rulebook) -> Text:
    """A value of the law with its unit."""
    found = rulebook.values[name]
    match found:
        case None:
            return UNPUBLISHED
        case frozenset():
            return members(c.ValueTerm(name), rulebook)
        case date():
            return same(shown(found))
        case _:
            unit = rulebook.units[name]
            return same(shown(found) if unit in ("", "share") else f"{shown(found)} {unit}")


def members(among: c.ValueTerm | c.Words | c.FactTerm, rulebook: Rulebook, fact: str = "") -> Text:
    """The members of a set, or where they are listed."""
    if isinstance(among, c.FactTerm):
        return label(among.fact, rulebook)
    if isinstance(among, c.Words):
        labels = {choice.word: choice.label for choice in _fact(fact, rulebook).choices} if fact else {}
        return _joined((labels.get(word, same(word)) for word in among.words), COMMA)
    if among.value in rulebook.labels:
        return rulebook.labels[among.value]
    found, version = rulebook.values[among.value], rulebook.versions[among.value]
    if not isinstance(found, frozenset) or version is None:
        return UNPUBLISHED
    if len(found) <= LISTED:
        return _joined((same(member) for member in sorted(found)), COMMA) if found else same("-")
    return LISTED_IN.format(str(len(found)), version.source.cite)


def _joined(parts: Iterable[Text], between: Text) -> Text:
    texts = list(parts)
    return Text(between.en.join(t.en for t in texts), between.zh.join(t.zh for t in texts))
