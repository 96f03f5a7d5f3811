"""`weighbridge classify`: in which ECCN paragraph an item stands, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any

import click

from weighbridge.app.classify import Classified
from weighbridge.app.classify import classify as classify_item
from weighbridge.app.respond import explained_plain
from weighbridge.app.vintages import Vintage
from weighbridge.app.vintages import by_vintage as classify_by_vintage
from weighbridge.cli import wording as w
from weighbridge.cli.common import clock_options, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.page import Page
from weighbridge.cli.show import Show, grouped
from weighbridge.core.text import Language, Text

SHOWN_FACTS = {
    "item.tpp": Text("TPP {0}", "TPP {0}"),
    "item.performance_density": Text("performance density {0}", "效能密度 {0}"),
    "item.interconnect_gb_per_s": Text("interconnect {0} GB/s", "互連傳輸率 {0} GB/s"),
}
MAY_STAND = Text("May stand in, depending on what is not stated: {0}", "視未填事實，可能屬於：{0}")


@click.command()
@click.argument("chip", required=False)
@click.option("--tpp", help="Total processing performance.")
@click.option(
    "--dense", multiple=True, metavar="PRECISION=TOPS", help="Dense throughput, such as fp16=989.5; repeatable."
)
@click.option("--die-area", help="Applicable (non-planar logic) die area in mm2.")
@click.option("--interconnect", help="Aggregate bidirectional transfer rate in GB/s, volatile memory left out.")
@click.option("--datacenter/--no-datacenter", default=None, help="Designed or marketed for datacenters.")
@click.option("--operations", help="Model weights: training operations, such as 1.2e26.")
@click.option("--published/--unpublished", default=None, help="Model weights: published or not.")
@click.option("--by-vintage", is_flag=True, help="By the law of every vintage of the rule, instead of one date.")
@clock_options
@format_option
@language_option
def classify(
    chip: str | None,
    tpp: str | None,
    dense: tuple[str, ...],
    die_area: str | None,
    interconnect: str | None,
    datacenter: bool | None,
    operations: str | None,
    published: bool | None,
    by_vintage: bool,
    on: datetime | None,
    known_on: datetime | None,
    format_: str,
    language: Language,
) -> None:
    """The ECCN paragraph of CHIP (a chip of the catalog), or of an item given by its parameters."""
    item: dict[str, Any] = {
        "chip": chip,
        "tpp": tpp,
        "dense_tops": {name: rate for name, _, rate in (pair.partition("=") for pair in dense)} or None,
        "die_area_mm2": die_area,
        "interconnect_gb_per_s": interconnect,
        "designed_for_datacenter": datacenter,
        "model": {"training_operations": operations, "published": published} if operations else None,
    }
    stated = {key: value for key, value in item.items() if value is not None}
    if by_vintage and on:
        raise click.UsageError("--by-vintage shows every date; leave out --on.")
    with faults_as_exit_codes(format_, language):
        if by_vintage:
            _vintages(classify_by_vintage(stated, day(known_on)), format_, language)
            return
        found = classify_item(stated, day(on), day(known_on))
    if format_ == "json":
        print_json(_plain(found, language))
    else:
        _show(found, language)


def _vintages(found: Sequence[Vintage], format_: str, language: Language) -> None:
    """Each vintage with its last day, its documents and the paragraphs."""
    lasts = [later.on - timedelta(days=1) for later in found[1:]]
    if format_ == "json":
        print_json(
            [
                {
                    "from": str(v.on),
                    "to": str(last) if last else None,
                    "documents": list(v.documents),
                    "eccn": v.classified.paragraphs[0] if v.classified.paragraphs else None,
                    "all_eccns": list(v.classified.paragraphs),
                    "possible_eccns": list(v.classified.possible),
                    "stable_across_sources": v.classified.stable_across_sources,
                }
                for v, last in zip_longest(found, lasts)
            ]
        )
        return
    page, facts = Page(), found[-1].classified.determination.facts
    item = found[-1].classified.request.item
    page.line(item.label if item else "?", bold=True)
    for name, unit in SHOWN_FACTS.items():
        if name in facts:
            page.line(unit.to(language).format(grouped(facts[name])))
    page.blank()
    for v, last in zip_longest(found, lasts):
        stands = ", ".join(v.classified.paragraphs) or w.IN_NO_PARAGRAPH.to(language)
        if v.classified.possible and not v.classified.paragraphs:
            stands = MAY_STAND.to(language).format(", ".join(v.classified.possible))
        documents = f" [{', '.join(v.documents)}]" if v.documents else ""
        mark = "" if v.classified.stable_across_sources else " !"
        page.line(f"{stands}{documents}{mark}", mark=f"{v.on} – {last or '…'!s:<10}  ")
    if not all(v.classified.stable_across_sources for v in found):
        page.line(w.UNSTABLE.to(language), mark="! ")
    page.print()


def _plain(found: Classified, language: Language) -> dict[str, Any]:
    facts = found.determination.facts
    return {
        "on": found.request.on.isoformat(),
        "eccn": found.paragraphs[0] if found.paragraphs else None,
        "all_eccns": list(found.paragraphs),
        "possible_eccns": list(found.possible),
        "stable_across_sources": found.stable_across_sources,
        "facts": {name: str(value) for name, value in sorted(facts.items()) if name.startswith(("item.", "model."))},
        "explanation": [
            {"provision": e.provision.id, "citation": str(e.citation), **explained_plain(e.condition, language)}
            for e in found.explained
        ],
    }


def _show(found: Classified, language: Language) -> None:
    show, page = Show(language), None
    page = show.page
    label = found.request.item.label if found.request.item else "?"
    page.line(f"{label}  {found.request.on}", bold=True)
    page.line(show.say(w.CLASSIFIED, ", ".join(found.paragraphs) or show.say(w.IN_NO_PARAGRAPH)), bold=True)
    if found.possible:
        page.line(show.say(MAY_STAND, ", ".join(found.possible)))
    facts = found.determination.facts
    if "item.tpp" in facts:
        page.line(f"TPP {grouped(facts['item.tpp'])}, density {grouped(facts.get('item.performance_density'))}")
    if not found.stable_across_sources:
        page.line(show.say(w.UNSTABLE), mark="! ")
    page.blank()
    for explained in found.explained:
        page.line(f"{explained.provision.title.to(language)} [{explained.citation}]", mark=w.MARKS[explained.truth])
        show.condition(explained_plain(explained.condition, language), 2)
    page.print()
