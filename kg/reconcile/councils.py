"""Which council a known name means: by kind words, by what is near by, and by the day."""

from __future__ import annotations

from kg.gazetteer import Council, fold_place
from kg.model import Place
from kg.reconcile.placewords import PlaceWords, take_apart
from kg.reconcile.question import Question

# So many councils of one region in a list make it a list of that region.
_A_REGION = 3

Councils = tuple[Council, ...]


def by_name(question: Question) -> Place | None:
    """A council of this name: alive on the day, or else gone or not yet made."""
    forms = question.words.forms
    for form in forms:
        alive = question.principal(form, question.as_of)
        if alive:
            former = _meant_of_old(question, form, alive)
            return not_alive(question, former) if former else choose(question, form, alive)
    for form in forms:
        gone = question.principal(form, None)
        if gone:
            return not_alive(question, gone[0])
    return None


def _meant_of_old(question: Question, form: str, alive: Councils) -> Council | None:
    """The body gone (or to come) that the kind words speak of, when of none ``alive`` they do.

    "Somerset County Council" is the county even when another body has the name of Somerset now;
    "Dorset Council", which tells no kind, is whichever is there on the day.
    """
    words = question.words
    if not words.words or any(_speaks_of(words, council) for council in alive):
        return None
    others = (c for c in question.principal(form, None) if c not in alive)
    return next((council for council in others if _speaks_of(words, council)), None)


def choose(question: Question, form: str, alive: Councils) -> Place:
    """One of the councils called ``form``; ``alive`` are all of that name on the day."""
    if len(alive) > 1:
        return _settle(question, form, alive)
    council = alive[0]
    if form == question.words.folded:
        return question.is_council(council, _why(question, council))
    rivals = _rivals(question, council, form)
    if rivals:
        why = f"The words beside the name are not {council.name}'s; another may be meant."
        return question.refuse("ambiguous", why, candidates=(council, *rivals))
    if form != fold_place(council.name) and not _speaks_of(question.words, council):
        why = f"{council.official_name} goes by this name, but not with the words beside it."
        return question.refuse("unknown", why, candidates=alive)
    return question.is_council(council, _why(question, council))


def not_alive(question: Question, council: Council) -> Place:
    """The refusal of a council that had ended on the day, or had not begun."""
    gazetteer, day = question.gazetteer, question.as_of
    if council.end is not None and council.end < day:
        heirs = gazetteer.successors_on(council, day)
        after = f"; {_listed(heirs)} came after it" if heirs else ""
        why = f"{council.official_name} ended on {council.end.isoformat()}{after}."
    else:
        heirs = tuple(c for c in gazetteer.predecessors(council.slug) if c.alive_on(day))
        before = f"; it took over from {_listed(heirs)}" if heirs else ""
        start = council.start.isoformat() if council.start else "a later day"
        why = f"{council.official_name} began on {start}{before}."
    return question.refuse(
        "abolished", why, name=council.name, own_code=council.code, candidates=heirs
    )


def _listed(councils: Councils) -> str:
    names = [council.official_name for council in councils]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _why(question: Question, council: Council) -> str:
    if question.guessed:
        return f"It is {council.official_name} misspelt; no other name comes near."
    if _speaks_of(question.words, council):
        return f"{council.official_name} is the one council of this name on that day."
    return f"{council.official_name} is the one council of this name, of whatever kind."


def _speaks_of(words: PlaceWords, council: Council) -> bool:
    """Whether the telling kind words all occur in some name or in the kind of ``council``."""
    own = {word for name in council.names for word in fold_place(name).split()}
    own.update(council.kind.split("-"))
    return all(part in own for word in words.words for part in word.split())


def _rivals(question: Question, council: Council, form: str) -> Councils:
    """Councils of a kindred name that the kind words fit, when they do not speak of ``council``.

    "Oxfordshire City Council" can be a slip for Oxford's as well as for the county's, and
    "Exeter County Council" for the county around Exeter.
    """
    if _speaks_of(question.words, council):
        return ()
    kindred = {form.removesuffix("shire"), f"{form}shire"} - {form}
    return tuple(
        other
        for other in question.gazetteer.councils.values()
        if question.words.fits(other)
        and other.alive_on(question.as_of)
        and (other.slug == council.county or kindred & set(fold_place(other.name).split()))
    )


def _settle(question: Question, form: str, alive: Councils) -> Place:
    """One of several councils of one name, if the words beside it or near by say which."""
    by_kind = _of_kind(question.words, alive)
    if len(by_kind) == 1:
        why = f"The words beside the name are those of {by_kind[0].official_name}."
        return question.is_council(by_kind[0], why)
    near = question.nearby
    for where, printed in (("list", near.same_list), ("article", near.article)):
        named = _named_outright(question, form, by_kind, printed)
        if len(named) == 1:
            why = f"The same {where} prints {named[0].name} in a way that means it alone."
            return question.is_council(named[0], why)
        if named:
            break
    around = _of_region(question, by_kind)
    if len(around) == 1:
        why = f"The other places of the list are all in {around[0].region}."
        return question.is_council(around[0], why)
    why = f"{_listed(by_kind)} are both called so."
    return question.refuse("ambiguous", why, candidates=by_kind)


def _of_kind(words: PlaceWords, alive: Councils) -> Councils:
    """Those that the telling kind words speak of; all, if they speak of none."""
    spoken = tuple(c for c in alive if words.fits(c) and _speaks_of(words, c))
    return spoken or alive


def printed_near(question: Question, council: Council) -> bool:
    """Whether a place near by means ``council`` without any help."""
    near = question.nearby.same_list | question.nearby.article
    return any(council in _alone(question, printed) for printed in near)


def _named_outright(
    question: Question, form: str, among: Councils, printed: frozenset[str]
) -> Councils:
    """Those of ``among`` that a place of ``printed`` means without any help."""
    found: set[str] = set()
    for other in printed:
        if form in fold_place(other):
            found |= {council.slug for council in _alone(question, other)}
    return tuple(council for council in among if council.slug in found)


def _alone(question: Question, printed: str) -> Councils:
    """The one council that ``printed`` means by its name and kind words, or nothing."""
    words = take_apart(question.gazetteer, printed)
    for form in words.forms:
        alive = question.principal(form, question.as_of)
        if alive:
            meant = _of_kind(words, alive) if len(alive) > 1 else alive
            return meant if len(meant) == 1 else ()
    return ()


def _of_region(question: Question, among: Councils) -> Councils:
    """Those of ``among`` in whose region all the other councils of the same list lie."""
    others = [_alone(question, printed) for printed in question.nearby.same_list]
    regions = {council.region for alone in others for council in alone}
    if len(regions) != 1 or len([alone for alone in others if alone]) < _A_REGION:
        return ()
    return tuple(council for council in among if council.region in regions)
