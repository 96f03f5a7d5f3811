"""ECCN 5A004: the .z paragraphs, by a-tier and b-tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import z_provisions

PROVISIONS = tuple(
    z_provisions(
        ("5A004.z.1.a", "5A004.z.1.b", "5a004.z.1.base"),
        ("5A004.z.2.a", "5A004.z.2.b", "5a004.z.2.base"),
    )
)
