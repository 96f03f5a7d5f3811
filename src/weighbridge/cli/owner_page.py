"""Prints who owns a party, with the owners as a tree, from the same plain data that JSON readers get."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weighbridge.cli import owner_wording as w
from weighbridge.cli import wording
from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text

Plain = dict[str, Any]
PLACES = 4
DEEPEST = 30


def owner_page(plain: Plain, language: Language) -> Page:
    """The page of one party."""
    return OwnerPage(plain, language).page


class OwnerPage:
    """Writes the answer about one party onto a page."""

    def __init__(self, plain: Plain, language: Language) -> None:
        self.page = Page()
        self.plain = plain
        self.language: Language = language
        self.nodes = {node["id"]: node for node in plain["drawing"]["nodes"]}
        self._headline()
        self._tree()
        self._listed_owners()
        self._parents()
        self._rule()
        self._terms()
        self._list(w.TO_FIND_OUT, [question["text"] for question in plain["questions"]], "? ")
        self._list(wording.NOTES, plain["notes"], "- ")
        self.page.blank()
        source = plain["graph"]
        self.page.line(self.say(w.FROM_GRAPH, source["source"], source["sha256"][:16]))
        self.page.line(self.say(wording.NOT_ADVICE))

    def say(self, text: Text, *parts: object) -> str:
        """The text in the reader's language, filled."""
        return text.to(self.language).format(*parts)

    def _headline(self) -> None:
        party, found = self.plain["party"], self.plain["ownership"]
        self.page.line(f"{self._name(party)}  {self.plain['on']}", bold=True)
        words, colour = w.REACHED[found["reached"]]
        self.page.line(self.say(words, shown_range(found["share"]), found["threshold"]), bold=True, colour=colour)
        for label, key in ((w.BY_CASCADE, "by_cascading_majorities"), (w.BY_PRODUCT, "by_multiplication")):
            told = self.say(w.REACHES[found[key]["reached"]], found["threshold"])
            self.page.line(self.say(label, shown_range(found[key]), told), 2)

    def _name(self, entity: Plain) -> str:
        return f"{entity['name']} ({entity['headquarters'] or self.say(w.NO_SEAT)})"

    # --- the tree -------------------------------------------------------------------------------------

    def _tree(self) -> None:
        self.page.heading(self.say(w.OWNERS))
        root = self.nodes[self.plain["party"]["id"]]
        self.page.line(self._described(root), 2)
        for line in self._branches(root["id"], (root["id"],), {root["id"]}):
            self.page.lines.append(f"  {line}")

    def _branches(self, owned: str, path: tuple[str, ...], drawn: set[str]) -> Iterator[str]:
        """The owners of one entity, each with its own below it; who was drawn before is only named."""
        lines = [line for line in self.plain["drawing"]["stakes"] if line["owned"] == owned]
        leaves = list(self._leaves(self.nodes[owned]))
        for i, line in enumerate(lines):
            last = i == len(lines) - 1 and not leaves
            owner = self.nodes[line["owner"]]
            share = f"{shown_range(line['share'])} %"
            before, repeated = owner["id"] in path, owner["id"] in drawn
            described = self._described(owner) if not repeated else self._name(owner)
            seen = self.say(w.IN_CIRCLE) if before else self.say(w.DRAWN_ABOVE) if repeated else ""
            yield f"{'└─' if last else '├─'} {share}  {' '.join(filter(None, (described, seen)))}"
            if not repeated and len(path) < DEEPEST:
                drawn.add(owner["id"])
                for below in self._branches(owner["id"], (*path, owner["id"]), drawn):
                    yield f"{'   ' if last else '│  '}{below}"
        for i, leaf in enumerate(leaves):
            yield f"{'└─' if i == len(leaves) - 1 else '├─'} {leaf}"

    def _leaves(self, node: Plain) -> Iterator[str]:
        if node["owners_left_out"]:
            yield self.say(w.LEFT_OUT, shown(node["share_left_out"]), node["owners_left_out"])
        if node["rest"] != "0" and not node["lists"]:
            if node["rest_may_be_anyones"]:
                yield self.say(w.REST_OPEN, shown(node["rest"]))
            elif node["kind"] not in ("person", "government"):
                yield self.say(w.REST_UNLISTED, shown(node["rest"]))

    def _described(self, node: Plain) -> str:
        marks = []
        if node["lists"]:
            marks.append(", ".join(node["lists"]))
        if node["listed"] is None:
            marks.append(self.say(w.PERHAPS_LISTED))
        elif node["listed"] is False and node["counts_whole"]:
            share = shown_range(node["listed_share_by_cascading_majorities"])
            marks.append(self.say(w.CAUGHT, share))
        elif node["counts_whole"] is None:
            marks.append(self.say(w.PERHAPS_CAUGHT))
        if node["kind"] != "company":
            marks.append(self.say(w.KINDS[node["kind"]]))
        return " ".join([self._name(node), *(f"[{mark}]" for mark in marks)])

    # --- what follows ---------------------------------------------------------------------------------

    def _listed_owners(self) -> None:
        owners = self.plain["listed_owners"]
        if owners:
            self.page.heading(self.say(w.LISTED_OWNERS))
        for owner in owners:
            lists = ", ".join(owner["lists"]) or self.say(w.PERHAPS_LISTED)
            counts = "" if owner["counts"] else self.say(w.NOT_COUNTED)
            told = self.say(w.LISTED_OWNER, self._name(owner), lists, shown_range(owner["direct"]))
            alone = (owner["alone_by_cascading_majorities"], owner["alone_by_multiplication"])
            if None not in alone:
                told += self.say(w.ALONE, *map(shown, alone))
            self.page.line(told + counts, 2, mark="- ")

    def _parents(self) -> None:
        found = self.plain["ultimate_parents"]
        self.page.heading(self.say(w.ULTIMATE_PARENTS if len(found["parents"]) > 1 else w.ULTIMATE_PARENT))
        for parent in found["parents"]:
            self.page.line(self._name(parent), 2, mark="- ")
        if not found["settled"]:
            self.page.line(self.say(w.MAY_GO_ON), 2, mark="! ")
        self.page.line(self.say(w.RULE, found["rule"]), 2)

    def _rule(self) -> None:
        self.page.heading(self.say(w.AFFILIATES_RULE))
        for track, rule in self.plain["affiliates_rule"].items():
            name = self.say(wording.TRACKS[track])
            if rule["in_force"]:
                words, colour = w.REQUIRED[rule["required"]]
                told = self.say(words, self.plain["ownership"]["threshold"])
                told += f" [{rule['citation']}]"
            else:
                told, colour = self.say(w.STAYED if rule["suspended"] else w.NO_RULE), None
            self.page.line(told, 2, mark=f"{name}: ", colour=colour)
            if rule["suspended"]:
                self.page.line(f"{rule['suspended']['scope']} [{rule['suspended']['citation']}]", 6)
            if rule["red_flag"]:
                self.page.line(f"{rule['red_flag']['says']} [{rule['red_flag']['citation']}]", 4, mark="! ")
            if rule["uncertain"]:
                self._uncertain(rule["uncertain"])

    def _uncertain(self, uncertain: Plain) -> None:
        self.page.line(f"{uncertain['question']} {uncertain['taken']}", 4, mark="! ")
        words, _ = w.REQUIRED_OTHERWISE[uncertain["required_otherwise"]]
        self.page.line(f"{uncertain['otherwise']} {self.say(words)}", 6)
        if uncertain["check"]:
            self.page.line(uncertain["check"], 6)

    def _terms(self) -> None:
        terms = self.plain["terms"]
        if not terms["strictest"] and not terms["unranked"]:
            return
        self.page.heading(self.say(w.TERMS))
        for mark, each in (("- ", terms["strictest"]), *(("? ", other) for other in terms["unranked"])):
            if each:
                asked = [each["license_requirement"], each["license_policy"]]
                stated = " ".join(filter(None, asked)) or self.say(w.NO_TERMS)
                self.page.line(f"{each['owner']} [{each['list']}]: {stated}", 2, mark=mark)

    def _list(self, title: Text, lines: list[str], mark: str) -> None:
        if lines:
            self.page.heading(self.say(title))
        for line in dict.fromkeys(lines):
            self.page.line(line, 2, mark=mark)


def shown(percentage: str) -> str:
    """A percentage short enough to read; what is cut off shows as an ellipsis."""
    whole, _, rest = percentage.partition(".")
    return percentage if len(rest) <= PLACES else f"{whole}.{rest[:PLACES]}…"


def shown_range(share: Plain) -> str:
    """A range of percentages, or the one that it is."""
    low, high = shown(share["low"]), shown(share["high"])
    return low if low == high else f"{low} – {high}"
