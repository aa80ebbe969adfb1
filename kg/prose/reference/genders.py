"""Who is a woman and who is a man, as titles, offices and given names tell."""

from __future__ import annotations

from collections.abc import Sequence

from kg.cast import Cast
from kg.lexicon import Lexicon
from kg.model import Mention
from kg.passages import Passage
from kg.text import fold
from kg.words.nouns import Noun

TITLED = {"mr": "man", "sir": "man", "lord": "man", "mrs": "woman", "ms": "woman"} | {
    "miss": "woman",
    "dame": "woman",
    "lady": "woman",
    "baroness": "woman",
}
_OF_MEN = ("congressman", "assemblyman", "councilman")


def known_genders(passages: Sequence[Passage], cast: Cast, lexicon: Lexicon) -> dict[Mention, str]:
    """Who is a woman and who a man, by a title first, else by the given name."""
    found: dict[Mention, str] = {}
    for passage in passages:
        for noun in passage.sentence.nouns:
            member = cast.member(noun) if noun.kind == "person" else None
            if member is None:
                continue
            gender = _by_title(noun)
            if gender:
                found[member] = gender
            elif member not in found:
                named = lexicon.name_genders.get(fold(member.name).partition(" ")[0], "")
                if named:
                    found[member] = named
    return found


def _by_title(noun: Noun) -> str:
    title = TITLED.get(fold(noun.title), "") if noun.title else ""
    if title:
        return title
    labels = [office.label.lower() for office in noun.offices]
    if any(label.endswith("woman") for label in labels):
        return "woman"
    return "man" if any(label.endswith(_OF_MEN) for label in labels) else ""
