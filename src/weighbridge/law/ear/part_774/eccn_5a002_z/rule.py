"""ECCN 5A002.z: information security with advanced circuits, by tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (
    ("5A002.z.1.a", "5A002.z.1.b", "5a002.z.1.base"),
    ("5A002.z.2.a", "5A002.z.2.b", "5a002.z.2.base"),
    ("5A002.z.3.a", "5A002.z.3.b", "5a002.z.3.base"),
    ("5A002.z.4.a", "5A002.z.4.b", "5a002.z.4.base"),
    ("5A002.z.5.a", "5A002.z.5.b", "5a002.z.5.base"),
)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
