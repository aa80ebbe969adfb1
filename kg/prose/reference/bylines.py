"""The lines that name who writes a text: bylines, titles with a name, and who the author is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from kg.cast import Cast
from kg.frames.clause.clauses import VERBAL
from kg.frames.coordination.chains import actors, chain_right
from kg.model import Mention
from kg.passages import Passage
from kg.prose.reference.bios import introduces, titled
from kg.words.nouns import Noun, Sentence

_HEAD = 6  # passages at the head of a text in which a line names its author
_FOOT = 6  # and at its foot
_SHORT = 16
_INTRODUCING = 12  # passages within which an author gives a name: "My name is X"
_BY = frozenset(("by", "from"))
_CREDITS = frozenset(
    (
        *("posted", "written", "published", "submitted", "a", "an", "the", "open", "guest"),
        *("statement", "message", "letter", "post", "blog", "article", "column", "comment"),
        *("opinion", "op-ed", "commentary", "contribution", "endorsement", "testimonial"),
    )
)
_WRITINGS = frozenset(
    ("blog", "column", "statement", "speech", "letter", "diary", "view", "nomination", "website")
)
_GENRES = frozenset(("opinion", "comment", "column", "op-ed", "commentary", "viewpoint", "letter"))
_GENRE_END = 3
_BEFORE_BY = frozenset((",", "|", "-", "–", "—", "/", "(", "?", "!", "."))
_WRITING = frozenset(("writes", "writes:"))
_BARS = frozenset(("|", "-", "–", "—", "·", "»"))
_SELF = ("i", "we")
_SAID = frozenset(("said", "wrote", "writes", "says", "replied"))
_HANDLE = 4  # words of a name, or of what somebody is called on a page


def bylined(passages: Sequence[Passage], cast: Cast) -> tuple[Mention, ...]:
    """Who the lines at the head of a text say has written it, in their order; () if none do."""
    for at, passage in enumerate(passages[:_HEAD]):
        if len(passage.sentence.tokens) <= _SHORT:
            for read in _HEADINGS if at < 2 else _LINES:
                found = tuple(m for n in read(passage.sentence) if (m := cast.member(n)))
                if found:
                    return found
    return ()


def introduced(passages: Sequence[Passage], cast: Cast, words: Mapping[str, str]) -> Mention | None:
    """Who says "My name is X" or "I am X", or whom a line at either end says to be the author.

    An author is not spoken of elsewhere in the text. ``words`` are those of lines about authors.
    """
    for passage in passages[:_INTRODUCING]:
        noun = _named_self(passage)
        if noun is not None:
            return cast.member(noun)
    ends = {*range(min(_HEAD, len(passages))), *range(max(0, len(passages) - _FOOT), len(passages))}
    begun = {at for at in ends if not at or passages[at - 1].paragraph < passages[at].paragraph}
    nouns = [titled(passage.sentence) for passage in passages[:1]]
    nouns += [introduces(passages[at].sentence, words) for at in sorted(ends) if at in begun]
    found = {member for noun in nouns if noun is not None and (member := cast.member(noun))}
    named = _mentions(passages, cast) if found else Counter()
    once = [member for member in found if named[member] == 1]
    return once[0] if len(once) == 1 else None


def sections(
    passages: Sequence[Passage], cast: Cast
) -> tuple[tuple[int, tuple[Mention, ...]], ...]:
    """Where in a text that several have written each of them begins, in order; () if one has.

    A section has its byline, "Endorsement from X", or its author's own words, "My name is X"; or
    it is a comment, "X said...", by somebody who may be called by a name that is nobody's.
    """
    found = []
    for at, passage in enumerate(passages):
        short = len(passage.sentence.tokens) <= _SHORT
        nouns = (_credited(passage.sentence) or _handled(passage.sentence)) if short else ()
        own = _named_self(passage)
        members = tuple(m for n in nouns or filter(None, (own,)) if (m := cast.member(n)))
        if members or (short and _comments(passage.sentence)):
            found.append((at, members or _commenter(passage.sentence, cast)))
    return tuple(found) if len({members for _, members in found}) > 1 else ()


def _comments(sentence: Sentence) -> bool:
    """Whether a line is nothing but who comments: "Jane Doe said...", "TimberWolf wrote:"."""
    at = next((i for i, word in enumerate(sentence.folds) if word in _SAID), 0)
    behind = sentence.folds[at + 1 :]
    return 0 < at <= _HANDLE and bool(behind) and not any(word[0].isalnum() for word in behind)


def _commenter(sentence: Sentence, cast: Cast) -> tuple[Mention, ...]:
    noun = _opening(sentence)
    member = cast.member(noun) if noun is not None else None
    return () if member is None else (member,)


def _mentions(passages: Sequence[Passage], cast: Cast) -> Counter[Mention]:
    """In how many passages each member of the cast is named."""
    return Counter(
        member
        for passage in passages
        for member in {cast.member(n) for n in passage.sentence.nouns if n.kind == "person"}
        if member is not None
    )


def _credited(sentence: Sentence) -> Sequence[Noun]:
    """X and Z in "By X and Z", "Posted by X on Friday", "Statement from X"."""
    for at, word in enumerate(sentence.folds):
        if word in _BY:
            noun = sentence.noun(at + 1)
            if noun is None or noun.kind != "person":
                return ()
            plain = VERBAL.isdisjoint(sentence.kinds[noun.last :])
            chain = actors(sentence, chain_right(sentence, noun)) if plain else ()
            return [actor.noun for actor in chain if actor.noun.kind == "person"]
        if word not in _CREDITS:
            return ()
    return ()


def _handled(sentence: Sentence) -> Sequence[Noun]:
    """X in "X @handle", as above a post on a network, perhaps with its day."""
    noun = _opening(sentence)
    if noun is None or sentence.folds[noun.last : noun.last + 1] not in (["@"], ["("]):
        return ()
    rest = sentence.folds[noun.last :]
    return (noun,) if "@" in rest[:2] and VERBAL.isdisjoint(sentence.kinds[noun.last :]) else ()


def _writing(sentence: Sentence) -> Sequence[Noun]:
    """X in "X writes:"."""
    noun = _opening(sentence)
    after = sentence.folds[noun.last : noun.last + 1] if noun else []
    return (noun,) if noun and not _WRITING.isdisjoint(after) else ()


def _owning(sentence: Sentence) -> Sequence[Noun]:
    """X in "X's blog"."""
    noun = _opening(sentence)
    if noun is None or sentence.folds[noun.last : noun.last + 1] != ["'s"]:
        return ()
    plain = VERBAL.isdisjoint(sentence.kinds[noun.last + 1 :])
    return (noun,) if plain and not _WRITINGS.isdisjoint(sentence.folds[noun.last + 1 :]) else ()


def _labelling(sentence: Sentence) -> Sequence[Noun]:
    """X in the titles "X: Why I am backing Y", "X on why she backs Y"."""
    noun = _opening(sentence)
    if noun is not None and sentence.folds[noun.last : noun.last + 2] == ["on", "why"]:
        return (noun,)
    if noun is None or sentence.folds[noun.last : noun.last + 1] != [":"]:
        return ()
    return (noun,) if _is_own(sentence, noun.last) else ()


def _trailing(sentence: Sentence) -> Sequence[Noun]:
    """X in the title "Why Y should lead us, by X"."""
    noun = sentence.noun(len(sentence.tokens) - 1)
    if noun is None or noun.kind != "person" or noun.first < 2:
        return ()
    parted = sentence.folds[noun.first - 2] in _BEFORE_BY
    return (noun,) if parted and sentence.folds[noun.first - 1] == "by" else ()


def _of_genre(sentence: Sentence) -> Sequence[Noun]:
    """X in "Opinion: X", "Guest column | X", "X: comment"."""
    noun = sentence.noun(len(sentence.tokens) - 1)
    if noun is None or noun.kind != "person" or not 0 < noun.first <= _GENRE_END:
        return ()
    parted = sentence.folds[noun.first - 1] in _BARS | {":"}
    told = not _GENRES.isdisjoint(sentence.folds[: noun.first])
    return (noun,) if parted and told else ()


def _closing(sentence: Sentence) -> Sequence[Noun]:
    """X in the title "Why I am backing Y | X"."""
    noun = sentence.noun(len(sentence.tokens) - 1)
    if noun is None or noun.kind != "person" or noun.first < 1:
        return ()
    barred = sentence.folds[noun.first - 1] in _BARS
    return (noun,) if barred and _is_own(sentence, 0) else ()


_LINES: tuple[Callable[[Sentence], Sequence[Noun]], ...] = (
    _credited,
    _handled,
    _writing,
    _of_genre,
    _trailing,
)
_HEADINGS = (*_LINES, _owning, _labelling, _closing)


def _opening(sentence: Sentence) -> Noun | None:
    noun = sentence.noun(0)
    return noun if noun is not None and noun.kind == "person" else None


def _is_own(sentence: Sentence, start: int) -> bool:
    """Whether a title speaks in the first person from token ``start`` on."""
    own = any(n.kind == "pronoun" and n.name in _SELF for n in sentence.nouns if n.first >= start)
    return own or "my" in sentence.folds[start:]


def _named_self(passage: Passage) -> Noun | None:
    """X in "My name is X", "I am X", outside quotations."""
    sentence = passage.sentence
    for noun in sentence.nouns:
        if noun.kind != "person" or noun.first < 1 or passage.in_quotation(noun.first):
            continue
        named = sentence.folds[max(0, noun.first - 3) : noun.first] == ["my", "name", "is"]
        am = sentence.folds[noun.first - 1] in ("i'm", "am") and "i" in (
            sentence.folds[max(0, noun.first - 2)].partition("'")[0],
            sentence.folds[noun.first - 1].partition("'")[0],
        )
        if (named or am) and sentence.folds[noun.last : noun.last + 1] != ["'s"]:
            return noun
    return None
