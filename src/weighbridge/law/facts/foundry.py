"""Facts about who designed, fabricated and packaged an integrated circuit."""

from __future__ import annotations

from weighbridge.core.fact import Kind
from weighbridge.law.facts.declare import fact, place, presumed, presumed_word, quantity, truth, word

UNSTATED = "unstated"
NOTE_1 = "ECCN 3A090, Note 1 to 3A090.a"

MADE_BY_EXPORTER = presumed(
    "circuit.made_by_exporter",
    (
        "the exporter is the front-end fabricator or the packager (OSAT) of the circuit",
        "出口商為該積體電路之前段製造商或封測廠（OSAT）",
    ),
    (
        "Is the exporter the front-end fabricator of the integrated circuit, or the outsourced company (OSAT) that "
        "assembled or tested it?",
        "出口商是否為該積體電路之前段製造商，或受委託封裝或測試該積體電路之封測廠（OSAT）？",
    ),
    NOTE_1,
    False,
    (
        "The exporter is taken to be neither the front-end fabricator nor the packager (OSAT) of the circuit; for those, "
        "Note 1 to 3A090.a may presume that it is 3A090.a and for datacenters.",
        "視為出口商並非該積體電路之前段製造商或封測廠（OSAT）；如為其一，3A090.a 註 1 可能推定其屬 3A090.a 且供資料中心使用。",
    ),
)
LOGIC = truth(
    "circuit.logic",
    ("a logic integrated circuit", "邏輯積體電路"),
    ("Is it a logic integrated circuit?", "是否為邏輯積體電路？"),
    NOTE_1,
)
ADVANCED_NODE = truth(
    "circuit.node_16_14_nm_or_below",
    ('produced at the "16/14 nanometer node" or below', "以「16/14 奈米節點」或更先進節點生產"),
    (
        'Is it produced at the "16/14 nanometer node" (15 CFR 772.1) or below?',
        "是否以「16/14 奈米節點」（15 CFR 772.1）或更先進節點生產？",
    ),
    NOTE_1,
)
NON_PLANAR = truth(
    "circuit.non_planar",
    ("uses a non-planar transistor architecture", "採非平面電晶體架構"),
    ("Does it use a non-planar transistor architecture?", "是否採用非平面電晶體架構？"),
    NOTE_1,
)
DESIGNER_STATUS = presumed_word(
    "designer.status",
    ("the status of the designer of the circuit", "該積體電路設計者之身分"),
    (
        "Is the designer of the circuit an approved one (listed in Supplement No. 6 to part 740), one that claims to be "
        "an authorized designer, or neither?",
        "該積體電路之設計者為經核准者（列於第 740 部附件六）、主張為經授權者，或二者皆非？",
    ),
    "15 CFR 740.27(a)(1)",
    {
        "approved": ("approved: listed in Supplement No. 6 to part 740", "經核准：列於第 740 部附件六"),
        "authorized": ("not listed, but claims to be an authorized designer", "未列名，但主張為經授權之設計者"),
        "other": ("neither", "二者皆非"),
        UNSTATED: ("not stated", "未陳明"),
    },
    UNSTATED,
    (
        "For AIA and ACM the designer of the circuit is taken to be an approved or authorized one: check Supplement "
        "No. 6 to part 740.",
        "就 AIA 及 ACM，視為該積體電路由經核准或經授權之設計者設計：請查核第 740 部附件六。",
    ),
)
DESIGNED_IN_MACAU_OR_D5 = presumed(
    "designer.of_macau_or_d5",
    (
        "a company headquartered in Macau or Country Group D:5 designed the circuit",
        "由總部設於澳門或國家組別 D:5 之公司設計該積體電路",
    ),
    (
        "Did a company headquartered in Macau or Country Group D:5 design the integrated circuit?",
        "該積體電路是否由總部設於澳門或國家組別 D:5 之公司設計？",
    ),
    "BIS guidance of 13 May 2025 on General Prohibition 10",
    False,
    (
        "No company headquartered in Macau or Country Group D:5 is taken to have designed the circuit.",
        "視為該積體電路非由總部設於澳門或國家組別 D:5 之公司設計。",
    ),
)
DESIGNER_LOCATION = place(
    "designer.location",
    ("the location of the designer", "設計者所在地"),
    ("Where is the designer of the circuit located?", "該積體電路之設計者位於何處？"),
    NOTE_1,
)
DESIGNER_HEADQUARTERS = place(
    "designer.headquarters",
    ("the headquarters of the designer", "設計者總部所在地"),
    ("Where is the designer of the circuit headquartered?", "該積體電路設計者之總部設於何處？"),
    NOTE_1,
)
DESIGNER_PARENT = place(
    "designer.ultimate_parent_headquarters",
    ("the headquarters of the designer's ultimate parent", "設計者最終母公司總部所在地"),
    (
        "Where is the ultimate parent of the designer of the circuit headquartered?",
        "該積體電路設計者最終母公司之總部設於何處？",
    ),
    NOTE_1,
)
DESIGNER_REPORTS = truth(
    "designer.agrees_to_743_9_b_reporting",
    ("the designer agrees to the reporting of 743.9(b)", "設計者同意 743.9(b) 之申報"),
    (
        "Does the designer agree to give the fabricator what section 743.9(b) has reported?",
        "設計者是否同意提供第 743.9(b) 節所須申報之資訊？",
    ),
    "15 CFR 743.9(b)",
)
DESIGNER_APPLIED = truth(
    "designer.applied_to_be_approved",
    ("the designer has applied to be approved", "設計者已申請成為經核准之設計者"),
    ("Has the designer applied to become an approved designer?", "設計者是否已申請成為經核准之設計者？"),
    NOTE_1,
)
APPLIED_ON = fact(
    "designer.applied_on",
    Kind.DAY,
    ("the day on which the designer applied to be approved", "設計者申請成為經核准設計者之日"),
    ("On which day did the designer apply to become an approved designer?", "設計者於何日申請成為經核准之設計者？"),
    NOTE_1,
)
DAYS_SINCE_APPLICATION = quantity(
    "designer.days_since_application",
    "days",
    ("days since the designer applied", "設計者申請後經過之日數"),
    (
        "How many days before this transaction did the designer apply to become an approved designer?",
        "設計者於本交易前多少日申請成為經核准之設計者？",
    ),
    NOTE_1,
)
PERFORMANCE_ATTESTED = truth(
    "designer.attested_performance",
    (
        "a datasheet or attestation of the designer states TPP and performance density",
        "設計者以規格書或聲明書載明 TPP 及效能密度",
    ),
    (
        "Is there a datasheet or an attestation of the designer that states the circuit's TPP and performance density?",
        "是否有設計者之規格書或聲明書，載明該積體電路之 TPP 及效能密度？",
    ),
    NOTE_1,
)
PACKAGED_BY = word(
    "circuit.packaged_by",
    ("who packaged the circuit", "封裝該積體電路者"),
    ("Who packaged the circuit?", "該積體電路由何者封裝？"),
    NOTE_1,
    {
        "fabricator": ("its front-end fabricator", "其前段製造商"),
        "approved_osat": (
            "an approved OSAT: listed in Supplement No. 7 to part 740",
            "經核准之封測廠：列於第 740 部附件七",
        ),
        "other": ("another company, or nobody yet", "其他公司，或尚未封裝"),
    },
)
PACKAGED_IN = place(
    "circuit.packaged_in",
    ("where the circuit was packaged", "該積體電路之封裝地"),
    ("Where was the circuit packaged?", "該積體電路於何處封裝？"),
    NOTE_1,
)
TRANSISTORS = quantity(
    "circuit.attested_transistor_count",
    "transistors",
    ("the 'aggregated approximated transistor count' as the packager attests it", "封裝者所聲明之「合計概估電晶體數」"),
    (
        "Which 'aggregated approximated transistor count' does the company that packaged the circuit attest?",
        "封裝該積體電路者所聲明之「合計概估電晶體數」為何？",
    ),
    NOTE_1,
)
CONTAINS_HBM = truth(
    "circuit.contains_hbm",
    ("the packaged circuit contains high-bandwidth memory", "封裝後之積體電路含高頻寬記憶體"),
    ("Does the packaged circuit contain high-bandwidth memory?", "封裝後之積體電路是否含高頻寬記憶體？"),
    NOTE_1,
)
COMPLETED_ON = fact(
    "circuit.completed_on",
    Kind.DAY,
    ("the day of completion by which Note 1 sets the count", "註 1 據以定其數額之完成日"),
    (
        "On which day is it completed, as Note 1 to 3A090.a reckons (2027, or 2029 and later)?",
        "依 3A090.a 註 1 計算（2027 年，或 2029 年以後），於何日完成？",
    ),
    NOTE_1,
)
