"""Which body a name means: known ones by their names, local parties by their place."""

from __future__ import annotations

from dataclasses import dataclass

from kg.iris import slug
from kg.lexicon import Body, Lexicon, folded
from kg.model import Entity
from kg.reconcile.localparties import LocalParties

_APOSTROPHES = str.maketrans("", "", "'’‘")


@dataclass(frozen=True, slots=True)
class Bodies:
    """What bodies are decided from."""

    lexicon: Lexicon
    local: LocalParties

    def of(self, name: str) -> Entity:
        """The body called ``name``: a known one, a local party, or one that goes by its name."""
        known = self.known(name) or self.known(f"the {name}")
        if known:
            return Entity("organisation", known.slug, known.name, "Known by this name.")
        key = slug(name)
        printed = Entity("organisation", key.removeprefix("the-") or key, name, "Named as printed.")
        return self.local.of(name) or printed

    def known(self, name: str) -> Body | None:
        """The party or other body of the tables called ``name``, if there is one."""
        party = self.party(name)
        if party:
            return party
        words = folded(name)
        bare = words[1:] if words[:1] == ("the",) else words
        for one in (words, bare, folded(name.translate(_APOSTROPHES))):
            found = self.lexicon.organisations.whole(one) if one else None
            if found:
                return found
        union = self.lexicon.organisations.whole(bare[:-1]) if bare[1:] else None
        return union if union and bare[-1] == union.kind == "union" else None

    def party(self, name: str) -> Body | None:
        """The party called ``name``, in full or by a short form."""
        words = folded(name)
        full = self.lexicon.identity.party_forms.get(" ".join(words))
        return self.lexicon.parties.whole(folded(full) if full else words) if words else None

    def is_common(self, name: str) -> bool:
        """Whether every word of a name is one that many bodies or places have: "City Council"."""
        return self.known(name) is None and all(self._is_common_word(word) for word in folded(name))

    def _is_common_word(self, word: str) -> bool:
        lexicon = self.lexicon
        return (
            word in lexicon.organisation_words
            or word in lexicon.body_kinds
            or word in lexicon.identity.common
            or word in lexicon.words_of_offices
            or lexicon.units.whole((word,)) is not None
        )
