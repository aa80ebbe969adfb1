"""What is used to reach an endpoint: who asks, and how long and how much is waited for."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import UsageError

TOKEN, USER, PASSWORD = "KG_ENDPOINT_TOKEN", "KG_ENDPOINT_USER", "KG_ENDPOINT_PASSWORD"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A token, or a user and a password, or nothing. None of it is ever printed."""

    token: str = field(default="", repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def given(self) -> bool:
        """Whether there is anything to send."""
        return bool(self.token or self.user)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be shown, as it is and as it is sent."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return tuple(filter(None, (self.token, self.password, self.user and pair)))


@dataclass(frozen=True, slots=True)
class Access:
    """How an endpoint is reached.

    ``seconds`` is for one query, from looking up the name of the host to the last byte, and
    ``answer_bytes`` the most that its answer may have; ``graph_seconds`` and ``graph_bytes`` are
    for one graph, fetched or sent. ``base`` is that of the graph's IRIs. ``graph_store`` is where
    graphs are written, when that is not to be found out.
    """

    base: str
    credentials: Credentials = Credentials()
    plain_http: bool = False
    graph_store: str | None = None
    seconds: float = 60.0
    answer_bytes: int = 64 << 20
    graph_seconds: float = 300.0
    graph_bytes: int = 1 << 30


def read_credentials(env: Mapping[str, str]) -> Credentials:
    """The credentials in the environment.

    Raises ``UsageError`` for half of them, for both kinds at once, and for characters that no
    header can carry; what they are is not repeated.
    """
    token, user, password = (env.get(name, "") for name in (TOKEN, USER, PASSWORD))
    if token and (user or password):
        raise UsageError(f"{TOKEN} and {USER} are both set", todo="keep one of them")
    if bool(user) != bool(password):
        raise UsageError(f"one of {USER} and {PASSWORD} is set", todo="set both, or none")
    if ":" in user or any(not mark.isprintable() for mark in token + user + password):
        raise UsageError(f"a character in {TOKEN}, {USER} or {PASSWORD} cannot be sent")
    return Credentials(token, user, password)
