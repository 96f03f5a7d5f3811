"""ECCN 4A004.z: systolic array, neural and optical computers with advanced circuits, by tier.

Here .z.1 is the a-tier and .z.2 the b-tier.
"""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (("4A004.z.1", "4A004.z.2", "4a004.z.base"),)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
