"""Bounds for a process that works on what strangers wrote: its memory, its time, no network."""

from __future__ import annotations

import math
import os
import resource
from collections.abc import Mapping
from pathlib import Path

import kg

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def confine(seconds: float, memory_bytes: int) -> None:
    """Bound this process for good; call it before the stranger's text is looked at.

    ``memory_bytes`` is of address space. ``seconds`` are of processor time, in whole ones and one
    to spare: whoever started us watches the clock, and this is for when nobody is left to do so.
    The network is left where the kernel allows it. Nothing here calls out; it is a second lock.
    """
    _bound(resource.RLIMIT_AS, memory_bytes)
    _bound(resource.RLIMIT_CPU, math.ceil(seconds) + 1)
    _bound(resource.RLIMIT_CORE, 0)
    _leave_network()


def environment() -> Mapping[str, str]:
    """Our environment for a process that is to import the same kg, wherever it is started."""
    package = str(Path(kg.__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    return os.environ | {"PYTHONPATH": paths}


def _bound(kind: int, most: int) -> None:
    """Lower a limit to ``most``, never raise it."""
    _, hard = resource.getrlimit(kind)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (bound, bound))
    except (OSError, ValueError):
        return  # a system without this limit; whoever started us still watches the clock


def _leave_network() -> None:
    """Move into an empty network of our own, with a user of our own where only that is allowed."""
    import ctypes  # here: only the confined process needs it

    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is not None and unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
