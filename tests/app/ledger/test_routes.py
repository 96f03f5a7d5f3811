"""What determinations draw on, and by which ways one unit may go."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.house.places import ROOT
from tests.ledger.making import given, setting
from weighbridge.app.answer import Track, answer
from weighbridge.app.ledger.accounts import CannotKeep
from weighbridge.app.ledger.limits import limits_for
from weighbridge.app.ledger.routes import legs_of, routes_of
from weighbridge.app.request.document import read_document
from weighbridge.law.compiled import load_corpus
from weighbridge.ledger.headroom import fill
from weighbridge.ledger.movement import Leg
from weighbridge.ledger.stores.memory import MemoryStore
