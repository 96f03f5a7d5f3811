"""What the sections on validated end users share: what they lift, and how a duty is written."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import ALWAYS, Condition
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text

LIFTS = ("742.6(a)(6)(iii)(A)", "742.6(a)(6)(iii)(B)", "742.6(a)(6)(i)(B)")
"""License requirements to the destination for items on the Commerce Control List that a data center needs."""
BOTH = ("UVEU", "NVEU")
HOLDER = Text("validated end user", "經驗證最終使用者")
SUPPLEMENT = "Supplement No. 10 to 15 CFR part 748, paragraph {}"


def duty(
    name: str,
    cite: str,
    what: tuple[str, str],
    due: Due,
    *,
    who: Text = HOLDER,
    under: tuple[str, ...] = BOTH,
    condition: Condition = ALWAYS,
    confidence: Confidence = Confidence.REGULATION_TEXT,
) -> Provision:
    """Something that an authorization brings."""
    text = Text(*what)
    citation = Citation(cite, "90 FR 4544", confidence)
    return Provision(name, text, citation, "fr_90_4544", Duty(text, who, due, under), condition)


def guideline(
    paragraph: str, what: tuple[str, str], due: Due, *, under: tuple[str, ...] = BOTH, part: str = ""
) -> Provision:
    """A paragraph of Supplement No. 10 that the holder has to keep."""
    return duty(f"supplement_10.{paragraph}{part}", SUPPLEMENT.format(paragraph), what, due, under=under)
