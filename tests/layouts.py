"""Prints invented endorsements in random layouts, so that what is read can be measured.

An article is a heading that states whom the list supports, and a list: one *item shape* (which
fields, in which order, between which marks) in one *frame* (lines, bullets, a run inside a
paragraph, cells). Shapes and frames are each parted in two: ``KNOWN`` ones the reader was made
with, and ``UNSEEN`` ones, which were written and measured before anything was changed for them.
What was read of those at first says how general reading is: add new ones, and measure them first.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_GIVEN = (
    "Anna Brian Carla Daniel Eleanor Francis Grace Harold Imogen James Karen Liam Maria Nadia "
    "Oliver Priya Robert Sarah Thomas Ursula Victor Wendy Aisha Conor Siobhan Tariq Mei Kwame"
)
_FAMILY = (
    "Abbotsley Barrowclough Chettle Drayworth Emberson Fothergale Garside Hallowby Ingleton "
    "Jessamy Kettlewick Lambourne Merrivale Norcross Ockendon Pellow Quarmby Rushbrook Selwyn "
    "Tattersby Underhay Vellacott Wetherall Yarwood O'Hanrahan McCreadie Fitz-Alwyn Okonjwe "
    "Rahmani Castellano Nakagawi Lindqvast"
)
_PLACES = {
    "uk": "Leeds/Bristol/Wigan/Stockport/Camden/Plymouth/Dudley/Calderdale/Swansea/Norwich",
    "us": "Springvale/Cedar Hollow/Lake Oswin/Port Marlow/Fairmont/Easton/Ridgeburn/Milbury",
    "ie": "Kildare North/Louth/Cork East/Sligo/Mayo/Galway West/Kerry/Tipperary",
}
_OFFICES = {
    "uk": "council leader/deputy leader/cabinet member/mayor/party chair/group leader",
    "us": "mayor/state senator/county commissioner/sheriff/council member/school board member",
    "ie": "councillor/party spokesperson/senator/mayor/minister/former minister",
}
GIVEN = _GIVEN.split(" ")
FAMILY = _FAMILY.split(" ")
PLACES = {country: names.split("/") for country, names in _PLACES.items()}
OFFICES = {country: names.split("/") for country, names in _OFFICES.items()}
TITLES = {"uk": "Cllr", "us": "Sen.", "ie": "Deputy"}
LETTERS = {"uk": "MP", "us": "", "ie": "TD"}
HEADS = (
    "Full list of supporters of {c}:",
    "Who is backing {c}?",
    "These are the people who have endorsed {c}:",
    "{c} has been endorsed by the following:",
    "Endorsements for {c}",
    "The following have signed a letter in support of {c}:",
)
NOISE = ("Advertisement", "Share this article", "Read more", "Photo: Agency")


@dataclass(frozen=True, slots=True)
class Fact:
    """One endorser and what may be printed beside the name."""

    name: str
    country: str
    place: str
    office: str
    years: str
    quote: str

    @property
    def title(self) -> str:
        """The title of the country."""
        return TITLES[self.country]

    @property
    def letters(self) -> str:
        """Letters behind the name, with the blank before them."""
        return f" {LETTERS[self.country]}" if LETTERS[self.country] else ""

    @property
    def party(self) -> str:
        """A party's letter, as in brackets behind a name."""
        return {"uk": "Lab", "us": "D", "ie": "FG"}[self.country]


Shape = Callable[[Fact], str]
Frame = Callable[[str, Sequence[str]], str]

KNOWN_SHAPES: dict[str, Shape] = {
    "name": lambda f: f.name,
    "title name": lambda f: f"{f.title} {f.name}",
    "name (place)": lambda f: f"{f.name} ({f.place})",
    "title name, place": lambda f: f"{f.title} {f.name}, {f.place}",
    "name - place": lambda f: f"{f.name} – {f.place}",
    "name letters": lambda f: f"{f.name}{f.letters}",
    "place: name": lambda f: f"{f.place}: {f.name}",
    "name - office, place": lambda f: f"{f.name} – {f.office}, {f.place}",
    "name, office": lambda f: f"{f.name}, {f.office}",
}
UNSEEN_SHAPES: dict[str, Shape] = {
    "name, office of place": lambda f: f"{f.name}, {f.office} of {f.place}",
    "office name": lambda f: f"{f.office.capitalize()} {f.name}",
    "place office name": lambda f: f"{f.place} {f.office} {f.name}",
    "name (party-place)": lambda f: f"{f.name} ({f.party}-{f.place})",
    "name, office, place": lambda f: f"{f.name}, {f.office.title()}, {f.place}",
    "name (office, place)": lambda f: f"{f.name} ({f.office}, {f.place})",
    "name, office (years)[n]": lambda f: f"{f.name}, {f.office} ({f.years})[12]",
    "quote - name, place": lambda f: f"“{f.quote}” — {f.name}, {f.place}",
    "name - quote": lambda f: f"{f.name}, {f.place}: “{f.quote}”",
    "office: name": lambda f: f"{f.office.capitalize()}: {f.name}",
    "title name - place - office": lambda f: f"{f.title} {f.name} - {f.place} - {f.office}",
    "office, place - name": lambda f: f"{f.office.capitalize()}, {f.place} – {f.name}",
    "name | office | place": lambda f: f"{f.name} | {f.office.capitalize()} | {f.place}",
    "name of place": lambda f: f"{f.name} of {f.place}",
    "name tab place": lambda f: f"{f.name}\t{f.place}",
    "name [place]": lambda f: f"{f.name} [{f.place}]",
    "name: office in place": lambda f: f"{f.name}: {f.office} in {f.place}",
    "name (@handle), office": lambda f: f"{f.name} (@{f.name.split()[1].lower()}), {f.office}",
}


