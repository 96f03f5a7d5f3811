"""ECCN 5D992: the .z paragraphs, by a-tier and b-tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import z_provisions

PROVISIONS = tuple(
    z_provisions(
        ("5D992.z.1", "5D992.z.2", "5d992.z.1.base"),
    )
)
