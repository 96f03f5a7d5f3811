"""Facts that license requirements, review policies and allocations turn on."""

from __future__ import annotations

from weighbridge.law.facts.declare import place, presumed, quantity, truth

SIX_II = "15 CFR 742.6(a)(6)(ii)"

GOVERNMENT_ASSURANCES = presumed(
    "destination.government_assurances",
    ("listed in paragraph (b) of Supplement No. 5", "列於附件五 (b) 段"),
    (
        "Has the destination given government-to-government assurances, so that paragraph (b) of Supplement No. 5 to "
        "part 740 lists it?",
        "該目的地是否已提供政府間保證而列於第 740 部附件五 (b) 段？",
    ),
    "15 CFR 742.6(b)(10)(iii)(C)",
    False,
    (
        "The destination is taken to have no increased allocation under government-to-government assurances.",
        "推定該目的地未因政府間保證而提高分配額。",
    ),
)
INSTALLED_IN_DESTINATION = quantity(
    "installed_in_destination_tpp",
    "TPP",
    ("TPP installed in the destination since 2025", "自 2025 年起於該目的地裝置之 TPP"),
    (
        "How much TPP of licensed items is installed in the destination, counting from 2025?",
        "自 2025 年起算，已許可物項實際裝置於該目的地之 TPP 為何？",
    ),
    "15 CFR 742.6(b)(10)(iii)(B)(1)",
)
DEVELOPER_HEADQUARTERS = place(
    "technology.developer_headquarters",
    ("the headquarters of the technology's developer", "技術開發者之總部所在地"),
    ("Where is the entity that developed the technology headquartered?", "開發該技術之實體總部設於何處？"),
    SIX_II,
)
DEVELOPER_PARENT = place(
    "technology.developer_ultimate_parent_headquarters",
    ("the headquarters of the ultimate parent of the technology's developer", "技術開發者最終母公司之總部所在地"),
    (
        "Where is the ultimate parent of the entity that developed the technology headquartered?",
        "開發該技術之實體，其最終母公司總部設於何處？",
    ),
    SIX_II,
)
OF_US_SOFTWARE = truth(
    "technology.direct_product_of_us_software",
    ("the direct product of software that is subject to the EAR", "受 EAR 管轄之軟體之直接產品"),
    (
        "Is the technology the direct product of software that is subject to the EAR?",
        "該技術是否為受 EAR 管轄之軟體之直接產品？",
    ),
    SIX_II,
)
FOR_PRODUCTION = truth(
    "technology.for_production",
    ("for the production of items of 3A090, 4A090 or a .z paragraph", "用於生產 3A090、4A090 或 .z 項目之物項"),
    (
        "Is the technology for the production of commodities of 3A090, 4A090 or a .z paragraph?",
        "該技術是否用於生產 3A090、4A090 或 .z 項目之貨品？",
    ),
    SIX_II,
)
EXPORTED_FROM = place(
    "technology.exported_from",
    ("the place from which the technology is sent", "技術寄出地"),
    ("From which country is the technology sent?", "該技術自何國寄出？"),
    SIX_II,
)
SUPERCOMPUTER_THERE = truth(
    "supercomputer.located_in_macau_or_d5",
    (
        "a supercomputer located in or destined to Macau or Country Group D:5",
        "位於或將運往澳門或國家組別 D:5 之超級電腦",
    ),
    (
        "Is the supercomputer located in, or destined to, Macau or Country Group D:5?",
        "該超級電腦是否位於或將運往澳門或國家組別 D:5？",
    ),
    "15 CFR 744.23(a)(1)",
)
OCCUPIED_REGION = truth(
    "destination.occupied_region_of_ukraine",
    (
        "an occupied region of Ukraine (Crimea, or the so-called DNR or LNR)",
        "烏克蘭遭占領地區（克里米亞，或所謂 DNR、LNR）",
    ),
    (
        "Does the item go to Crimea, or to the so-called Donetsk or Luhansk People's Republic regions of Ukraine?",
        "物項是否運往克里米亞，或烏克蘭所謂頓內次克、盧甘斯克「人民共和國」地區？",
    ),
    "15 CFR 746.6",
)
