"""Relative IRIs, which strangers also write where nothing can be made of them."""

from __future__ import annotations

from urllib.parse import urljoin


def joined(base: str, written: str) -> str:
    """``written`` as seen from ``base``; as it is when the two cannot be joined."""
    try:
        return urljoin(base, written)
    except ValueError:  # brackets that are no address, among others
        return written
