"""Facts about computing offered as a service. The customer is the end user."""

from __future__ import annotations

from weighbridge.law.facts.declare import place, presumed, quantity, truth, word, words

RED_FLAG, PARAGRAPH_7 = (
    "Supplement No. 3 to 15 CFR part 732, red flag 28",
    "Supplement No. 10 to 15 CFR part 748, paragraph 7",
)

PURPOSE = word(
    "iaas.purpose",
    ("the purpose of the service", "服務之目的"),
    ("What will the customer use the service for?", "客戶將以該服務作何用途？"),
    RED_FLAG,
    {
        "training": ("training of a model", "模型訓練"),
        "fine_tuning": ("fine-tuning of a model", "模型微調"),
        "inference": ("inference, or access through an API", "推論或 API 存取"),
        "other": ("another purpose", "其他目的"),
    },
)
RECEIVED_UNDER = words(
    "iaas.hardware_received_under",
    ("how the provider received the hardware", "服務者取得硬體之依據"),
    (
        "Under which exception, authorization or license did the provider receive the hardware?",
        "服務者係依何例外、授權或許可取得該硬體？",
    ),
    "15 CFR 740.27(b)(2)(iii)",
    {
        "AIA": ("License Exception AIA", "許可例外 AIA"),
        "ACM": ("License Exception ACM", "許可例外 ACM"),
        "LPP": ("License Exception LPP", "許可例外 LPP"),
        "UVEU": ("authorization UVEU", "UVEU 授權"),
        "NVEU": ("authorization NVEU", "NVEU 授權"),
        "license": ("a license", "許可"),
        "none": ("none was needed", "無須任何依據"),
    },
)
HARDWARE_LOCATION = place(
    "iaas.hardware_location",
    ("the location of the hardware", "硬體所在地"),
    ("Where does the hardware stand?", "硬體設於何處？"),
    PARAGRAPH_7,
)
INTENDS_TO_EXPORT = truth(
    "iaas.customer_intends_to_export",
    ("the customer intends to export the model", "客戶擬將模型出口"),
    ("Does the customer intend to export the model?", "客戶是否擬將模型出口？"),
    RED_FLAG,
)
FINE_TUNING_OPERATIONS = quantity(
    "iaas.fine_tuning_operations",
    "operations",
    ("operations of the fine-tuning", "微調運算量"),
    ("How many operations does the fine-tuning take?", "微調使用多少運算？"),
    PARAGRAPH_7,
)
ORIGINAL_OPERATIONS = quantity(
    "iaas.original_training_operations",
    "operations",
    ("training operations of the original model", "原模型之訓練運算量"),
    ("How many operations trained the original model?", "訓練原模型使用多少運算？"),
    PARAGRAPH_7,
)
AUTHORIZED_BY_BIS = presumed(
    "iaas.authorized_by_bis",
    ("BIS authorized the service beforehand", "BIS 已事先授權該服務"),
    ("Did BIS authorize the service beforehand?", "BIS 是否已事先授權該服務？"),
    "15 CFR 740.27(b)(2)(iii)",
    False,
    ("No prior authorization of the service by BIS is taken to exist.", "視為該服務未經 BIS 事先授權。"),
)
