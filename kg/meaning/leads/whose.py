"""Whose a slate is: the subject of a verb of support, or the body that has made the choice."""

from __future__ import annotations

from collections.abc import Sequence

from kg.frames import Actor
from kg.frames.clause.clauses import is_governed, opens_clause
from kg.frames.model import Subject
from kg.frames.places.subject import find_subject
from kg.lexicon import Lexicon
from kg.meaning.leads.bodies import whole_name, words_of
from kg.meaning.leads.slates import CHOSEN
from kg.model import Mention
from kg.prose.reference.contests import is_stood_for
from kg.prose.reference.discourse import Discourse
from kg.words.nouns import Noun, Sentence
from kg.words.units import SUPPORT_UNIT

_BACK = 2
_LEAST_OWNER = 2
_ITS = frozenset(("its", "their", "his", "her"))
_JOINING = frozenset((",", "and", "&", "the"))
_HERS = frozenset(("his", "her"))
_NAMED = ("person", "organisation")
_PAPERS = frozenset(("media",))
_INITIALS = 2
_FURTHEST = 14
_OURS = frozenset(("our", "we"))
_TICKETS = frozenset(("ticket", "tickets"))


def makers(sentence: Sentence, at: int, later: Sequence[Noun], lexicon: Lexicon) -> Sequence[Noun]:
    """The bodies that made the slate at token ``at``: "Endorsements by the club", "of X and Y".

    ``later`` are the phrases behind it.
    """
    bodies = [noun for noun in later if noun.kind == "organisation" and noun.first > at]
    first = next((noun for noun in bodies if _made_it(sentence, at, noun, lexicon)), None)
    if first is None:
        return ()
    found = [first]
    for noun in bodies[bodies.index(first) + 1 :]:
        between = sentence.folds[found[-1].last : noun.first]
        if not set(between) <= _JOINING or not between:
            break
        found.append(noun)
    joined = not {"and", "&"}.isdisjoint(sentence.folds[first.last : found[-1].first])
    return found if joined else [first]  # "X Labor Council, AFL-CIO"


