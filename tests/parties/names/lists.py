"""A short list of parties, some real and some made up, that tests look names up in."""

from __future__ import annotations

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Match, Query

HUAWEI = ListedParty("el-1", "EL", PartyKind.ORGANIZATION, "Huawei Technologies Co., Ltd.", countries=("CN",))
SMIC = ListedParty(
    "el-2",
    "EL",
    PartyKind.ORGANIZATION,
    "Semiconductor Manufacturing International Corporation",
    addresses=("18 Zhangjiang Road, Pudong New Area, Shanghai 201203, China",),
    countries=("CN",),
)
PETROV = ListedParty("sdn-1", "SDN", PartyKind.INDIVIDUAL, "PETROV, Dmitriy Yevgenyevich", countries=("RU",))
KHALID = ListedParty(
    "sdn-2", "SDN", PartyKind.INDIVIDUAL, "AL-HUSAYNI, Mohammed Khalid", ("ABU QASIM",), countries=("IQ",)
)
BANK = ListedParty("sdn-3", "SDN", PartyKind.ORGANIZATION, "Bank Toseh Taavon", ("BTT",), countries=("IR",))
PLANT = ListedParty("sdn-4", "SDN", PartyKind.ORGANIZATION, "AO Zavod Elektronika", countries=("RU",))
SHIPPING = ListedParty("sdn-5", "SDN", PartyKind.ORGANIZATION, "Golden Star Shipping LLC", countries=("AE",))
ZHANG = ListedParty("sdn-6", "SDN", PartyKind.INDIVIDUAL, "ZHANG, Weili", countries=("CN",))
NAMED_IN_CHINESE = ListedParty("own-1", "OWN", PartyKind.ORGANIZATION, "上海星海科技有限公司", countries=("CN",))
# Words of a list are as rare as the list makes them: a few more names make "Trading" and "Technology" frequent.
OTHERS = tuple(
    ListedParty(f"other-{number}", "OWN", PartyKind.ORGANIZATION, name)
    for number, name in enumerate(
        f"{coined} {activity} {form}"
        for coined in ("Abrel", "Bontix", "Cormav", "Deltorn", "Emsig", "Farrow", "Gribel", "Hastun", "Ilmor", "Jorvad")
        for activity, form in (("Technology", "Co., Ltd."), ("Trading", "LLC"), ("International", "Limited"))
    )
)
EVERYONE = (HUAWEI, SMIC, PETROV, KHALID, BANK, PLANT, SHIPPING, ZHANG, NAMED_IN_CHINESE, *OTHERS)
INDEX = NameIndex.build(EVERYONE)


def best(name: str, index: NameIndex = INDEX) -> Match | None:
    """The best match of a name, at REVIEW or better."""
    return next(iter(index.search(Query(name))), None)


def party_of(name: str) -> str | None:
    """The id of the party that matches best."""
    match = best(name)
    return match.party if match else None
