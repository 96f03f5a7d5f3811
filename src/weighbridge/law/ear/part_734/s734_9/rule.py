"""15 CFR 734.9(h) and (l): foreign-produced items that are subject to the EAR as direct products.

The destination limb of both paragraphs is any location worldwide, so nothing is left of it to test. Whether the item
is foreign-produced is not asked either: one of United States origin is subject by 734.3 in any case.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, classified, classified_in, met, not_, value
from weighbridge.core.provision import Provision, Scope
from weighbridge.core.text import Text
from weighbridge.law.facts.transaction import FOREIGN_DIRECT_PRODUCT, PRODUCED_ON_CONTROLLED_PLANT

PROVISIONS = (
    Provision(
        "734.9(h)",
        Text("Advanced computing foreign direct product rule", "先進運算外國直接產品規則"),
        Citation("15 CFR 734.9(h)", "90 FR 4544"),
        "fr_90_4544",
        Scope(),
        all_of(
            FOREIGN_DIRECT_PRODUCT.holds.cited("15 CFR 734.9(h)(1)(i)(A), (ii)(A)"),
            classified_in(value("734.9.h.items")).cited("15 CFR 734.9(h)(1)(i)(B), (ii)(B)"),
            not_(met("734.7.published")),
        ),
        text=Text(
            "A foreign-produced advanced computing item is subject to the EAR if a direct product of listed technology.",
            "外國製造之先進運算物項如屬所列技術之直接產品，受 EAR 管轄。",
        ),
    ),
    Provision(
        "734.9(l)",
        Text("AI model weights foreign direct product rule", "AI 模型權重外國直接產品規則"),
        Citation("15 CFR 734.9(l)", "90 FR 4544"),
        "fr_90_4544",
        Scope(),
        all_of(
            PRODUCED_ON_CONTROLLED_PLANT.holds.cited("15 CFR 734.9(l)(1)"),
            classified("4E091"),
            not_(met("734.7.published")),
        ),
        text=Text(
            "Weights produced abroad on controlled items that are subject to the EAR are subject to it themselves.",
            "於境外以受 EAR 管轄之受管制物項產出之權重，亦受 EAR 管轄。",
        ),
    ),
)
