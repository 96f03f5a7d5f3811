"""Prints an answer as text, from the same plain data that JSON readers get."""

from __future__ import annotations

from typing import Any

from weighbridge.cli import wording as w
from weighbridge.cli.page import Page, columns
from weighbridge.core.text import Language, Text

Plain = dict[str, Any]


class Show:
    """Writes one response onto a page."""

    def __init__(self, language: Language) -> None:
        self.page = Page()
        self.language: Language = language

    def say(self, text: Text, *parts: object) -> str:
        """The text in the reader's language, filled."""
        return text.to(self.language).format(*parts) if parts else text.to(self.language)

    def response(self, response: Plain, title: str) -> None:
        """The whole answer."""
        self.page.line(title, bold=True)
        self._classification(response)
        tracks = response["tracks"]
        if len(tracks) > 1:
            self._side_by_side(response)
        first = next(iter(tracks.values()))
        for name, track in tracks.items():
            if track is first or track != first:
                self._track(name, track)
        if response["advice"]:
            self.page.heading(self.say(w.ADVICE))
            for advice in response["advice"]:
                self._advice(advice)
        if response["screening"]:
            self._screening(response["screening"])
        self._list(w.ASSUMED, response["assumptions"])
        self._list(w.NOTES, response["notes"])
        if "ledger" in response:
            self._ledger(response["ledger"])
        self.page.blank()
        if response["lists"]:
            for version in response["lists"]["versions"]:
                held = (version["source"], version["number"], version["confirmed"], version["age_days"])
                self.page.line(self.say(w.SCREENED_AGAINST, *held, version["sha256"][:16], grouped(version["entries"])))
        for name, rulebook in response["rulebook"].items():
            self.page.line(self.say(w.RULEBOOK, name, rulebook["digest"][:16]))
        self.page.line(self.say(w.HORIZON, response["knowledge_horizon"]["checked_to"]))
        self.page.line(self.say(w.NOT_ADVICE))

    def _ledger(self, ledger: Plain) -> None:
        """Which book was read, and how a reservation there ended."""
        self.page.heading(self.say(w.LEDGER, ledger["book"], grouped(ledger["entries"])))
        if "reservation" in ledger:
            reservation = ledger["reservation"]
            self.page.line(reservation["message"], 2, mark=f"{reservation['status']}  ")

    def _side_by_side(self, response: Plain) -> None:
        """One line for each track, then where and why they part."""
        self.page.blank()
        names = {name: self.say(w.TRACKS[name]) for name in response["tracks"]}
        width = max(map(columns, names.values()))
        first = next(iter(response["tracks"].values()))
        for name, track in response["tracks"].items():
            gist = " ".join(filter(None, (track["outcome"], track["exception"], track["review_policy"])))
            lead = names[name] + " " * (width - columns(names[name])) + "  "
            alike = f" ({self.say(w.ALIKE)})" if track is not first and track == first else ""
            self.page.line(gist + alike, mark=lead, bold=True, colour=w.COLOURS.get(track["outcome"]))
        for parting in response["partings"]:
            self.page.line(self.say(w.PART, parting["text"]))
        for rulebook in response["rulebook"].values():
            if "title" in rulebook:
                self.page.line(self.say(w.PROPOSED_BY, rulebook["title"]))

    def _classification(self, response: Plain) -> None:
        c = response["classification"]
        eccn = ", ".join(c["all_eccns"]) or c["asserted_eccn"] or self.say(w.IN_NO_PARAGRAPH)
        if len(c["all_eccns"]) > SHOWN_ECCNS:
            eccn = f"{c['all_eccns'][0]} … {c['all_eccns'][-1]}"
        self.page.line(self.say(w.CLASSIFIED, eccn))
        if c["tpp"] is not None or c["total_tpp"] is not None:
            figures = (c["tpp"], c["performance_density"], c["unit_count"], c["total_tpp"])
            self.page.line(self.say(w.FIGURES, *(grouped(f) for f in figures)))
        if not c["stable_across_sources"]:
            self.page.line(self.say(w.UNSTABLE), mark="! ")
        if response["destination_group"]:
            self.page.line(self.say(w.DESTINATION, self.say(w.GROUPS[response["destination_group"]])))

    def _track(self, name: str, track: Plain) -> None:
        outcome = track["outcome"]
        symbol = f" ({track['exception']})" if track["exception"] else ""
        self.page.blank()
        self.page.line(f"{self.say(w.TRACKS[name])}: {outcome}{symbol}", bold=True, colour=w.COLOURS.get(outcome))
        self.page.line(self.say(w.OUTCOMES[outcome]), 2)
        if track["review_policy"]:
            self.page.line(self.say(w.REVIEW, self.say(w.POLICIES[track["review_policy"]])), 2)
        self._findings(TITLES.get(outcome, w.DECIDED_BY), track["decided_by"])
        if track["missing"]:
            self.page.heading(self.say(w.MISSING))
            for missing in track["missing"]:
                self.page.line(f"{missing['question']} ({missing['fact']}) [{missing['citation']}]", 2, mark="? ")
                for open_ in missing.get("settled_by", ()):
                    self.page.line(open_, 6)
        self._conditions(track["conditions"])
        if track["allocations"]:
            self.page.heading(self.say(w.ALLOCATIONS))
            for draw in track["allocations"]:
                words = w.TOO_MUCH if draw["fits"] is False else w.DRAWS
                amounts = (draw[k] for k in ("draws_tpp", "limit_tpp", "used_tpp", "remaining_tpp"))
                line = self.say(words, draw["id"], *(grouped(a) for a in amounts))
                self.page.line(f"{line} [{draw['citation']}]", 2)
        self._considered(track["considered"])
        self._readings(track["readings"])
        if "explanation" in track:
            self._explanation(track["explanation"])

    def _findings(self, title: Text, findings: list[Plain]) -> None:
        if findings:
            self.page.heading(self.say(title))
        for finding in findings:
            self.page.line(f"{finding['citation']}  {finding['text']}", 2)

    def _conditions(self, conditions: list[Plain]) -> None:
        if conditions:
            self.page.heading(self.say(w.TO_DO))
        for duty in conditions:
            when = self.say(w.WHEN[duty["when"]], duty["due"] or "-")
            mark = "- " if duty["applies"] else "? "
            self.page.line(f"{when}: {duty['what']} ({duty['who']}) [{duty['citation']}]", 2, mark=mark)

    def _considered(self, considered: list[Plain]) -> None:
        if considered:
            self.page.heading(self.say(w.CONSIDERED))
        words = {True: w.AVAILABLE, False: w.UNAVAILABLE, None: w.DEPENDS}
        for each in considered:
            mark = w.MARKS[each["available"]]
            self.page.line(
                f"{each['exception']}: {self.say(words[each['available']])} [{each['citation']}]", 2, mark=mark
            )
            for reason in each["because"]:
                self.page.line(f"{reason['text']} [{reason['citation']}]", 6, mark=w.MARKS[reason["truth"]])

    def _readings(self, readings: list[Plain]) -> None:
        if readings:
            self.page.heading(self.say(w.READINGS))
        for reading in readings:
            taken, other = reading["taken"], reading["otherwise"]
            self.page.line(f"{reading['id']}: {reading['question']}", 2)
            self.page.line(self.say(w.READ_AS, taken["position"], taken["text"], taken["citation"]), 6)
            gives = " ".join(filter(None, (other["outcome"], other["exception"], other["review_policy"])))
            line = self.say(w.READ_OTHERWISE, other["position"], other["text"], other["citation"], gives)
            self.page.line(line, 6)
            if reading["check"]:
                self.page.line(self.say(w.CHECK, reading["check"]), 6, mark="! ")

    def _advice(self, advice: Plain) -> None:
        changes = ", ".join(f"{k} → {grouped(v)}" for k, v in advice["change"].items())
        becomes = " ".join(filter(None, (advice["becomes"], advice["exception"], advice["review_policy"])))
        self.page.line(self.say(w.BECOMES, changes, becomes), 2, mark="- ")

    def _screening(self, screening: Plain) -> None:
        """Each party with what came up for it, then what is known of the owners, and from where."""
        self.page.heading(self.say(w.PARTIES))
        for party in screening["parties"]:
            self._party(self.say(w.ROLES[party["role"]]), party)
        for owner in screening["owners"]:
            self._party(self.say(w.ROLES["owner"]), owner)
        for told in screening["provenance"]:
            self.page.line(told["text"], 2, mark="- ")

    def _party(self, role: str, party: Plain) -> None:
        lists = ", ".join(party["listed_on"])
        found = self.say(w.STANDS_ON, lists) if lists else party["verdict"]
        self.page.line(self.say(w.PARTY, role, party["name"], found), 2)
        for candidate in party["candidates"]:
            judged = candidate["judgement"]
            opinion = judged["opinion"] if judged and judged["stands"] else self.say(w.TO_JUDGE)
            met = (candidate["query"], candidate["listed"], candidate["list"], candidate["score"])
            self.page.line(self.say(w.CANDIDATE, *met, candidate["verdict"], opinion), 6)

    def _explanation(self, steps: list[Plain]) -> None:
        self.page.heading(self.say(w.EXPLAINED))
        for step in steps:
            self.page.line(f"{step['title']} [{step['citation']}]", 2, mark=w.MARKS[step["truth"]])
            self.condition(step["condition"], 4)

    def condition(self, condition: Plain, indent: int) -> None:
        """One condition and its parts, as a tree."""
        found = f" ({condition['found']})" if condition.get("found") else ""
        line = f"{condition['text']}{found} [{condition['citation']}]"
        self.page.line(line, indent, mark=w.MARKS[condition["truth"]])
        for part in condition.get("parts", ()):
            self.condition(part, indent + 2)

    def _list(self, title: Text, lines: list[str]) -> None:
        if lines:
            self.page.heading(self.say(title))
        for line in lines:
            self.page.line(line, 2, mark="- ")


SHOWN_ECCNS = 4
TITLES = {"NO_LICENSE_REQUIRED": w.EVALUATED, "NOT_SUBJECT_TO_THE_EAR": w.EVALUATED, "INCOMPLETE": w.UNDECIDED}


def grouped(found: object) -> str:
    """A number with thousands separators; `?` where there is none."""
    if found is None:
        return "?"
    return f"{found:,}" if isinstance(found, int) and not isinstance(found, bool) else str(found)
