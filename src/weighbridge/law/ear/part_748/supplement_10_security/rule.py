"""Supplement No. 10 to part 748, paragraphs 14, 15 and 18: certified by 15 January 2026, kept from then on."""

from __future__ import annotations

from collections.abc import Iterator

from weighbridge.core.condition import value
from weighbridge.core.provision import Due, Provision
from weighbridge.law.ear.part_748.veu import SUPPLEMENT, duty
from weighbridge.law.facts.transaction import ON

BY = value("supplement_10.security_by")
PARAGRAPHS = (
    (
        "14",
        (
            "Data centers meet NIST 800-53 in line with FedRAMP High and the further controls named, attested each year by a "
            "third-party assessor; anti-seizure and anti-tamper measures; physical security as listed.",
            "資料中心符合 NIST 800-53 及 FedRAMP High 與所列附加控制，由第三方評估機構逐年認證；防扣押、防竄改及所列實體安全措施。",
        ),
    ),
    (
        "15",
        (
            "Follow the NSA sheet on deploying AI systems securely and the CISA goals it cites; log usage; keep 4E091 "
            "weights on dedicated devices behind rate-limited, narrow interfaces.",
            "遵循 NSA《安全部署 AI 系統》及其引用之 CISA 目標；記錄使用情形；4E091 權重存放於專用裝置，並以限速、窄化之介面存取。",
        ),
    ),
    (
        "18",
        (
            "Vet everyone with access, exclude those listed or employed by governments or militaries of Macau or D:5, and "
            "run an insider-threat program.",
            "審查所有具存取權之人員，排除列名者及受僱於澳門或 D:5 政府或軍方者，並推行內部威脅防範計畫。",
        ),
    ),
)


def _paragraph(number: str, what: tuple[str, str]) -> Iterator[Provision]:
    """Until the day: certify that it will be met by then. After it: keep to it."""
    name, cite = f"supplement_10.{number}", SUPPLEMENT.format(number)
    yield duty(name, cite, what, Due("by_day", BY), condition=ON.at_most(BY))
    yield duty(f"{name}.kept", cite, what, Due("ongoing"), condition=ON.more_than(BY))


PROVISIONS = tuple(provision for number, what in PARAGRAPHS for provision in _paragraph(number, what))
