"""Facts that License Exception HBM turns on: who buys the memory, how it travels, what becomes of it."""

from __future__ import annotations

from weighbridge.law.facts.declare import quantity, truth

HBM = "15 CFR 740.25"

PURCHASED_BY_DESIGNER = truth(
    "hbm.purchased_by_designer",
    ("bought by the designer of the co-packaged commodity", "由共同封裝貨品之設計者購買"),
    (
        "Is the memory bought directly by the designer of the commodity in which it will be co-packaged?",
        "該記憶體是否由將與其共同封裝之貨品之設計者直接購買？",
    ),
    HBM,
)
SHIPPED_TO_PACKAGING_SITE = truth(
    "hbm.shipped_directly_to_packaging_site",
    ("shipped directly to the packaging site", "直接運交封裝廠"),
    ("Is the memory shipped directly to the packaging site?", "該記憶體是否直接運交封裝廠？"),
    HBM,
)
DISTRIBUTOR = truth(
    "hbm.distributor_involved",
    ("a distributor takes part", "有經銷商參與"),
    ("Does a distributor take part in the sale or the shipment?", "銷售或運送是否有經銷商參與？"),
    HBM,
)
ONLY_FORWARDERS = truth(
    "hbm.intermediates_only_forwarders_or_brokers",
    ("the only intermediates are hired forwarders or brokers", "中間人僅為受託之貨運承攬人或報關行"),
    (
        "Are the intermediate consignees no more than hired freight forwarders or customs brokers?",
        "各中間收貨人是否僅為受託之貨運承攬人或報關行？",
    ),
    HBM,
)
ADVANCED_NODE_FACILITY = truth(
    "hbm.advanced_node_facility_in_macau_or_d5",
    ("an advanced-node facility in Macau or Country Group D:5", "澳門或國家組別 D:5 之先進製程設施"),
    (
        "Does the memory go to a facility in Macau or Country Group D:5 that produces advanced-node integrated "
        "circuits?",
        "該記憶體是否運往位於澳門或國家組別 D:5、生產先進製程積體電路之設施？",
    ),
    HBM,
)
FINISHED_BELOW_3A090 = truth(
    "hbm.finished_item_below_3a090",
    ("the finished item is below 3A090", "成品未達 3A090"),
    (
        "Is the co-packaged item below the parameters of 3A090?",
        "共同封裝後之成品是否未達 3A090 之參數？",
    ),
    HBM,
)
RETURNED_TO_EXPORTER = truth(
    "hbm.returned_to_exporter",
    ("the co-packaged items return to the exporter", "共同封裝後之成品交還出口商"),
    (
        "Will the co-packaged items be returned to the exporter?",
        "共同封裝後之成品是否將交還出口商？",
    ),
    HBM,
)
DISCREPANCY = quantity(
    "hbm.unresolved_discrepancy",
    "share",
    ("unresolved discrepancy between units sent and returned", "送出與交還單位數之未釐清差異"),
    (
        "What share of the units sent is not accounted for among those returned or scrapped?",
        "送出之單位中，未能與交還或報廢者核對相符之比例為何？",
    ),
    HBM,
)
