"""What the table and the picture of chips by days say, in a word or two for each cell."""

from __future__ import annotations

from weighbridge.app.migration import Migration, Standing
from weighbridge.cli import wording as w
from weighbridge.core.outcome import Outcome
from weighbridge.core.text import Language, Text, same

NONE, UNKNOWN = "–", "?"
WORDS = {
    "CASE_BY_CASE": Text("by case", "個案"),
    "PRESUMPTION_OF_DENIAL": Text("denial", "否准"),
    "POLICY_OF_DENIAL": Text("denial", "否准"),
    "PRESUMPTION_OF_APPROVAL": Text("approval", "核准"),
    "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION": Text("allotted", "配額"),
    "NOT_STATED": Text("license", "許可"),
    Outcome.LICENSE_REQUIRED.value: Text("license", "許可"),
    Outcome.PROHIBITED.value: Text("barred", "禁止"),
}
TITLE = Text("Chips to {0}, {1}", "晶片運往 {0}，{1}")
LEGEND = Text(
    "Each cell: the paragraph of 3A090, then what the sale needs: a license presumed to be denied or approved, or "
    "reviewed by case; the exception that carries it; or that it is barred. {0}: in no paragraph, no license. {1}: too "
    "little known to tell. (In brackets): not released by that year.",
    "每格：3A090 之項目，其後為該銷售所需：推定否准、推定核准或個案審查之許可、可適用之例外，或禁止。"
    "{0}：不屬任何項目，無須許可。{1}：資料不足。（括號）：該年尚未推出。",
)


def title(found: Migration, language: Language) -> str:
    """What is shown, in a line."""
    return TITLE.format(found.named, w.TRACKS[found.track]).to(language)


def cell(standing: Standing) -> Text:
    """A chip on a day in two short words."""
    if standing.open:
        shown = same(UNKNOWN)
    elif not standing.paragraphs and standing.outcome is Outcome.NO_LICENSE_REQUIRED:
        shown = same(NONE)
    else:
        paragraphs = " ".join(name.removeprefix("3A090") for name in standing.paragraphs) or NONE
        shown = Text("{0} {1}", "{0} {1}").format(paragraphs, _needs(standing))
    return shown if standing.released else Text("({0})", "({0})").format(shown)


def _needs(standing: Standing) -> Text:
    if standing.exception:
        return same(standing.exception)
    policy = standing.review_policy.value if standing.review_policy else standing.outcome.value
    return WORDS.get(policy, same(NONE))
