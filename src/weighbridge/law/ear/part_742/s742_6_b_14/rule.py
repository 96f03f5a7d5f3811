"""15 CFR 742.6(b)(14): presumption of denial of model weights; for other end users no policy is stated."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import any_of, not_, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Provision, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS, END_USER_PARENT

A_LIST = value("supplement_5.a")

PROVISIONS = (
    Provision(
        "742.6(b)(14)",
        Text(
            "Presumption of denial of model weights for end users headquartered, or with an ultimate parent "
            "headquartered, outside paragraph (a) of Supplement No. 5",
            "最終使用者之總部或其最終母公司之總部在附件五 (a) 段以外：模型權重推定否准",
        ),
        Citation("15 CFR 742.6(b)(14)", "90 FR 4544"),
        "fr_90_4544",
        Review(Policy.PRESUMPTION_OF_DENIAL, ("742.6(a)(13)",), rank("denial")),
        any_of(not_(END_USER_HEADQUARTERS.is_in(A_LIST)), not_(END_USER_PARENT.is_in(A_LIST))),
    ),
)
