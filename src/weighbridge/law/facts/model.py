"""Facts about an AI model whose parameters (weights) are the item, or which is trained."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.fact import Fact, Kind
from weighbridge.core.text import Text
from weighbridge.law.facts.declare import presumed, quantity, truth

TN2 = "ECCN 4E091, Technical Note 2"
TN3 = "ECCN 4E091, Technical Note 3"

TRAINING_OPERATIONS = quantity(
    "model.training_operations",
    "operations",
    ("training operations", "訓練運算量"),
    (
        "How many operations were used to train the model, pre-training and every later training together?",
        "訓練該模型（預訓練及其後一切訓練合計）共使用多少運算？",
    ),
    TN2,
)
PUBLISHED_WEIGHTS = truth(
    "model.published",
    ("the weights are published", "權重已公開發布"),
    ("Are the model's weights published within the meaning of 734.7(a)?", "該模型權重是否已依 734.7(a) 公開發布？"),
    "ECCN 4E091, Note 1",
)
DERIVED_FROM_PUBLISHED = truth(
    "model.derived_from_published",
    ("derived from a published model", "衍生自已公開發布之模型"),
    ("Is the model derived from a model whose weights are published?", "該模型是否衍生自權重已公開發布之模型？"),
    "ECCN 4E091, Note 1",
)
BASE_OPERATIONS = quantity(
    "model.base_training_operations",
    "operations",
    ("training operations of the published base model", "已發布基礎模型之訓練運算量"),
    ("How many operations were used to train the published base model?", "訓練該已發布基礎模型使用多少運算？"),
    "ECCN 4E091, Note 1",
)
ADDED_OPERATIONS = quantity(
    "model.added_operations",
    "operations",
    ("additional training operations", "額外訓練運算量"),
    ("How many training operations were added to the base model?", "在基礎模型之上增加了多少訓練運算？"),
    "ECCN 4E091, Note 1",
)
STORAGE_MEETS_SUPPLEMENT_10 = truth(
    "model.storage_meets_supplement_10",
    (
        "stored in a facility that meets paragraphs 14, 15 and 18 of Supplement No. 10",
        "存放於符合附件十第 14、15、18 段之設施",
    ),
    (
        "Will the weights be stored in a facility that meets paragraphs 14, 15 and 18 of Supplement No. 10 to part 748?",
        "權重是否將存放於符合第 748 部附件十第 14、15、18 段之設施？",
    ),
    "15 CFR 740.27(a)(3)(ii)",
)

SHARE = quantity(
    "synthetic.share_of_operations",
    "share",
    ("share of the operations that train on this model's data", "以該模型所生成資料訓練之運算占比"),
    (
        "What share of the training operations trains on data that this model generated?",
        "以該模型所生成之資料進行訓練者，占訓練運算之比例為何？",
    ),
    TN3,
)
GENERATION = quantity(
    "synthetic.generation_operations",
    "operations",
    ("operations used to generate the data", "生成資料所用運算量"),
    ("How many operations were used to generate the data?", "生成該資料使用多少運算？"),
    TN3,
)
GENERATOR_TRAINING = quantity(
    "synthetic.generator_training_operations",
    "operations",
    ("training operations of the data-generation model", "資料生成模型之訓練運算量"),
    ("How many operations were used to train the data-generation model?", "訓練該資料生成模型使用多少運算？"),
    TN3,
)
DATA_PUBLISHED = truth(
    "synthetic.data_published",
    ("the data is published", "資料已公開發布"),
    ("Is the generated data published?", "所生成之資料是否已公開發布？"),
    TN3,
)
GENERATOR_PUBLISHED = truth(
    "synthetic.generator_published",
    ("the data-generation model is published", "資料生成模型已公開發布"),
    ("Are the weights of the data-generation model published?", "資料生成模型之權重是否已公開發布？"),
    TN3,
)
GENERATOR_COUNTED = truth(
    "synthetic.generator_already_counted",
    ("its training is already counted", "其訓練運算已計入"),
    (
        "Are the training operations of the data-generation model already counted in this model's?",
        "資料生成模型之訓練運算是否已計入本模型？",
    ),
    TN3,
)
SYNTHETIC_DATA = Fact(
    "model.synthetic_data",
    Kind.ROWS,
    Text("synthetic data, by data-generation model", "合成資料（依資料生成模型分列）"),
    Text(
        "Which other models generated training data, and what share of the operations trained on it?",
        "哪些其他模型生成了訓練資料？占訓練運算多少比例？",
    ),
    Citation(TN3),
    columns=(SHARE, GENERATION, GENERATOR_TRAINING, DATA_PUBLISHED, GENERATOR_PUBLISHED, GENERATOR_COUNTED),
)
BELOW_FRONTIER = presumed(
    "model.below_published_frontier",
    ("self-classified as below the moving floor", "自行分類為低於浮動門檻"),
    (
        "Did you classify the model yourself as trained with fewer operations than a model as capable as the most "
        "advanced published one would take?",
        "您是否自行分類，認定該模型之訓練運算量少於訓練與最先進已發布模型同等能力者所需？",
    ),
    "ECCN 4E091, Note 2",
    False,
    (
        "The model is not taken as below the moving floor of Note 2 to 4E091; no number of it has been published.",
        "該模型未視為低於 4E091 註 2 之浮動門檻；該門檻數值尚未公布。",
    ),
)
CLASSIFIED_BELOW = presumed(
    "model.classified_below_frontier_by_bis",
    ("classified by BIS as below the moving floor", "經 BIS 分類為低於浮動門檻"),
    (
        "Did BIS confirm in a classification (748.3(f)) that the model was trained with fewer operations than a model "
        "as capable as the most advanced published one would take?",
        "BIS 是否已於分類決定（748.3(f)）確認該模型之訓練運算量少於訓練與最先進已發布模型同等能力者所需？",
    ),
    "15 CFR 748.3(f)",
    False,
    (
        "No BIS classification of the model under 748.3(f) is taken to exist.",
        "視為 BIS 未依 748.3(f) 對該模型作成分類。",
    ),
)
