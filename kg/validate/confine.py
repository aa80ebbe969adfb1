"""Makes this process safe to read strangers' files in: little memory, little time, no network."""

from __future__ import annotations

import ctypes
import math
import resource

from kg.validate.limits import Limits

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def confine(limits: Limits) -> None:
    """Bound memory and processor time for good, and leave the network where the kernel allows.

    The time is bounded here too in case that nobody is left to kill us.
    """
    _bound(resource.RLIMIT_AS, limits.memory_bytes)
    _bound(resource.RLIMIT_CPU, math.ceil(limits.seconds) + 1)
    _bound(resource.RLIMIT_CORE, 0)
    _leave_network()


def _bound(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (bound, bound))
    except (OSError, ValueError):
        return  # a system without this limit; whoever started us still watches the clock


def _leave_network() -> None:
    """Move into an empty network of our own. Nothing here calls out; this is the second lock."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None and unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
