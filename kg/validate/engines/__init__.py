"""The engines that judge statements by shapes; ``kg.validate.engine`` chooses one.

    reference    pySHACL, which defines what is right and can follow every shape of SHACL
    fast         kg's own, for the part of SHACL that kg's shapes and most others use

Both give the same findings, which tests compare.
"""

from __future__ import annotations

from typing import Literal

Engine = Literal["auto", "fast", "pyshacl"]
ENGINES: tuple[Engine, ...] = ("auto", "fast", "pyshacl")
"""``auto`` is the fast engine wherever it follows the shapes, else pySHACL."""
