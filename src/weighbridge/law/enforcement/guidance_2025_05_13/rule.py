"""Guidance of 13 May 2025: circuits designed in the People's Republic of China, diversion, and training of AI models.

The papers were read in law firms' accounts of them. Where an account says that a license may be needed, one is required.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, classified, met, not_, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Due, Duty, Effect, Prohibition, Provision, Requirement, Review
from weighbridge.core.rulebook import ENFORCED
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.ear.part_742.s742_6_a_6_before_2025.rule import LEAVES
from weighbridge.law.ear.part_744.s744_23_a_3.rule import OF_EITHER_TIER
from weighbridge.law.facts.foundry import DESIGNED_IN_MACAU_OR_D5
from weighbridge.law.facts.parties import END_USER_HEADQUARTERS, END_USER_PARENT
from weighbridge.law.facts.transaction import ACTIVITY, END_USE

D5, MACAU = value("group.d5"), value("group.macau")
OF_MACAU_OR_D5 = any_of(
    END_USER_HEADQUARTERS.is_in(D5),
    END_USER_HEADQUARTERS.is_in(MACAU),
    END_USER_PARENT.is_in(D5),
    END_USER_PARENT.is_in(MACAU),
)
TRAINING = "guidance_2025.training"
CHECK_DIVERSION = Text(
    "Look for the red flags of diversion before shipping: who the customer is and when it was founded, whether the site "
    "can house and power the items, who owns and uses them.",
    "出貨前查核轉移風險之警訊：客戶身分及設立時間、場址能否容納並供電、所有者及使用者。",
)


def guidance(name: str, cite: str, effect: Effect, says: tuple[str, str], condition: Condition) -> Provision:
    """A paper of the guidance."""
    citation = Citation(cite, "BIS press release of 13 May 2025", Confidence.SECONDARY)
    return Provision(name, Text(*says), citation, "bis_2025_05_13", effect, condition, track=ENFORCED)


PROVISIONS = (
    guidance(
        "guidance_2025.general_prohibition_10",
        "BIS guidance of 13 May 2025 on General Prohibition 10",
        Prohibition(),
        (
            "A circuit of 3A090 designed by a company of Macau or D:5 is presumed to have been made in breach of the EAR: "
            "dealing in it anywhere risks General Prohibition 10",
            "澳門或 D:5 公司設計之 3A090 積體電路，推定係違反 EAR 製造；於任何地點交易均可能違反一般禁止事項第十項",
        ),
        all_of(
            DESIGNED_IN_MACAU_OR_D5.holds,
            any_of(classified("3A090.a"), classified("3A090.b")),
            not_(END_USE.includes("technical_analysis")),
        ),
    ),
    guidance(
        "guidance_2025.diversion",
        "BIS guidance of 13 May 2025 on diversion of advanced computing items",
        Duty(CHECK_DIVERSION, Text("exporter", "出口商"), Due("before_use"), ("*",)),
        (CHECK_DIVERSION.en, CHECK_DIVERSION.zh),
        all_of(LEAVES, OF_EITHER_TIER),
    ),
    guidance(
        TRAINING,
        "BIS policy statement of 13 May 2025 on training AI models; 15 CFR part 744",
        Requirement("end use"),
        (
            "Computing services to train models for weapons or military intelligence of parties of Macau or D:5 may need "
            "a license",
            "為澳門或 D:5 當事人之武器或軍事情報用途提供訓練模型之運算服務，可能須申請許可",
        ),
        all_of(
            ACTIVITY.is_one_of("iaas"),
            any_of(END_USE.includes("weapons_of_mass_destruction"), END_USE.includes("military_intelligence")),
            OF_MACAU_OR_D5,
        ),
    ),
    guidance(
        f"{TRAINING}.review",
        "15 CFR part 744",
        Review(Policy.NOT_STATED, (TRAINING,), rank("not_stated")),
        ("The review policy of part 744 is not encoded", "第 744 部之審查政策尚未編入"),
        met(TRAINING),
    ),
)
