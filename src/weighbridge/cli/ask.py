"""`weighbridge ask`: the interview in the terminal."""

from __future__ import annotations

from datetime import datetime
from typing import Any, BinaryIO

import click

from weighbridge.app.faults import RequestFaults
from weighbridge.app.interview import Interview
from weighbridge.app.request.document import read_document
from weighbridge.app.respond import respond
from weighbridge.cli.common import clock_options, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.show import Show
from weighbridge.core.text import Language, Text
from weighbridge.engine.interview import Question

FIRST = (
    ("on", Text("Date of the transaction (YYYY-MM-DD)", "交易日期（YYYY-MM-DD）")),
    ("item", Text("Item: a chip's name, or an ECCN paragraph", "物項：晶片名稱或 ECCN 項目")),
    ("quantity", Text("How many units", "單位數量")),
    ("destination", Text("Destination", "目的地")),
)
HINT = Text("Answer, or press Enter if you cannot say.", "請作答；如無法回答請按 Enter。")
YES_NO = Text("true or false", "true 或 false")
ONE_OF = Text("one of: {0}", "下列之一：{0}")
SOME_OF = Text("some of, with commas: {0}; or none", "下列數項，以逗號分隔：{0}；或 none")


@click.command()
@click.argument("request_file", type=click.File("rb"), required=False, metavar="[REQUEST]")
@clock_options
@format_option
@language_option
def ask(
    request_file: BinaryIO | None, on: datetime | None, known_on: datetime | None, format_: str, language: Language
) -> None:
    """Ask only what can change the answer, the most decisive first. REQUEST may state some of it beforehand."""
    with faults_as_exit_codes(format_, language):
        document = read_document(request_file.read(2_000_000)) if request_file else {}
        if on:
            document["on"] = str(day(on))
        for key, label in FIRST:
            if key not in document:
                _first(document, key, label.to(language))
        interview = Interview(document, day(known_on))
        click.echo(HINT.to(language), err=True)
        while question := interview.question():
            _put(interview, question, language)
        found = interview.answer()
        if format_ == "json":
            print_json({"request": interview.document, "response": respond(found, language)})
            return
        from weighbridge.cli.determine import title

        show = Show(language)
        show.response(respond(found, language), title(found, language))
        show.page.print()


def _first(document: dict[str, Any], key: str, label: str) -> None:
    written = click.prompt(label, default="", show_default=False, err=True).strip()
    if written:
        document[key] = _item(written) if key == "item" else written


def _item(written: str) -> dict[str, str]:
    """An ECCN starts with a digit, a letter and three digits; anything else names a chip."""
    looks_like_eccn = len(written) >= 5 and written[0].isdigit() and written[1].isalpha() and written[2:5].isdigit()
    return {"eccn": written} if looks_like_eccn or written == "EAR99" else {"chip": written}


def _put(interview: Interview, question: Question, language: Language) -> None:
    """Ask until the reply fits or is declined."""
    label = f"{question.text.to(language)} [{question.citation}]\n  {_accepted(question, language)}"
    while True:
        written = click.prompt(label, default="", show_default=False, err=True).strip()
        if not written:
            interview.decline(question)
            return
        try:
            interview.reply(question, "" if written == "none" else written)
        except RequestFaults as wrong:
            for fault in wrong.faults:
                click.echo(fault.sentence().to(language), err=True)
        else:
            return


def _accepted(question: Question, language: Language) -> str:
    words = ", ".join(f"{choice.word} ({choice.label.to(language)})" for choice in question.choices)
    if question.fact.kind.value == "truth":
        return YES_NO.to(language)
    if words:
        return (SOME_OF if question.fact.kind.value == "words" else ONE_OF).to(language).format(words)
    return question.fact.unit or question.fact.kind.value
