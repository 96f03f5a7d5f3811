"""ECCN 4A003: the .z paragraphs, by a-tier and b-tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import z_provisions

PROVISIONS = tuple(
    z_provisions(
        ("4A003.z.1.a", "4A003.z.1.b", "4a003.z.1.base"),
        ("4A003.z.2.a", "4A003.z.2.b", "4a003.z.2.base"),
    )
)
