"""Contexts of JSON-LD: what a word in a document stands for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from kg.resources import read_text
from kg.validate.forms.jsontext import Json, read_json
from kg.validate.forms.relative import joined

OWN_CONTEXT = "https://example.org/kg/context.jsonld"
"""The one context that may be named instead of written out: that of kg, which is at hand."""

_NESTING = 10

KEYWORDS = frozenset(
    f"@{name}"
    for name in (
        *("base", "container", "context", "direction", "graph", "id", "import", "included"),
        *("index", "json", "language", "list", "nest", "none", "prefix", "propagate"),
        *("protected", "reverse", "set", "type", "value", "version", "vocab"),
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a context says of a word: its IRI, how its values are meant, its own context."""

    iri: str | None
    kind: str | None = None
    container: frozenset[str] = frozenset()
    reverse: bool = False
    scoped: Json | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The terms and settings in force."""

    terms: dict[str, Term] = field(default_factory=dict)
    vocab: str | None = None
    base: str | None = None

    def expand(self, word: str, *, as_term: bool) -> str | None:
        """The IRI or keyword that ``word`` stands for; None when it stands for nothing."""
        if word in KEYWORDS:
            return word
        if as_term and word in self.terms:
            return self.terms[word].iri
        prefix, colon, rest = word.partition(":")
        if colon:
            known = self.terms.get(prefix)
            if prefix == "_" or rest.startswith("//") or known is None or known.iri is None:
                return word
            return known.iri + rest
        if as_term:
            return None if self.vocab is None else self.vocab + word
        return None if self.base is None else joined(self.base, word)


def with_context(context: Context, local: Json | None) -> Context:
    """The context with what ``local``, the value of an ``@context``, adds to it."""
    if local is None:
        return context
    if isinstance(local.value, list):
        for one in local.value:
            context = with_context(context, one)
        return context
    if local.value is None:
        return Context()
    if local.value == OWN_CONTEXT:
        return replace(context, terms={**context.terms, **_own_terms()})
    settings = {m.key: m.value.value for m in local.members if m.key in ("@vocab", "@base")}
    for key, value in settings.items():
        iri = value if isinstance(value, str) else None
        if key == "@vocab":
            context = replace(context, vocab=iri)
        else:
            context = replace(context, base=joined(context.base or "", iri) if iri else None)
    own = {m.key: m.value for m in local.members if m.key not in KEYWORDS}
    terms = {word: term for word, term in context.terms.items() if word not in own}
    made = replace(context, terms=terms)
    for word in own:
        _define(made, word, own, frozenset())
    return made


@cache
def _own_terms() -> dict[str, Term]:
    text = read_text("ontology", "context.jsonld")
    return with_context(Context(), read_json(text, _NESTING).get("@context")).terms


def _define(context: Context, word: str, own: dict[str, Json], waiting: frozenset[str]) -> None:
    """Add ``word`` to the terms, after those that its definition needs."""
    if word in context.terms or word in waiting:
        return
    definition = own[word]
    said = definition.get("@id") or definition.get("@reverse")
    name = definition.value if isinstance(definition.value, str) else said.value if said else word
    if not isinstance(name, str):
        context.terms[word] = Term(None)
        return
    for needed in (name.partition(":")[0], name):
        if needed in own and needed != word:
            _define(context, needed, own, waiting | {word})
    kind = definition.get("@type")
    coerced = kind.value if kind and isinstance(kind.value, str) else None
    if coerced is not None:
        needed = coerced.partition(":")[0]
        if needed in own and needed != word:
            _define(context, needed, own, waiting | {word})
        coerced = context.expand(coerced, as_term=True)
    context.terms[word] = Term(
        context.expand(name, as_term=True),
        coerced,
        words(definition.get("@container")),
        definition.get("@reverse") is not None,
        definition.get("@context"),
    )


def words(value: Json | None) -> frozenset[str]:
    """The strings of an array, or the one string that ``value`` is."""
    if value is None:
        return frozenset()
    items = value.value if isinstance(value.value, list) else [value]
    return frozenset(item.value for item in items if isinstance(item.value, str))


def reversing(context: Context, word: str) -> Context:
    """The context with ``word`` pointing the other way."""
    term = context.terms.get(word) or Term(context.expand(word, as_term=True))
    return replace(context, terms={**context.terms, word: replace(term, reverse=not term.reverse)})
