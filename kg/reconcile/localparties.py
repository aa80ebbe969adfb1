"""Local parties by their place: "X CLP", "X Labour Party" and "the X constituency party" are one.

A local party goes by its seat where its place is one, else by its council; a place that is neither
leaves the name as printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.gazetteer import Gazetteer, fold_place
from kg.iris import slug
from kg.lexicon import Body, Lexicon, folded
from kg.model import Entity


@dataclass(frozen=True, slots=True)
class LocalParties:
    """What local parties are decided from; ``party`` is that of the article's contest, if any.

    ``seats`` says that bodies of this article that go by the bare name of a seat are its parties.
    """

    lexicon: Lexicon
    gazetteer: Gazetteer
    party: Body | None
    seats: bool

    def of(self, name: str) -> Entity | None:
        """The local party called ``name``, None when it is none."""
        words = folded(name)
        if words[:1] == ("the",):
            words = words[1:]
        for at in range(1, len(words)):
            party = self._party(words[at:])
            found = self._called(" ".join(words[:at]), party) if party else None
            if found:
                return found
        seat = self.gazetteer.seat_named(fold_place(name)) if self.seats else None
        return self._called(seat.name, self.party) if seat and self.party else None

    def _party(self, tail: tuple[str, ...]) -> Body | None:
        """Whose local party it is, by the words behind the place."""
        told = self.lexicon.identity.local_tails.get(" ".join(tail))
        if told == "":
            return self.party
        return self.lexicon.parties.whole(folded(told) if told else tail)

    def _called(self, place: str, party: Body | None) -> Entity | None:
        seat = self.gazetteer.seat_named(fold_place(place))
        councils = self.gazetteer.councils_named(fold_place(place))
        if party is None or not (seat or len(councils) == 1):
            return None
        if seat:
            label = f"{seat.name} {self.lexicon.identity.seat_parties.get(party.name, party.name)}"
            why = f"The local party of the seat {seat.name}."
            return Entity("organisation", slug(label), label, why)
        key, name = f"{councils[0].slug}-{party.slug}", councils[0].name
        return Entity("organisation", key, f"{name} {party.name}", f"The local party of {name}.")


def speaks_of_seats(names: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Whether the bodies that go by the bare names of places are those of seats.

    Some seats are called like councils; the others of the article tell which are meant.
    """
    folds = {fold_place(name) for name in names}
    councils = {one for one in folds if gazetteer.councils_named(one)}
    seats = {one for one in folds if gazetteer.seat_named(one)}
    return len(seats - councils) * 2 > len(councils) if seats else False
