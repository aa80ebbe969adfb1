"""Who writes: the author whom a line at the head of a text, or a signature below it, names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.cast import Cast
from kg.frames.clause.clauses import VERBAL
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.bios import signer, signers, speaks_in_own_voice
from kg.prose.reference.bylines import bylined, introduced, sections
from kg.prose.reference.heads import name_alone
from kg.prose.reference.owners import page_owner
from kg.prose.reference.papers import body_told_of, leading_paper, paper_told_of
from kg.prose.reference.signing import signing_line
from kg.words.nouns import Noun, Sentence

_TITLED = 3  # passages within which a name alone is the author's
_SIGNATURE = 9
_DASHES = frozenset(("-", "–", "—"))
_POSTED = ["posted", "by"]
_HALVES = frozenset(("am", "pm", "a.m", "p.m", "a.m.", "p.m."))


@dataclass(frozen=True, slots=True)
class Authors:
    """Who "I" is, by the passage at which a signature ends, and who "we" is; None: not told.

    ``leading`` is the paper whose leader the text is, ``paper`` that or the one it tells of.
    ``headed`` says that names stand alone over what is said of them, as in a row of profiles.
    ``sections`` are the passages at which each of several authors begins.
    ``club`` is the one union or club at the head of a text, when nobody else is its author.
    ``owner`` is the candidate whose own page it is: who is supported there when "me" is.
    ``own_voice`` says that the text has "I" outside quotations.
    """

    byline: tuple[Mention, ...]
    signatures: tuple[tuple[int, tuple[Mention, ...]], ...]
    leading: Mention | None
    paper: Mention | None
    headed: bool
    owner: Mention | None = None
    sections: tuple[tuple[int, tuple[Mention, ...]], ...] = ()
    club: Mention | None = None
    own_voice: bool = False

    def supported(self, at: int) -> tuple[Mention, ...]:
        """Who says "me" in passage ``at``: the author, else whose page it is."""
        if self.byline or not self.owner:
            return self.singular(at)
        return self.singular(at) or (self.owner,)

    def singular(self, at: int) -> tuple[Mention, ...]:
        """Who says "I" in passage ``at``: the author named above, else the signer below it."""
        found = self.household(at)
        return found if len(found) == 1 else ()

    def household(self, at: int) -> tuple[Mention, ...]:
        """Who says "my wife and I" in passage ``at``: all who have signed, if both did."""
        byline = self._byline(at)
        below = bisect_right(self.signatures, at, key=lambda signed: signed[0])
        if byline or below == len(self.signatures):
            return byline
        return self.signatures[below][1]

    def plural(self, at: int) -> tuple[Mention, ...]:
        """Who says "we": the paper whose leader it is, the authors, or the one who signs."""
        if self.paper:
            return (self.paper,)
        several = self.household(at)
        return several or ((self.club,) if self.club else ())

    def own_members(self, passage: Passage, noun: Noun, at: int) -> tuple[Mention, ...]:
        """The body whose members "members" are, where its page says "our meeting"."""
        before = passage.sentence.folds[: noun.first]
        if noun.count is not None or not noun.unit.endswith("members") or "our" not in before:
            return ()
        found = () if passage.in_quotation(noun.first) else self.plural(at)
        return found if len(found) == 1 and found[0].kind == "organisation" else ()

    def _byline(self, at: int) -> tuple[Mention, ...]:
        """Who writes the section of several authors in which passage ``at`` stands, or all."""
        begun = bisect_right(self.sections, at, key=lambda section: section[0])
        return self.sections[begun - 1][1] if begun else self.byline

    def adviser(self, at: int) -> tuple[Mention, ...]:
        """Who tells voters what to do: the paper whose leader it is, else who signs below."""
        if self.leading:
            return (self.leading,)
        return () if self.byline and not self.own_voice else self.singular(at)


def authors(passages: Sequence[Passage], cast: Cast, words: Mapping[str, str]) -> Authors:
    """The authors of a text, from its first lines, its signatures and the papers it names.

    ``words`` are those of lines about authors, by their kinds.
    """
    alone = {i: noun for i, p in enumerate(passages) if (noun := name_alone(p.sentence))}
    heading = [noun for at, noun in alone.items() if at - 1 not in alone]
    heads = {member for noun in heading if (member := cast.member(noun)) is not None}
    headed = len(heads) > 1 and not _is_signed(passages, sorted(alone))
    byline = bylined(passages, cast)
    if not byline and alone and not headed:
        titled = cast.member(next(iter(alone.values())))
        byline = (titled,) if titled and next(iter(alone)) < _TITLED else ()
    signed = () if headed else tuple(_signatures(passages, cast, words))
    if not byline and not signed and not headed:
        author = introduced(passages, cast, words)
        byline = (author,) if author else ()
    leading = leading_paper(passages, cast)
    paper = leading or paper_told_of(passages, cast)
    owner = page_owner(passages, cast)
    several = sections(passages, cast) or (_headed(alone, cast) if headed else ())
    club = body_told_of(passages, cast)
    own = speaks_in_own_voice(passages)
    return Authors(byline, signed, leading, paper, headed, owner, several, club, own)


def _is_signed(passages: Sequence[Passage], alone: Sequence[int]) -> bool:
    """Whether names stand alone below what their bearers say, as on a page of letters.

    "I" speaks above the first of them, and nothing is said below the last; or the name of who is
    quoted first stands below the quotation.
    """
    quoted = next((at for at, passage in enumerate(passages) if passage.in_quotation(0)), None)
    named = signing_line(passages, quoted) if quoted is not None else None
    if named is not None and quoted is not None and named[0] > quoted:
        return True
    return speaks_in_own_voice(passages[: alone[0]]) and all(
        VERBAL.isdisjoint(passage.sentence.kinds) for passage in passages[alone[-1] :]
    )


def _headed(alone: Mapping[int, Noun], cast: Cast) -> tuple[tuple[int, tuple[Mention, ...]], ...]:
    """The passages that are nothing but a name: what "I" says below them is that person's."""
    return tuple((at, (found,)) for at, noun in alone.items() if (found := cast.member(noun)))


