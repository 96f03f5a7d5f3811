"""ECCN 4A005.z: systems for intrusion software with advanced circuits, by tier.

Here .z.1 is the a-tier and .z.2 the b-tier.
"""

from __future__ import annotations

from weighbridge.law.ear.part_774.z_paragraphs import Paragraphs, z_provisions

PARAGRAPHS: Paragraphs = (("4A005.z.1", "4A005.z.2", "4a005.z.base"),)
PROVISIONS = tuple(z_provisions(PARAGRAPHS))