def _made_it(sentence: Sentence, slate: int, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether a body made what is named at ``slate``: "by X"; "of X" right behind it, of no party.

    The endorsements "of" a party are had by it.
    """
    at = noun.first - 1
    at -= at > 0 and sentence.kinds[at] == "determiner"
    if at <= 0 or sentence.folds[at] != "of":
        return at > 0 and sentence.folds[at] == "by"
    noted = sentence.folds[slate] in lexicon.slate_nouns and at == slate + 1
    return noted and lexicon.parties.whole(noun.name.lower().split()) is None


def doers(
    sentence: Sentence, at: int, index: int | None, talk: Discourse, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Who endorses: the subjects of a verb, or the body that has or makes what is announced."""
    verb = sentence.folds[at] not in lexicon.slate_nouns
    backer = None if verb else _backer_behind(sentence, at, lexicon)
    if backer is not None:
        one = mention_of(sentence, backer, index, talk, lexicon)
        return (one,) if one else ()
    subject = find_subject(sentence, at) if verb else None
    if subject is not None and (subject.hedge or _is_passive(sentence, at, subject)):
        return ()
    chain: Sequence[Noun] = subject.chain if subject else ()
    joint = [noun for noun in chain if noun.kind == "organisation"]
    if len(joint) > 1 and len(joint) == len(chain):
        found = [mention_of(sentence, noun, index, talk, lexicon) for noun in joint]
        return tuple(mention for mention in found if mention)
    before = [noun for noun in sentence.nouns if noun.last <= at]
    for noun in [*chain, *reversed(before)]:
        if noun.kind == "group" and noun.unit != SUPPORT_UNIT and not chain:
            if is_governed(sentence, noun):
                continue
            return ()  # several do, whom the rows will name
        sought = noun not in chain and is_stood_for(sentence, noun)
        if sought or noun.kind not in _NAMED or _is_common(sentence, noun, lexicon):
            continue
        after = sentence.noun(noun.last)
        if after is not None and after.kind == "group" and after.unit != SUPPORT_UNIT:
            return ()  # "Congress members": not the body itself
        one = _doer(sentence, noun, at, index, talk, lexicon, named=verb and noun in chain)
        if one:
            return (one,)
    return ()


def _is_passive(sentence: Sentence, at: int, subject: Subject) -> bool:
    """Whether the subject is endorsed; "is endorsing", "is proud to have endorsed" are active."""
    active = sentence.kinds[at - 1 : at] == ["have"] or sentence.folds[at].endswith("ing")
    return subject.passive and not active


def _doer(
    sentence: Sentence,
    noun: Noun,
    at: int,
    index: int | None,
    talk: Discourse,
    lexicon: Lexicon,
    *,
    named: bool,
) -> Mention | None:
    """The phrase as who endorses; a person only as the subject that the verb ``named``."""
    body = noun.kind == "organisation"
    if not body and not is_body_like(sentence, noun):
        before_it = sentence.noun(noun.first - 1)
        if before_it is not None and before_it.kind == "organisation":
            noun, body = before_it, True
        else:
            named = named or _has_made(sentence, noun, at, lexicon)
            return mention_of(sentence, noun, index, talk, lexicon) if named else None
    verb = sentence.folds[at] not in lexicon.slate_nouns
    if not verb and not _has(sentence, noun, at, lexicon):
        return None
    if body:
        return mention_of(sentence, noun, index, talk, lexicon)
    last = whole_name(sentence, noun.first, noun.last, lexicon)[1]
    return Mention("organisation", words_of(sentence, noun.name_first or noun.first, last))


def _has_made(sentence: Sentence, noun: Noun, at: int, lexicon: Lexicon) -> bool:
    """Whether a person gives "her endorsement of the following candidates"."""
    if sentence.folds[at] not in lexicon.slate_nouns or CHOSEN.isdisjoint(sentence.folds[at:]):
        return False
    own = not _HERS.isdisjoint(sentence.folds[max(noun.last, at - 2) : at])
    return own and _has(sentence, noun, at, lexicon)


def is_body_like(sentence: Sentence, noun: Noun) -> bool:
    """Whether what has the shape of a name is a body's: an article, or letters in capitals."""
    capitals = any(
        token.text.isupper() and len(token.text) > _INITIALS
        for token in sentence.tokens[noun.first : noun.last]
    )
    shouted = all(t.text.isupper() for t in sentence.tokens if t.text[0].isalpha())
    return is_called_the(sentence, noun) or (capitals and not shouted and not noun.title)


def _is_common(sentence: Sentence, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the phrase names no body: "Final Club Picks", "Election Club Endorsements"."""
    words = sentence.folds[noun.first : noun.last]
    behind = sentence.folds[noun.last : noun.last + 1]
    contest = [w for w in behind if w not in lexicon.slate_nouns and w not in lexicon.cues]
    if not lexicon.contested.isdisjoint((*words[:-1], *contest)):
        return True  # "Democratic Race" is no doing of the party's
    if lexicon.organisations.at(sentence.folds, noun.first) is not None:
        return False
    made = lexicon.slate_makers | lexicon.slate_fillers
    own = [word for word in words if word not in made]  # "News Tribune Editorial Board"
    if own and lexicon.organisation_words.get(own[-1]) in _PAPERS:
        return False
    if len(words) == 1 and words[0][-1].isdigit() and words[0][:1].isalpha():
        return True  # a seat: "HD60"
    return all(w in lexicon.organisation_words or w in lexicon.slate_fillers for w in words)


def _has(sentence: Sentence, noun: Noun, at: int, lexicon: Lexicon) -> bool:
    """Whether the slate at token ``at`` is the body's: "X's picks", "X has issued its picks"."""
    between = range(noun.last, at)
    if all(
        sentence.folds[i] in lexicon.slate_fillers
        or sentence.folds[i] in lexicon.organisation_words
        or not sentence.folds[i][0].isalpha()
        or sentence.folds[i] == "'s"
        for i in between
    ):
        return True
    if len(between) > _FURTHEST or not opens_clause(sentence, noun):
        return False
    if any(is_somebody(other) for other in sentence.nouns if other.last <= noun.first):
        return False
    words = sentence.folds[noun.last : at]
    return not _ITS.isdisjoint(words) or any(
        sentence.kinds[i] == "speech" or _gives(sentence, i, lexicon) for i in between
    )


def _gives(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    cue = lexicon.cues.at(sentence.folds, at) if sentence.folds[at] in lexicon.cues else None
    return cue is not None and cue.value.frame == "give"


def mention_of(
    sentence: Sentence, noun: Noun, index: int | None, talk: Discourse, lexicon: Lexicon
) -> Mention | None:
    """Whom the phrase means; a word that follows a body's name belongs to it: "UNISON Left"."""
    if noun.kind != "organisation":
        return None if index is None else next(iter(talk.mentions(Actor(noun), index)), None)
    after = sentence.noun(noun.last)
    first, last = whole_name(sentence, noun.name_first or noun.first, noun.last, lexicon)
    if after is not None and after.kind == "person":
        last = max(last, after.last)
    if last > noun.last or first < (noun.name_first or noun.first):
        return Mention("organisation", words_of(sentence, first, last))
    if index is None:
        return Mention("organisation", noun.name)
    return next(iter(talk.mentions(Actor(noun), index)), None)


def is_called_the(sentence: Sentence, noun: Noun) -> bool:
    """Whether an article stands before what has the shape of a name, so that it is nobody's."""
    at = noun.first
    return not noun.title and "the" in sentence.folds[max(0, at - 1) : at + 1]


def is_somebody(noun: Noun) -> bool:
    """Whether the phrase has the shape of a person's whole name, or a title."""
    return noun.kind == "person" and (" " in noun.name or bool(noun.title))


def its_own(
    sentence: Sentence, at: int, index: int | None, talk: Discourse, lexicon: Lexicon
) -> Mention | None:
    """The one body named before: "The club has made its endorsements:"."""
    named = [noun for noun in sentence.nouns if noun.last <= at and noun.kind in _NAMED]
    if len(named) != 1 or named[0].kind != "organisation" or index is None:
        return None
    return mention_of(sentence, named[0], index, talk, lexicon)


def spoken_of(talk: Discourse, index: int | None) -> Mention | None:
    """The body named last in the sentences before: "The club has voted. Here are our picks:"."""
    for back in range((index or 0) - 1, max(-1, (index or 0) - 1 - _BACK), -1):
        sentence = talk.passages[back].sentence
        for noun in reversed(sentence.nouns):
            if noun.kind == "organisation" and not is_stood_for(sentence, noun):
                return next(iter(talk.mentions(Actor(noun), back)), None)
    return None


def is_of_the_body(sentence: Sentence, at: int) -> bool:
    """Whether the slate at token ``at`` is "the club's", or "the union's final" one."""
    owner = max((i for i in range(at) if sentence.is_owning(i)), default=0)
    if owner < _LEAST_OWNER or at - owner > _BACK:
        return False
    return sentence.kinds[owner - 1] == "body" and sentence.folds[owner - 2] == "the"


def _backer_behind(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    """The club in "the Clean Water slate that the club is supporting"."""
    first = at + 1 + (sentence.folds[at + 1 : at + 2] in (["that"], ["which"]))
    first += sentence.kinds[first : first + 1] == ["determiner"]
    noun = sentence.noun(first)
    if noun is None or noun.kind != "organisation":
        return None
    verb = noun.last
    while sentence.kinds[verb : verb + 1] in (["be"], ["have"], ["adverb"]):
        verb += 1
    word = sentence.folds[verb] if verb < len(sentence.folds) else ""
    cue = lexicon.cues.at(sentence.folds, verb) if word in lexicon.cues else None
    return noun if cue is not None and cue.value.frame == "act" else None


def says_our(sentence: Sentence, at: int) -> bool:
    """Whether "we" or "our" stands nearer to token ``at`` than any name: "our board endorses"."""
    named = [
        n.last for n in sentence.nouns if n.kind in ("person", "organisation") and n.last <= at
    ]
    return not _OURS.isdisjoint(sentence.folds[max([0, *named]) : at + 1])


def is_sought(sentence: Sentence, at: int, body: Mention, lexicon: Lexicon) -> bool:
    """Whether a party's ticket is what its own members seek: "two want the ABC ticket"."""
    words = body.name.lower().split()
    party = words[-1] == "party" or lexicon.parties.whole(words) is not None
    return party and sentence.folds[at] in _TICKETS
