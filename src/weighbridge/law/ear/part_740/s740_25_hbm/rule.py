"""15 CFR 740.25: License Exception HBM, for high-bandwidth memory that is to be co-packaged."""

from __future__ import annotations

from weighbridge.core.condition import all_of, any_of, classified, not_, value
from weighbridge.core.provision import Due
from weighbridge.law.ear.part_740.terms import ENTITY_MEMORY, MEMORY, MOVES, duty, exception, read_later
from weighbridge.law.facts.exceptions import INTERMEDIATES_ANY
from weighbridge.law.facts.hbm import (
    ADVANCED_NODE_FACILITY,
    DISCREPANCY,
    DISTRIBUTOR,
    FINISHED_BELOW_3A090,
    ONLY_FORWARDERS,
    PURCHASED_BY_DESIGNER,
    RETURNED_TO_EXPORTER,
    SHIPPED_TO_PACKAGING_SITE,
)
from weighbridge.law.facts.item import HBM_DENSITY
from weighbridge.law.facts.parties import CONSIGNEE_HEADQUARTERS, EXPORTER_HEADQUARTERS, EXPORTER_PARENT

BY = "fr_89_96790"
HBM = read_later("740.25", "89 FR 96790")
US, A5, A6 = value("group.united_states"), value("group.a5"), value("group.a6")
D5, MACAU = value("group.d5"), value("group.macau")

# The memory goes directly to the packaging site, which is therefore the ultimate consignee.
SITE_OF_AN_ALLY = any_of(*(CONSIGNEE_HEADQUARTERS.is_in(group) for group in (US, A5, A6)))
OTHER_SITE = not_(SITE_OF_AN_ALLY)

PROVISIONS = (
    exception(
        "740.25",
        "HBM",
        (MEMORY, ENTITY_MEMORY),
        ("License Exception HBM", "許可例外 HBM（高頻寬記憶體）"),
        (
            "HBM authorizes memory of moderate bandwidth density, bought by the designer of the co-packaged commodity "
            "and shipped directly to the packaging site.",
            "HBM 授權將頻寬密度較低、由共同封裝貨品之設計者購買之記憶體，直接運交封裝廠。",
        ),
        all_of(
            MOVES,
            classified("3A090.c"),
            HBM_DENSITY.less_than(value("740.25.density_below")),
            any_of(EXPORTER_HEADQUARTERS.is_in(US), EXPORTER_HEADQUARTERS.is_in(A5)),
            not_(any_of(EXPORTER_PARENT.is_in(D5), EXPORTER_PARENT.is_in(MACAU))),
            PURCHASED_BY_DESIGNER.holds,
            SHIPPED_TO_PACKAGING_SITE.holds,
            not_(DISTRIBUTOR.holds),
            any_of(not_(INTERMEDIATES_ANY.holds), ONLY_FORWARDERS.holds),
            not_(ADVANCED_NODE_FACILITY.holds),
            any_of(all_of(SITE_OF_AN_ALLY, FINISHED_BELOW_3A090.holds), all_of(OTHER_SITE, RETURNED_TO_EXPORTER.holds)),
        ),
        citation=HBM,
        by=BY,
    ),
    duty(
        "740.25 confirmation",
        "HBM",
        SITE_OF_AN_ALLY,
        (
            "Obtain the packaging site's written confirmation that the finished item will be below 3A090.",
            "取得封裝廠之書面確認，載明成品將未達 3A090。",
        ),
        Due("before_use"),
        citation=HBM,
        by=BY,
    ),
    duty(
        "740.25 reconciliation",
        "HBM",
        OTHER_SITE,
        (
            "Have the co-packaged items returned and reconcile the units returned with the units sent.",
            "使共同封裝後之成品交還，並核對交還與送出之單位數。",
        ),
        Due("ongoing"),
        citation=HBM,
        by=BY,
    ),
    duty(
        "740.25 discrepancy",
        "HBM",
        all_of(OTHER_SITE, DISCREPANCY.more_than(value("740.25.discrepancy_above"))),
        (
            "Treat the discrepancy as a red flag, and report it to BIS if it stays unresolved "
            "(HBMReports@bis.doc.gov).",
            "將該差異視為警示；如未能釐清，須通報 BIS（HBMReports@bis.doc.gov）。",
        ),
        Due("days_after", value("740.25.report_days")),
        citation=HBM,
        by=BY,
    ),
)
