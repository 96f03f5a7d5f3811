"""Facts about the item: what it is, and the parameters that the Commerce Control List measures."""

from __future__ import annotations

from weighbridge.core.fact import Kind
from weighbridge.law.facts.declare import fact, quantity, truth, word

FORM = word(
    "item.form",
    ("the kind of item", "物項種類"),
    ("What kind of item is it?", "物項屬何種類？"),
    "15 CFR 772.1",
    {
        "integrated_circuit": ("integrated circuit", "積體電路"),
        "system": (
            "computer, electronic assembly or component that holds integrated circuits",
            "含積體電路之電腦、電子組件或零組件",
        ),
        "hbm": ("high-bandwidth memory", "高頻寬記憶體（HBM）"),
        "model_weights": ("parameters (weights) of an AI model", "AI 模型之參數（權重）"),
        "software": ("software", "軟體"),
        "technology": ("technology", "技術"),
        "other": ("another item, classified by the asker", "其他由詢問者自行分類之物項"),
    },
)
ASSERTED_ECCN = fact(
    "item.asserted_eccn",
    Kind.WORD,
    ("the asker's own classification", "詢問者自行分類"),
    ("In which ECCN paragraph did you classify the item?", "您將物項歸類於哪一 ECCN 項目？"),
    "15 CFR 748.3(b)",
)
BASE_ECCN = fact(
    "item.base_eccn",
    Kind.WORD,
    ("the base entry", "基礎項目"),
    (
        "In which base entry would the item stand without its advanced integrated circuits (such as 4A003)?",
        "若不計其先進積體電路，物項應歸於何基礎項目（如 4A003）？",
    ),
    "Supplement No. 1 to 15 CFR part 774",
)
FOR_ECCN = fact(
    "item.for_eccn",
    Kind.WORD,
    ("the commodity that the software or technology is for", "軟體或技術所對應之貨品"),
    ("For which commodity (ECCN paragraph) is the software or technology?", "該軟體或技術係用於何貨品（ECCN 項目）？"),
    "Supplement No. 1 to 15 CFR part 774",
)
TPP = quantity(
    "item.tpp",
    "TPP",
    ("total processing performance (TPP)", "總處理效能（TPP）"),
    (
        "What is the item's total processing performance (2 x MacTOPS x bit length, dense, the highest over precisions)?",
        "物項之總處理效能為何（2 × MacTOPS × 位元長度，稠密運算，取各精度最高者）？",
    ),
    "ECCN 3A090, Technical Notes",
)
DRAM_BANDWIDTH = quantity(
    "item.dram_bandwidth_gb_per_s",
    "GB/s",
    ("total DRAM bandwidth", "DRAM 總頻寬"),
    ("What is the item's total DRAM bandwidth in GB/s?", "物項之 DRAM 總頻寬為多少 GB/s？"),
    "15 CFR 742.6(b)(10)(iii)(A)(1)",
)
PERFORMANCE_DENSITY = quantity(
    "item.performance_density",
    "TPP/mm2",
    ("performance density", "效能密度"),
    (
        "What is its performance density (TPP divided by the applicable die area in mm2)?",
        "其效能密度為何（TPP 除以適用晶粒面積，單位 mm2）？",
    ),
    "ECCN 3A090, Technical Notes",
)
INTERCONNECT = quantity(
    "item.interconnect_gb_per_s",
    "GB/s",
    (
        "aggregate bidirectional transfer rate over all inputs and outputs other than volatile memory",
        "揮發性記憶體以外所有輸入及輸出之雙向傳輸率總和",
    ),
    (
        "What is the item's aggregate bidirectional transfer rate, in GB/s, over all inputs and outputs other than those "
        "to and from volatile memory (both directions added)?",
        "物項除往返揮發性記憶體者外，所有輸入及輸出之雙向傳輸率總和為多少 GB/s（雙向相加）？",
    ),
    "ECCN 3A090 as of October 2022",
)
DATACENTER = truth(
    "item.designed_or_marketed_for_datacenter",
    ("designed or marketed for datacenters", "為資料中心設計或行銷"),
    ("Is the item designed or marketed for use in datacenters?", "物項是否為資料中心用途而設計或行銷？"),
    "ECCN 3A090, Note 2 to 3A090.a and 3A090.b",
)
CONTAINS_A = truth(
    "item.contains_3a090_a",
    ("holds an integrated circuit that meets or exceeds 3A090.a", "含有達到或超過 3A090.a 之積體電路"),
    ("Does any integrated circuit in it meet or exceed 3A090.a?", "其中是否有任何積體電路達到或超過 3A090.a？"),
    "ECCN 4A090.a",
)
CONTAINS_B = truth(
    "item.contains_3a090_b",
    ("holds an integrated circuit that meets or exceeds 3A090.b", "含有達到或超過 3A090.b 之積體電路"),
    ("Does any integrated circuit in it meet or exceed 3A090.b?", "其中是否有任何積體電路達到或超過 3A090.b？"),
    "ECCN 4A090.b",
)
HBM_DENSITY = quantity(
    "item.memory_bandwidth_density",
    "GB/s/mm2",
    ("memory bandwidth density", "記憶體頻寬密度"),
    (
        "What is the memory bandwidth density (bandwidth in GB/s divided by the area of the package or stack in mm2)?",
        "記憶體頻寬密度為何（頻寬 GB/s 除以封裝或堆疊面積 mm2）？",
    ),
    "ECCN 3A090.c",
)
HBM_IN_PROCESSOR = truth(
    "item.copackaged_with_dominant_logic",
    ("co-packaged in a circuit whose dominant function is processing", "與以處理為主要功能之積體電路共同封裝"),
    (
        "Is the memory co-packaged in an integrated circuit whose dominant function is processing?",
        "該記憶體是否與以處理為主要功能之積體電路共同封裝？",
    ),
    "ECCN 3A090.c",
)
PUBLISHED = truth(
    "item.published",
    ("published", "已公開發布"),
    ("Is the technology or software published within the meaning of 734.7?", "該技術或軟體是否已依 734.7 公開發布？"),
    "15 CFR 734.7",
)
