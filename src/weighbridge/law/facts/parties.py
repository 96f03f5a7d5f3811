"""Facts about the parties: where each is located, headquartered, and whose ultimate parent stands behind it.

Places are resolved before they get here: Hong Kong is the entry of China, a territory that of its sovereign.
"""

from __future__ import annotations

from weighbridge.core.fact import Fact, Kind
from weighbridge.law.facts.declare import Pair, fact, place, truth

EAR_PARTIES = "15 CFR 748.5"


def _party(key: str, label: Pair) -> tuple[Fact, Fact, Fact, Fact, Fact]:
    en, zh = label
    return (
        fact(
            f"{key}.name",
            Kind.NAME,
            (f"the name of {en}", f"{zh}名稱"),
            (f"Who is {en}?", f"{zh}為何人？"),
            EAR_PARTIES,
        ),
        fact(
            f"{key}.ultimate_parent",
            Kind.NAME,
            (f"the ultimate parent of {en}", f"{zh}之最終母公司"),
            (f"Who is the ultimate parent of {en}?", f"{zh}之最終母公司為何人？"),
            EAR_PARTIES,
        ),
        place(
            f"{key}.location",
            (f"the location of {en}", f"{zh}所在地"),
            (f"Where is {en} located?", f"{zh}位於何處？"),
            EAR_PARTIES,
        ),
        place(
            f"{key}.headquarters",
            (f"the headquarters of {en}", f"{zh}總部所在地"),
            (f"Where is {en} headquartered?", f"{zh}之總部設於何處？"),
            EAR_PARTIES,
        ),
        place(
            f"{key}.ultimate_parent_headquarters",
            (f"the headquarters of {en}'s ultimate parent", f"{zh}最終母公司總部所在地"),
            (f"Where is the ultimate parent of {en} headquartered?", f"{zh}之最終母公司總部設於何處？"),
            EAR_PARTIES,
        ),
    )


EXPORTER_NAME, EXPORTER_PARENT_NAME, EXPORTER_LOCATION, EXPORTER_HEADQUARTERS, EXPORTER_PARENT = _party(
    "exporter", ("the exporter", "出口商")
)
CONSIGNEE_NAME, CONSIGNEE_PARENT_NAME, CONSIGNEE_LOCATION, CONSIGNEE_HEADQUARTERS, CONSIGNEE_PARENT = _party(
    "ultimate_consignee", ("the ultimate consignee", "最終收貨人")
)
END_USER_NAME, END_USER_PARENT_NAME, END_USER_LOCATION, END_USER_HEADQUARTERS, END_USER_PARENT = _party(
    "end_user", ("the end user", "最終使用者")
)
INTERMEDIATE_HEADQUARTERS = fact(
    "intermediate_consignees.headquarters",
    Kind.PLACES,
    (
        "the headquarters of the intermediate consignees and of their ultimate parents",
        "中間收貨人及其最終母公司之總部所在地",
    ),
    (
        "Where are the intermediate consignees, and their ultimate parents, headquartered?",
        "各中間收貨人及其最終母公司之總部設於何處？",
    ),
    EAR_PARTIES,
)
PERMANENT_REGULAR_EMPLOYEE = truth(
    "deemed.permanent_regular_employee",
    ("a permanent regular employee", "永久正式員工"),
    (
        "Is the recipient a permanent regular employee (734.20(d)(2)) of the employer?",
        "接收者是否為雇主之永久正式員工（734.20(d)(2)）？",
    ),
    "15 CFR 734.20(d)(2)",
)
EMPLOYER_HEADQUARTERS = place(
    "deemed.employer_headquarters",
    ("the employer's headquarters", "雇主總部所在地"),
    ("Where is the employer headquartered?", "雇主之總部設於何處？"),
    "15 CFR 742.6(a)(13)",
)
EMPLOYER_PARENT = place(
    "deemed.employer_ultimate_parent_headquarters",
    ("the headquarters of the employer's ultimate parent", "雇主最終母公司總部所在地"),
    ("Where is the employer's ultimate parent headquartered?", "雇主之最終母公司總部設於何處？"),
    "15 CFR 742.6(a)(13)",
)
