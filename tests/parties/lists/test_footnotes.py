"""Footnotes of the Entity List, from the words in which the published file writes them."""

from __future__ import annotations

import pytest

from weighbridge.parties.lists.footnotes import footnotes


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ("For all items subject to the EAR. (See §744.11 of the EAR).", ()),
        ("For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", (1, 2)),
        ("For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2", (1, 2)),
        ("For All Items Subject to the EAR (See §734.9(e)1, and §744.11 of the EAR)2.", (1, 2)),
        ("For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)", (3,)),
        ("For All Items Subject to the EAR (See §734.9(g), 3 §746.8(a)(3), and §744.21(b) of the EAR).", (3,)),
        ("For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)", (3,)),
        ("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4", (4,)),
        ("For All Items Subject to the EAR (See §734.9(e), and 744.11 of the EAR)4.", (4,)),
        ("For all items subject to the EAR. (See §§ 734.9(e) and 744.11 of the EAR) 4", (4,)),
        ("For all items subject to the EAR (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5", (5,)),
        # Cited without its digit: the entry does not state the footnote.
        ("For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)", ()),
        ("For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)", ()),
        # Digits that belong to a section.
        ("For any item subject to the EAR listed in supplement no. 2 to part 744.", ()),
        ("For all items subject to the EAR. (See § 746.8(a)(4) of the EAR)", ()),
        ("", ()),
    ],
)
def test_a_footnote_is_read_where_the_requirement_states_it(requirement: str, expected: tuple[int, ...]) -> None:
    assert footnotes(requirement) == expected
