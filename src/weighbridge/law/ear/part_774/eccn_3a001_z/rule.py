"""ECCN 3A001.z: electronic components with advanced circuits, by tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (
    ("3A001.z.1.a", "3A001.z.1.b", "3a001.z.1.base"),
    ("3A001.z.2.a", "3A001.z.2.b", "3a001.z.2.base"),
    ("3A001.z.3.a", "3A001.z.3.b", "3a001.z.3.base"),
    ("3A001.z.4.a", "3A001.z.4.b", "3a001.z.4.base"),
)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
