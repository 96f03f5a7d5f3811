"""`weighbridge classify`: in which ECCN paragraph an item stands, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from weighbridge.app.classify import Classified
from weighbridge.app.classify import classify as classify_item
from weighbridge.app.respond import explained_plain
from weighbridge.cli import wording as w
from weighbridge.cli.common import clock_options, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.show import Show, grouped
from weighbridge.core.text import Language, Text

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
    with faults_as_exit_codes(format_, language):
        found = classify_item(stated, day(on), day(known_on))
    if format_ == "json":
        print_json(_plain(found, language))
    else:
        _show(found, language)


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
