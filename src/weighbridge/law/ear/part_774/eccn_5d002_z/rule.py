"""ECCN 5D002.z: information security software with advanced circuits, by tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (
    ("5D002.z.1.a", "5D002.z.1.b", "5d002.z.base"),
    ("5D002.z.2.a", "5D002.z.2.b", "5d002.z.base"),
    ("5D002.z.3.a", "5D002.z.3.b", "5d002.z.base"),
    ("5D002.z.4.a", "5D002.z.4.b", "5d002.z.base"),
    ("5D002.z.5.a", "5D002.z.5.b", "5d002.z.base"),
    ("5D002.z.6.a", "5D002.z.6.b", "5d002.z.base"),
    ("5D002.z.7.a", "5D002.z.7.b", "5d002.z.base"),
    ("5D002.z.8.a", "5D002.z.8.b", "5d002.z.base"),
    ("5D002.z.9.a", "5D002.z.9.b", "5d002.z.base"),
)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
