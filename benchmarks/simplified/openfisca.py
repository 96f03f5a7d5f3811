"""The simplified rule in OpenFisca-core: variables of one person, one transaction a simulation, and many at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.simplified import rule as r
from benchmarks.simplified.jsonlogic import split

PERIOD = "2025-06"
ORDER = Entity("order", "orders", "One transaction", "")
ANSWERS = (
    "NO_LICENSE_REQUIRED||", "EXCEPTION_AVAILABLE|AIA|", "EXCEPTION_AVAILABLE|LPP|", "EXCEPTION_AVAILABLE|NAC|",
    "EXCEPTION_AVAILABLE|ACA|", "LICENSE_REQUIRED||PRESUMPTION_OF_DENIAL", "LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL",
    "LICENSE_REQUIRED||PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION",
)  # fmt: skip
INPUTS: dict[str, type] = {
    "tpp": int, "density": float, "datacenter": bool, "total": int, "received": int, "destination": str,
    "headquarters": str, "parent": str, "activity": str,
}  # fmt: skip


def _variable(name: str, kind: type, formula: Any = None) -> type[Variable]:
    members = {"value_type": kind, "entity": ORDER, "definition_period": DateUnit.MONTH, "label": name}
    if kind is str:
        members["default_value"] = ""
    if formula is not None:
        members["formula"] = formula
    return type(name, (Variable,), members)


def _answer(order: Any, period: Any) -> Any:
    """The position of the answer, over arrays."""
    got = {name: order(name, period) for name in INPUTS}
    inside = {n: np.isin(got[n].astype(str), r.A_LIST) for n in ("destination", "headquarters", "parent")}
    embargoed = {n: np.isin(got[n].astype(str), r.D5_OR_MACAU) for n in inside}
    tpp, density, datacenter = got["tpp"], np.round(got["density"].astype(float), 2), got["datacenter"]
    exempt = ~datacenter & (tpp < r.A1)
    meets_a = (tpp >= r.A1) | ((tpp >= r.A2) & (density >= float(r.DENSE_A)))
    meets_b = ((tpp >= r.B1) & (tpp < r.A1) & (density >= float(r.DENSE_B1))) | (
        (tpp >= r.A2) & (density >= float(r.DENSE_B2))
    )
    a = meets_a & ~exempt
    b = meets_b & (density < float(r.DENSE_A)) & ~meets_a & ~exempt
    party = embargoed["headquarters"] | embargoed["parent"]
    restricted = embargoed["destination"] | party
    zone = np.isin(got["destination"].astype(str), r.ZONE)
    moves = got["activity"].astype(str) != "transfer"
    free = (got["destination"].astype(str) == "US") | ~(a | (b & (zone | party)))
    aia = a & inside["destination"] & inside["headquarters"] & inside["parent"]
    lpp = a & moves & ~restricted & ~zone & (got["received"] + got["total"] <= r.LPP)
    eligible = ~(datacenter & a)
    allied = inside["destination"] | inside["headquarters"] | inside["parent"]
    chain = [free, aia, lpp, eligible & restricted & moves, eligible & ~restricted, restricted, ~a | allied]
    return np.select(chain, list(range(len(chain))), default=len(chain))


def system() -> TaxBenefitSystem:
    """The rule's variables."""
    made = TaxBenefitSystem([ORDER])
    for name, kind in INPUTS.items():
        made.add_variable(_variable(name, kind))
    made.add_variable(_variable("answer", int, _answer))
    return made


def prepare() -> r.Engine:
    """The system is built once; a simulation is built for each call, as its users do."""
    made = system()

    def simulate(columns: dict[str, list[Any]], count: int) -> list[r.Result]:
        simulation = SimulationBuilder().build_default_simulation(made, count)
        for name in INPUTS:
            simulation.set_input(name, PERIOD, np.array(columns[name]))
        return [split(ANSWERS[place]) for place in simulation.calculate("answer", PERIOD)]

    def batch(rows: list[dict[str, Any]]) -> list[r.Result]:
        return simulate({name: [row[name] for row in rows] for name in INPUTS}, len(rows))

    return r.Engine("OpenFisca-core", r.as_floats, lambda t: batch([t])[0], batch)
