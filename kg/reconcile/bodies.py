"""Which body a name means: known ones by their names, local parties by their place."""

from __future__ import annotations

from dataclasses import dataclass

from kg.iris import slug
from kg.lexicon import Body, Lexicon, folded
from kg.model import Entity


@dataclass(frozen=True, slots=True)
class Bodies:
    """What bodies are decided from."""

    lexicon: Lexicon

    def of(self, name: str) -> Entity:
        """The body called ``name``: a known one, or one that goes by the name as printed."""
        known = self.known(name)
        if known:
            return Entity("organisation", known.slug, known.name, "Known by this name.")
        key = slug(name)
        return Entity("organisation", key.removeprefix("the-") or key, name, "Named as printed.")

    def known(self, name: str) -> Body | None:
        """The party or other body of the tables called ``name``, if there is one."""
        return self.party(name) or self.lexicon.organisations.whole(folded(name))

    def party(self, name: str) -> Body | None:
        """The party called ``name``, if it is one."""
        return self.lexicon.parties.whole(folded(name))

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
