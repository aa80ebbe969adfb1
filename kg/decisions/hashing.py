"""What a decision says, as a hash: not where it is written, so that rows may be moved."""

from __future__ import annotations

import hashlib
import json

from kg.decisions.model import Decision


def content_hash(decision: Decision) -> str:
    """The SHA-256 of all that a row says, as 64 hexadecimal digits."""
    said = (
        decision.subject,
        decision.object,
        decision.verdict,
        decision.justification,
        decision.by,
        decision.day.isoformat(),
        decision.comment,
    )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
