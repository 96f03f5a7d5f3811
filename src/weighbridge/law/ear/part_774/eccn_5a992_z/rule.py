"""ECCN 5A992.z: mass market information security with advanced circuits, by tier.

Here .z.1 is the a-tier and .z.2 the b-tier.
"""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (("5A992.z.1", "5A992.z.2", "5a992.z.base"),)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
