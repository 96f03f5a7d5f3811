"""ECCN 5D992.z: mass market information security software with advanced circuits, by tier.

Here .z.1 is the a-tier and .z.2 the b-tier.
"""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (("5D992.z.1", "5D992.z.2", "5d992.z.base"),)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
