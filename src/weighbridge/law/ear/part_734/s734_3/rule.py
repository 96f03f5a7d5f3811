"""15 CFR 734.3, 734.4, 734.7: what is subject to the EAR by place, origin and content, and what publication frees."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Definition, Provision, Scope
from weighbridge.core.text import Text
from weighbridge.law.facts.item import FORM, PUBLISHED
from weighbridge.law.facts.model import PUBLISHED_WEIGHTS
from weighbridge.law.facts.transaction import ACTIVITY, DE_MINIMIS_EXCEEDED, ORIGIN

NOT_PUBLISHED = not_(met("734.7.published"))

PROVISIONS = (
    Provision(
        "734.7.published",
        Text("The technology, software or weights are published", "該技術、軟體或權重已公開發布"),
        Citation("15 CFR 734.7", confidence=Confidence.SECONDARY),
        "ear",
        Definition(),
        all_of(
            # A service is no item: what it trains may be published and the service is still looked at.
            not_(ACTIVITY.is_one_of("iaas")),
            any_of(
                all_of(FORM.is_one_of("technology"), PUBLISHED.holds),
                all_of(
                    FORM.is_one_of("software"),
                    PUBLISHED.holds,
                    not_(classified_in(value("734.7.encryption_software"))).cited("15 CFR 734.7(b)"),
                ),
                all_of(FORM.is_one_of("model_weights"), PUBLISHED_WEIGHTS.holds),
            ),
        ),
    ),
    Provision(
        "734.3",
        Text("Items in or from the United States", "位於美國境內或原產於美國之物項"),
        Citation("15 CFR 734.3(a)(1), (2)", confidence=Confidence.SECONDARY),
        "ear",
        Scope(),
        all_of(
            any_of(
                # What is exported or released here is in the United States. A service is no item; it is let through
                # so that what the regulations say of those who provide it is looked at.
                ACTIVITY.is_one_of("export", "deemed_export", "iaas"),
                ORIGIN.is_in(value("group.united_states")),
            ),
            NOT_PUBLISHED,
        ),
        text=Text(
            "The item is in the United States, or comes from there, and is subject to the EAR.",
            "物項位於美國境內或原產於美國，受 EAR 管轄。",
        ),
    ),
    Provision(
        "734.4",
        Text("Foreign-made items with United States content above de minimis", "含美國成分逾微量門檻之外國製造物項"),
        Citation("15 CFR 734.3(a)(3), 734.4", confidence=Confidence.SECONDARY),
        "ear",
        Scope(),
        # Not asked: whether the item is foreign-made. One that is not is subject by 734.3 in any case, and an origin
        # that nobody stated then leaves nothing open.
        all_of(DE_MINIMIS_EXCEEDED.holds, NOT_PUBLISHED),
        text=Text(
            "A foreign-made item with controlled United States content above de minimis is subject to the EAR.",
            "外國製造之物項，其受管制美國成分逾微量門檻者，受 EAR 管轄。",
        ),
    ),
)