def _lines(head: str, items: Sequence[str]) -> str:
    return "\n".join([head, *items])


def _spaced(head: str, items: Sequence[str]) -> str:
    return "\n\n".join([head, *items])


def _marked(mark: str) -> Frame:
    return lambda head, items: "\n".join([head, "", *(f"{mark} {item}" for item in items)])


def _numbered(form: str, gap: str = "\n") -> Frame:
    return lambda head, items: (
        head + "\n" + gap.join(form.format(n) + item for n, item in enumerate(items, 1))
    )


def _run(mark: str, last: str) -> Frame:
    def made(head: str, items: Sequence[str]) -> str:
        return f"{head.rstrip(':?')}: {mark.join(items[:-1])}{last}{items[-1]}."

    return made


def _noisy(head: str, items: Sequence[str]) -> str:
    middle = len(items) // 2
    return "\n".join([head, *items[:middle], NOISE[len(items) % 4], *items[middle:]])


KNOWN_FRAMES: dict[str, Frame] = {
    "lines": _lines,
    "blank lines": _spaced,
    "bullets •": _marked("•"),
    "bullets -": _marked("-"),
    "numbers 1.": _numbered("{}. "),
    "run ;": _run("; ", "; and "),
}
UNSEEN_FRAMES: dict[str, Frame] = {
    "run ,": _run(", ", " and "),
    "bullets »": _marked("»"),
    "bullets o": _marked("o"),
    "numbers #1": _numbered("#{} "),
    "numbers (1)": _numbered("({}) "),
    "letters a)": lambda head, items: (
        head + "\n" + "\n".join(f"{chr(97 + n % 26)}) {item}" for n, item in enumerate(items))
    ),
    "one line •": lambda head, items: head + "\n" + " ".join(f"• {item}" for item in items),
    "one line 1.": _numbered("{}. ", " "),
    "noise": _noisy,
    "bold": lambda head, items: "\n".join([head, *(f"**{item}**" for item in items)]),
    "dashes --": _marked("--"),
    "pairs": lambda head, items: "\n".join(
        [head, *("    ".join(items[at : at + 2]) for at in range(0, len(items), 2))]
    ),
    "indented": lambda head, items: "\n".join([head, *(f"      {item}" for item in items)]),
    "comments after": lambda head, items: (
        "\n\n\n".join([head, *items]) + "\n\nShare this story\nComments (3)"
    ),
    "a sentence between": lambda head, items: (
        head + "\n\nThe list was published on Friday.\n\n" + "\n".join(items)
    ),
    "ends with .": lambda head, items: "\n".join([head, *(f"{item}." for item in items)]),
    "ends with ;": lambda head, items: "\n".join([head, *(f"{item};" for item in items)]),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """An article made, and the endorsers and candidate it states."""

    shape: str
    frame: str
    text: str
    endorsers: frozenset[str]
    candidate: str


def facts(rng: random.Random, count: int) -> tuple[list[Fact], str]:
    """``count`` invented endorsers of one country and the candidate they support."""
    country = rng.choice(sorted(PLACES))
    families = rng.sample(FAMILY, count + 1)
    names = [f"{rng.choice(GIVEN)} {family}" for family in families]
    made = [
        Fact(
            name,
            country,
            rng.choice(PLACES[country]),
            rng.choice(OFFICES[country]),
            f"{rng.randint(1990, 2005)}–{rng.randint(2006, 2020)}",
            rng.choice(("She gets things done and she listens", "No one has worked harder here")),
        )
        for name in names[1:]
    ]
    return made, names[0]


def printed(rng: random.Random, shape: str, frame: str) -> Printed:
    """An article in one shape and frame."""
    made, candidate = facts(rng, rng.randint(5, 9))
    form = (KNOWN_SHAPES | UNSEEN_SHAPES)[shape]
    put = (KNOWN_FRAMES | UNSEEN_FRAMES)[frame]
    head = rng.choice(HEADS).format(c=candidate)
    lead = f"{candidate} is a candidate for the leadership of the party.\n\n"
    text = lead + put(head, [form(fact) for fact in made]) + "\n"
    return Printed(shape, frame, text, frozenset(fact.name for fact in made), candidate)
