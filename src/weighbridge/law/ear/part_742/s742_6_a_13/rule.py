"""15 CFR 742.6(a)(13): model weights of 4E091 require a license worldwide, to employees too with one exclusion."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, classified, met, not_, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text
from weighbridge.law.facts.parties import EMPLOYER_HEADQUARTERS, EMPLOYER_PARENT, PERMANENT_REGULAR_EMPLOYEE
from weighbridge.law.facts.transaction import ACTIVITY

A_LIST = value("supplement_5.a")

RELEASED_TO_AN_EXCLUDED_EMPLOYEE = all_of(
    PERMANENT_REGULAR_EMPLOYEE.holds,
    any_of(EMPLOYER_HEADQUARTERS.is_in(A_LIST), EMPLOYER_PARENT.is_in(A_LIST)),
)

PROVISIONS = (
    Provision(
        "742.6(a)(13)",
        Text("Worldwide license requirement for model weights", "模型權重之全球許可要求"),
        Citation("15 CFR 742.6(a)(13)", "90 FR 4544"),
        "fr_90_4544",
        Requirement("RS"),
        all_of(
            classified("4E091"),
            any_of(
                met("transaction.leaves_the_united_states"),
                all_of(ACTIVITY.is_one_of("deemed_export"), not_(RELEASED_TO_AN_EXCLUDED_EMPLOYEE)),
            ),
        ),
        text=Text(
            "A license is required to export, reexport or transfer these model weights to any destination, and to "
            "release them to a foreign person who is not a permanent regular employee of an entity headquartered, or "
            "with an ultimate parent headquartered, in a destination of paragraph (a) of Supplement No. 5.",
            "將此等模型權重出口、再出口或移轉至任何目的地，或釋出予外國人，均須申請許可；總部或最終母公司總部設於附件五"
            " (a) 段目的地之實體，其永久正式員工除外。",
        ),
    ),
)
