"""ECCN 4A004: the .z paragraphs, by a-tier and b-tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import z_provisions

PROVISIONS = tuple(
    z_provisions(
        ("4A004.z.1", "4A004.z.2", "4a004.z.1.base"),
    )
)
