"""ECCN 4E091: parameters of AI models, by the operations that trained them."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import (
    Largest,
    Total,
    When,
    all_of,
    any_of,
    at_least,
    at_most,
    greatest_of,
    met,
    more_than,
    not_,
    product_of,
    sum_of,
    term,
    value,
)
from weighbridge.core.provision import Classification, Definition, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.ear.part_774.z_paragraphs import DESCRIBED
from weighbridge.law.facts.item import ASSERTED_ECCN, FORM
from weighbridge.law.facts.model import (
    ADDED_OPERATIONS,
    BASE_OPERATIONS,
    BELOW_FRONTIER,
    CLASSIFIED_BELOW,
    DATA_PUBLISHED,
    DERIVED_FROM_PUBLISHED,
    GENERATION,
    GENERATOR_COUNTED,
    GENERATOR_PUBLISHED,
    GENERATOR_TRAINING,
    PUBLISHED_WEIGHTS,
    SHARE,
    SYNTHETIC_DATA,
    TRAINING_OPERATIONS,
)
from weighbridge.law.reading import reads

A10 = Reading(
    "A10",
    Text("Of what are the 25 percent reckoned that a derived model may add?", "衍生模型得增加之 25% 以何為基數？"),
    Position(
        "base_model",
        Text("Of the training operations of the published base model.", "以已發布基礎模型之訓練運算量為基數。"),
        Citation("Supplement No. 10 to 15 CFR part 748, paragraph 7", "90 FR 4544"),
    ),
    Position(
        "all_training",
        Text("Of all training operations, the added ones included.", "以含增加部分之全部訓練運算量為基數。"),
        Citation("ECCN 4E091, Note 1", confidence=Confidence.ANALYSIS),
    ),
)
A11 = Reading(
    "A11",
    Text(
        "May an exporter classify its own model as below the moving floor while no number of it is published?",
        "浮動門檻數值未公布前，出口人得否自行將其模型分類為低於門檻？",
    ),
    Position(
        "no_number",
        Text("No: until a number is published only BIS may classify it so.", "否：數值公布前，僅 BIS 得為此分類。"),
        Citation("15 CFR 748.3(f)", "90 FR 4544"),
    ),
    Position(
        "self_classified",
        Text("Yes: Note 2 lets it rely on published technical opinions.", "得：註 2 許其依已公開之技術意見自行分類。"),
        Citation("ECCN 4E091, Note 2", confidence=Confidence.ANALYSIS),
    ),
)
READINGS = (A10, A11)

THRESHOLD = value("4e091.operations_at_least")
BASE_AND_ADDED = When(DERIVED_FROM_PUBLISHED.holds, sum_of(BASE_OPERATIONS, ADDED_OPERATIONS))
TRAINED = greatest_of(TRAINING_OPERATIONS, BASE_AND_ADDED)

UNPUBLISHED_DATA = not_(DATA_PUBLISHED.holds)
OF_UNPUBLISHED_GENERATORS = all_of(UNPUBLISHED_DATA, not_(GENERATOR_PUBLISHED.holds))
GENERATED = Total(
    SYNTHETIC_DATA.name,
    term(GENERATION),
    all_of(UNPUBLISHED_DATA, SHARE.more_than(value("4e091.synthetic_share_above"))),
)
GENERATORS_TRAINED = When(
    more_than(
        Total(SYNTHETIC_DATA.name, term(SHARE), OF_UNPUBLISHED_GENERATORS),
        value("4e091.unpublished_generators_share_above"),
    ),
    Largest(
        SYNTHETIC_DATA.name, term(GENERATOR_TRAINING), all_of(OF_UNPUBLISHED_GENERATORS, not_(GENERATOR_COUNTED.holds))
    ),
)
COUNTED = sum_of(TRAINED, GENERATED, GENERATORS_TRAINED)

SHARE_OF_BASE = product_of(value("4e091.added_share_up_to"), BASE_OPERATIONS)
SHARE_OF_ALL = product_of(value("4e091.added_share_up_to"), TRAINED)
ADDED_LITTLE = any_of(
    # This much is little whatever the base took.
    ADDED_OPERATIONS.at_most(value("4e091.added_operations_up_to")),
    at_most(ADDED_OPERATIONS, greatest_of(value("4e091.added_operations_up_to"), SHARE_OF_BASE)),
    all_of(reads(A10, A10.other), at_most(ADDED_OPERATIONS, SHARE_OF_ALL)),
)

TRAINED_ON_ENOUGH = any_of(
    # What was stated may already be enough, whatever else would have to be added.
    TRAINING_OPERATIONS.at_least(THRESHOLD),
    at_least(BASE_AND_ADDED, THRESHOLD),
    at_least(COUNTED, THRESHOLD),
).cited("ECCN 4E091, Technical Notes 2 and 3")

PROVISIONS = (
    Provision(
        # Of a model that is trained or served, whatever the item of the transaction is.
        "4E091.model",
        Text("The model is one whose weights ECCN 4E091 controls", "該模型之權重受 ECCN 4E091 管制"),
        Citation("ECCN 4E091", "90 FR 4544", Confidence.SECONDARY),
        "fr_90_4544",
        Definition(),
        any_of(
            ASSERTED_ECCN.is_one_of("4E091"),
            all_of(
                TRAINED_ON_ENOUGH,
                not_(PUBLISHED_WEIGHTS.holds).cited("ECCN 4E091, Note 1"),
                not_(all_of(DERIVED_FROM_PUBLISHED.holds, ADDED_LITTLE)).cited("ECCN 4E091, Note 1"),
                not_(any_of(CLASSIFIED_BELOW.holds, all_of(reads(A11, A11.other), BELOW_FRONTIER.holds))).cited(
                    "ECCN 4E091, Note 2"
                ),
            ),
        ),
    ),
    Provision(
        "4E091",
        Text("Parameters of an AI model", "AI 模型之參數（權重）"),
        Citation("ECCN 4E091", "90 FR 4544", Confidence.SECONDARY),
        "fr_90_4544",
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of("4E091"),
            all_of(DESCRIBED, FORM.is_one_of("model_weights"), met("4E091.model")),
        ),
    ),
)