def _signatures(
    passages: Sequence[Passage], cast: Cast, words: Mapping[str, str]
) -> list[tuple[int, tuple[Mention, ...]]]:
    """The short lines that begin with a name and have no verb, as below a letter."""
    found: list[tuple[int, tuple[Mention, ...]]] = []
    for index, passage in enumerate(passages):
        sentence = passage.sentence
        opened = 2 * (sentence.folds[:2] == _POSTED) or sentence.folds[0] in _DASHES
        several = signers(sentence) if index > 1 else []
        together = tuple(m for n in several if (m := cast.member(n)) is not None)
        if len(together) > 1:
            found.append((index, together))
            continue
        closing = signer(sentence, words)
        if closing is not None and (member := cast.member(closing)):
            found.append((index, (member,)))
            continue
        noun = sentence.noun(int(opened)) if opened < len(sentence.tokens) else None
        if index < 2 or noun is None or noun.kind != "person":
            continue
        plain = len(sentence.tokens) <= _SIGNATURE and VERBAL.isdisjoint(sentence.kinds)
        ended = noun.last == len(sentence.tokens) or sentence.folds[noun.last] == ","
        ended = ended or opened > 1 or _is_posted(sentence, noun)
        member = cast.member(noun) if plain and ended else None
        signed = (member,) if member is not None else _couple(sentence, noun) if plain else ()
        if signed:
            found.append((index, signed))
    return found


def _is_posted(sentence: Sentence, noun: Noun) -> bool:
    """Whether a time follows the name, as below a post: "Jane Doe at 9:14 PM"."""
    at = noun.last
    timed = sentence.folds[at : at + 1] == ["at"] and sentence.folds[at + 1][:1].isdigit()
    return timed and any(word in _HALVES for word in sentence.folds[at + 2 :])


def _couple(sentence: Sentence, first: Noun) -> tuple[Mention, ...]:
    """The two who sign "Jane and John Doe", who share the name of the second."""
    second = sentence.noun(first.last + 1)
    if second is None or second.kind != "person" or " " not in second.name or " " in first.name:
        return ()
    if sentence.folds[first.last] not in ("and", "&"):
        return ()
    if sentence.folds[second.last : second.last + 1] not in ([], [","]):
        return ()
    surname = second.name.partition(" ")[2]
    return (Mention("person", f"{first.name} {surname}"), Mention("person", second.name))
