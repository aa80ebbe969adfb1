"""Offices that the prose states: "Anytown MP Jane Doe", "the interim leader"."""

from __future__ import annotations

from kg.frames import Actor
from kg.lexicon import Lexicon
from kg.lexicon.words import words
from kg.model import Evidence, Mention, RoleHeld
from kg.posts import Post, read_posts, role_held
from kg.prose.reference.discourse import Discourse
from kg.prose.stated.unnamed import described
from kg.rules import confidence
from kg.words.nouns import Noun, Sentence

_STANDING_REACH = 6
_STREETS = frozenset(("street", "road", "avenue", "square"))


def read_roles(discourse: Discourse, lexicon: Lexicon) -> list[RoleHeld]:
    """The offices stated of somebody named, each with the words that state it."""
    found: list[RoleHeld] = []
    for at, passage in enumerate(discourse.passages):
        sentence = passage.sentence
        posts = tuple(read_posts(sentence, lexicon))
        told = {post.office.first for post in posts}
        for holder, post in described(discourse, at, told):
            if not _stands_for(sentence, post.office.first, lexicon):
                found.append(_role(sentence, holder, post))
        for post in posts:
            if post.label or _stands_for(sentence, post.office.first, lexicon):
                continue
            if _is_trade(post, lexicon):
                continue
            if _is_open(sentence, post.holder):
                continue
            others = [m for noun in post.others for m in discourse.mentions(Actor(noun), at)]
            holders = discourse.objects(Actor(post.holder), at, others)
            found.extend(
                _role(sentence, m, post)
                for m in holders
                if m.kind == "person" and _is_name(m.name.lower(), lexicon)
            )
    return found


def _is_trade(post: Post, lexicon: Lexicon) -> bool:
    """Whether the words say what somebody does for a living and name no office: "attorney X"."""
    told = lexicon.identity.office_tells.whole(words(post.office.label.lower()))
    return told is not None and "trade" in told


def _is_open(sentence: Sentence, holder: Noun) -> bool:
    """Whether a pronoun may mean either of two whom the sentence names before it."""
    if holder.kind != "pronoun":
        return False
    before = {n.name for n in sentence.nouns if n.kind == "person" and n.last <= holder.first}
    return len(before) > 1


def _is_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a name behind an office is somebody's: not "Deputy Leadership", "Mayor Street"."""
    return name not in lexicon.contested and name not in _STREETS


def _stands_for(sentence: Sentence, first: int, lexicon: Lexicon) -> bool:
    """Whether the office is what somebody stands for: "candidates for Leader and Deputy Leader".

    So it is behind a name: "X for mayor, Y for clerk".
    """
    if first and lexicon.office_words.get(sentence.folds[first - 1]) == "unheld":
        return True
    wanted = sentence.noun(first - 2) if sentence.folds[first - 1 : first] == ["for"] else None
    if wanted is not None and wanted.kind == "person":
        return True
    for at in range(max(0, first - _STANDING_REACH), first):
        cue = lexicon.candidacy_cues.at(sentence.folds, at)
        if cue is None or at + cue.length > first:
            continue
        if cue.value.frame in ("role", "act") or sentence.folds[at + cue.length - 1] == "for":
            return True
    return False


def _role(sentence: Sentence, person: Mention, post: Post) -> RoleHeld:
    office, holder = post.office, post.holder
    rule = "prose.office-described" if holder.kind == "office" else "prose.office-named"
    evidence = Evidence(
        sentence.text_span(post.first, post.last),
        rule,
        confidence(rule),
        printed_role=_printed(sentence, office.first, office.last),
        printed_name=_printed(sentence, holder.first, holder.last),
        printed_place=office.place or None,
    )
    return role_held(person, office, evidence)


def _printed(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(token.text for token in sentence.tokens[first:last])
