"""15 CFR 750.7(g): the validity of a license, and how long its records are kept."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, Condition, classified_in, not_, value
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text

ONE_YEAR_ITEMS = classified_in(value("742.6.a.6.iii.A.items"))
LICENSEE = Text("licensee", "被許可人")


def duty(name: str, citation: Citation, what: tuple[str, str], years: str, condition: Condition, by: str) -> Provision:
    """A duty of whoever holds the license, reckoned in years."""
    text = Text(*what)
    effect = Duty(text, LICENSEE, Due("years_kept", value(years)), ("LICENSE",))
    return Provision(name, text, citation, by, effect, condition)


GENERAL = duty(
    "750.7(g).general",
    Citation("15 CFR 750.7(g)", "90 FR 4544"),
    (
        "Ship before the license expires: generally four years after issue. The day shown counts from the date of "
        "the transaction.",
        "於許可失效前出貨：許可原則上自核發起四年有效。所示日期自交易日起算。",
    ),
    "750.7.g.general_years",
    ALWAYS,
    "fr_90_4544",
)

PROVISIONS = (
    duty(
        "750.7(g)",
        Citation("15 CFR 750.7(g)", "90 FR 4544"),
        (
            "Ship before the license expires: generally one year after issue for this item. The day shown counts from "
            "the date of the transaction.",
            "於許可失效前出貨：本物項之許可原則上自核發起一年有效。所示日期自交易日起算。",
        ),
        "750.7.g.years",
        ONE_YEAR_ITEMS,
        "fr_90_4544",
    ),
    replace(GENERAL, citation=Citation("15 CFR 750.7(g)"), instrument="ear"),
    replace(GENERAL, condition=not_(ONE_YEAR_ITEMS)),
    duty(
        "762.6(a).license",
        Citation("15 CFR 762.6(a)"),
        ("Keep the license, the application and the records of its use.", "保存許可、申請書及其使用紀錄。"),
        "762.6.a.license_years",
        ALWAYS,
        "ear",
    ),
)
