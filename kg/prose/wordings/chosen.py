"""Whom a frame is about: the candidates that its words, or what was said before, lead to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.frames import Actor, Frame
from kg.frames.clause.clauses import is_governed
from kg.model import Mention
from kg.prose.reference.discourse import Discourse
from kg.prose.reference.earlier import ECHOING, Earlier, Scene
from kg.prose.reference.heads import head_above
from kg.prose.reference.meant import last_spoken_of
from kg.prose.reference.opposed import as_opposed
from kg.prose.reference.pronouns import only_standing, standing_lately
from kg.prose.reference.signs import OBJECTS
from kg.prose.wordings.standing import can_stand
from kg.words.nouns import Noun, Sentence
from kg.words.pronouns import NAMELESS

LEANING = frozenset(("deed", "among", "next", "added", "again", "joins", "joined"))
_CAMPS = (["camp"], ["campaign"], ["team"])
_YET = frozenset(("nominee", "winner", "successor"))
SIDES = frozenset(("side", "stance"))  # what is said of sides in anything


def chosen_in(
    discourse: Discourse, at: int, frame: Frame, scene: Scene
) -> tuple[Sequence[Mention], frozenset[Mention]]:
    """Whom the frame is about, and who acts in it and in those that lean on the same cue."""
    acting = {
        mention
        for one in scene.frames
        if one.cue == frame.cue
        for actor in one.endorsers
        for mention in discourse.mentions(actor, at)
    }
    if frame.kind == "signed":
        return scene.letter.chosen, frozenset(acting)
    sides = scene.earlier.polarity == "supports" and scene.earlier.repeated("next", at)
    if frame.kind == "gapped" and not sides:
        return (), frozenset(acting)
    if frame.kind in LEANING:
        others = acting.isdisjoint(discourse.contenders.people)  # who stands is no supporter
        found = _repeated(discourse, at, frame, scene) if others else ()
        return found, frozenset(acting)
    opposed = frame.rule == "prose.active" and frame.polarity == "opposes" and scene.standing
    found = [
        mention
        for actor in frame.candidates
        if can_stand(actor)
        and not _is_to_be_chosen(discourse, at, actor, frame)
        and not _are_members(discourse.passages[at].sentence, actor.noun)
        for mention in _meant(discourse, at, actor, acting, scene)
        if not (opposed and actor.noun.name in OBJECTS and mention not in scene.standing)
        and not (mention.kind == "organisation" and actor.noun.kind == "office")
    ]
    if frame.kind in SIDES and scene.standing:
        found = _on_whose_side(discourse, at, frame, found, scene)
    if opposed and not found:
        lately = [standing_lately(discourse, at, scene.standing)]
        named = [actor.noun.name for actor in frame.candidates]
        found = [one for one in lately if one and set(named) <= OBJECTS and one not in acting]
    found = as_opposed(discourse, at, frame, found, scene)
    if found and frame.kind == "vote" and frame.polarity == "opposes":
        found.extend(_named_beside(frame.candidates, found))
    return found, frozenset(acting)


def _are_members(sentence: Sentence, noun: Noun) -> bool:
    """Whether a plural without "the" means those who belong to a party: "endorses Democrats"."""
    if noun.body is None or noun.body.kind != "party" or not noun.body.name.endswith(" Party"):
        return False
    *before, word = sentence.folds[max(0, noun.first - 1) : noun.last]
    return len(before) <= 1 and word.endswith("s") and before != ["the"]


def _is_to_be_chosen(discourse: Discourse, at: int, actor: Actor, frame: Frame) -> bool:
    """Whether nobody is that yet of whom something is expected: "the nominee will have ..."."""
    head = discourse.passages[at].sentence.folds[actor.noun.last - 1]
    return frame.hedge == "expected" and actor.noun.kind == "office" and head in _YET


def _repeated(discourse: Discourse, at: int, frame: Frame, scene: Scene) -> Sequence[Mention]:
    """Whom a frame is about that says so of others: who was told of before."""
    if frame.kind in ECHOING:
        return scene.earlier.repeated(frame.kind, at)
    if frame.kind == "joins":
        return _joined_by(discourse, at, frame, scene)
    if frame.kind == "joined":
        before = {one for actor in frame.candidates for one in discourse.mentions(actor, at)}
        for_it = scene.earlier.polarity == "supports"
        joins = for_it and not before.isdisjoint(scene.earlier.acting)
        return scene.earlier.repeated("deed", at) if joins else []
    if frame.kind == "again" and _others_between(discourse, at, scene.latest):
        return []
    telling = _whose_camp(discourse, at, scene) or _heading(discourse, at, scene)
    if telling:
        return telling
    return _lately_supported(scene.latest, scene.standing if frame.kind == "added" else ())


def _whose_camp(discourse: Discourse, at: int, scene: Scene) -> list[Mention]:
    """Whose camp tells it: "according to the Doe camp, A and B are on board"."""
    sentence = discourse.passages[at].sentence
    return [
        one
        for noun in sentence.nouns
        if noun.kind == "person" and sentence.folds[noun.last : noun.last + 1] in _CAMPS
        for one in discourse.mentions(Actor(noun), at)
        if one in scene.standing
    ][:1]


def _heading(discourse: Discourse, at: int, scene: Scene) -> list[Mention]:
    """Whose name heads the paragraph: "Doe: A is for her. Also on board are B and C"."""
    head = discourse.labelled(at) or head_above(discourse.passages, at, discourse.cast)
    return [head] if head is not None and head in scene.standing else []


def _joined_by(discourse: Discourse, at: int, frame: Frame, scene: Scene) -> list[Mention]:
    """Whom those support whom supporters told of just before are said to join or to follow."""
    last = scene.latest
    if last.polarity != "supports":
        return []
    joining = {
        one
        for actor in frame.candidates
        if actor.noun.kind != "pronoun"
        for one in discourse.mentions(actor, at)
    }
    near = at - last.at <= 1 and any(actor.noun.kind == "pronoun" for actor in frame.candidates)
    return list(last.chosen) if near or not joining.isdisjoint(last.acting) else []


def _others_between(discourse: Discourse, at: int, latest: Earlier) -> bool:
    """Whether anybody new is named, outside quotations, since support was told of last."""
    for back in range(max(0, latest.at + 1), at):
        passage = discourse.passages[back]
        for noun in passage.sentence.nouns:
            if noun.kind != "person" or passage.in_quotation(noun.first):
                continue
            member = discourse.member(noun, back)
            if member not in latest.chosen and member not in latest.acting:
                return True
    return False


def _lately_supported(latest: Earlier, only: Collection[Mention]) -> list[Mention]:
    """Whom those support of whom only is said that they too have come on board.

    Where nobody was told of lately, it is the one who stands, if ``only`` one does.
    """
    last = list(dict.fromkeys(latest.chosen))
    if len(last) == 1 and latest.polarity == "supports":
        return last
    return list(only) if len(only) == 1 else []


def _on_whose_side(
    discourse: Discourse, at: int, frame: Frame, found: list[Mention], scene: Scene
) -> list[Mention]:
    """Whose side "her corner" is: that of a candidate, though somebody else was named last."""
    if not all(_is_pronoun(actor) for actor in frame.candidates):
        return found
    standing = {one for one in scene.standing if _fits(discourse, one, frame.candidates)}
    sentence = discourse.passages[at].sentence
    beside = {
        one
        for noun in sentence.nouns
        if noun.kind == "person" and not is_governed(sentence, noun)  # not "Apart from X"
        for one in discourse.mentions(Actor(noun), at)
    }
    known = [one for one in found if one in standing or one in beside]
    if known:
        return known
    last = [one for one in scene.latest.chosen if one in standing]
    if len(last) == 1:
        return last
    first = min(actor.noun.first for actor in frame.candidates)
    lately = last_spoken_of(discourse, standing, at, first)
    return [lately[1]] if lately else []


def _is_pronoun(actor: Actor) -> bool:
    """Whether the phrase is a pronoun, and no description: "the newcomer"."""
    return actor.noun.kind == "pronoun" and actor.noun.name not in NAMELESS


def _fits(discourse: Discourse, one: Mention, pronouns: Sequence[Actor]) -> bool:
    """Whether somebody can be what each of the ``pronouns`` means."""
    return all(discourse.contenders.can_be(one, actor.noun.name) for actor in pronouns)


def _named_beside(candidates: Sequence[Actor], found: Sequence[Mention]) -> list[Mention]:
    """Those of a pair whom the article names by surname alone: "neither Jane Doe nor Roe"."""
    surnames = {mention.name.split()[-1] for mention in found}
    return [
        Mention("person", actor.noun.name)
        for actor in candidates
        if actor.noun.kind == "person"
        and " " not in actor.noun.name
        and actor.noun.name
        and actor.noun.name not in surnames
    ]


def _meant(
    discourse: Discourse, at: int, actor: Actor, acting: Collection[Mention], scene: Scene
) -> Sequence[Mention]:
    """Whom the object of support means: with "him" not the endorser whom it seems to lead back to.

    Somebody who was just said to support a candidate is not supported: "him" is that candidate.
    """
    found = discourse.objects(actor, at, acting)
    if not _is_pronoun(actor) or (found and found[0] in scene.standing):
        return found
    if not found:
        return only_standing(discourse, at, actor, acting, scene.standing)
    last = [one for one in scene.earlier.chosen if one in scene.standing and one not in acting]
    last = [one for one in last if _fits(discourse, one, [actor])]
    if len(last) == 1 and found[0] in scene.earlier.acting:
        return last
    return found
