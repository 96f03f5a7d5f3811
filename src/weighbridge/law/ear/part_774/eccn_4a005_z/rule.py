"""ECCN 4A005: the .z paragraphs, by a-tier and b-tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import z_provisions

PROVISIONS = tuple(
    z_provisions(
        ("4A005.z.1", "4A005.z.2", "4a005.z.1.base"),
    )
)
