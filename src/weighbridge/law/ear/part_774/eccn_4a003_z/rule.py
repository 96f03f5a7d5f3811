"""ECCN 4A003.z: digital computers and assemblies with advanced circuits, by tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (
    ("4A003.z.1.a", "4A003.z.1.b", "4a003.z.1.base"),
    ("4A003.z.2.a", "4A003.z.2.b", "4a003.z.2.base"),
)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
