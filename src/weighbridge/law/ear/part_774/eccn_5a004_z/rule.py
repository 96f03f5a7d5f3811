"""ECCN 5A004.z: cryptanalysis and extraction of data with advanced circuits, by tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (
    ("5A004.z.1.a", "5A004.z.1.b", "5a004.z.1.base"),
    ("5A004.z.2.a", "5A004.z.2.b", "5a004.z.2.base"),
)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
