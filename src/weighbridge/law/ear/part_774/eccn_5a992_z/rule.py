"""ECCN 5A992: the .z paragraphs, by a-tier and b-tier."""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import z_provisions

PROVISIONS = tuple(
    z_provisions(
        ("5A992.z.1", "5A992.z.2", "5a992.z.1.base"),
    )
)
