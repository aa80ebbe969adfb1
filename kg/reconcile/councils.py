"""Which council a known name means: by kind words, by what is near by, and by the day."""

from __future__ import annotations

from datetime import date

from kg.gazetteer import Council, fold_place
from kg.model import Place
from kg.reconcile.placewords import PlaceWords, take_apart, written_out
from kg.reconcile.question import Question

# So many councils of one region in a list make it a list of that region.
_A_REGION = 3

# News since then means the place, and no council, by the bare name of one that was gone already.
_NEWS_BEGINS = date(2015, 1, 1)

Councils = tuple[Council, ...]


def by_name(question: Question) -> Place | None:
    """A council of this name: alive on the day, or else gone or not yet made.

    One that was gone long before needs words of a council beside its name.
    """
    forms = question.words.forms
    for form in forms:
        alive = question.principal(form, question.as_of)
        if alive:
            former = _meant_of_old(question, form, alive)
            return not_alive(question, former) if former else choose(question, form, alive)
    gone = of_other_times(question)
    if not question.words.is_body:
        gone = tuple(council for council in gone if not _long_gone(council))
    return not_alive(question, gone[0]) if gone else None


def long_gone(question: Question) -> Place | None:
    """A council of this bare name that was gone long before, when the name is nothing else."""
    gone = of_other_times(question)
    return not_alive(question, gone[0]) if gone else None


def of_other_times(question: Question) -> Councils:
    """The councils of this name that are not alive on the day, the likeliest first."""
    for form in question.words.forms:
        found = question.principal(form, None)
        if found:
            return tuple(sorted(found, key=lambda c: not question.words.speaks_of(c)))
    return ()


def _long_gone(council: Council) -> bool:
    return council.end is not None and council.end < _NEWS_BEGINS


def _meant_of_old(question: Question, form: str, alive: Councils) -> Council | None:
    """The body gone (or to come) that the kind words speak of, when of none ``alive`` they do.

    "Somerset County Council" is the county even when another body has the name of Somerset now;
    "Dorset Council", which tells no kind, is whichever is there on the day.
    """
    words = question.words
    if not words.words or any(words.speaks_of(council) for council in alive):
        return None
    others = (c for c in question.principal(form, None) if c not in alive)
    return next((council for council in others if words.speaks_of(council)), None)


def choose(question: Question, form: str, alive: Councils) -> Place:
    """One of the councils called ``form``; ``alive`` are all of that name on the day."""
    if len(alive) > 1:
        return settle(question, form, alive)
    council = alive[0]
    if form == question.words.folded:
        return question.is_council(council, _why(question, council))
    rivals = _rivals(question, council, form)
    kindred = [other for other in rivals if other.slug != council.county]
    if question.abbreviated and len(kindred) == 1 and question.words.speaks_of(kindred[0]):
        # "Notts" is short for the county, and in "Notts City Council" for its city.
        return question.is_council(kindred[0], _why(question, kindred[0]))
    if rivals:
        why = f"The words beside the name are not {council.name}'s; another may be meant."
        return question.refuse("ambiguous", why, candidates=(council, *rivals))
    if question.words.may_be_abroad and not question.words.speaks_of(council):
        why = f"{council.official_name} is called neither county nor city; one abroad may be meant."
        return question.refuse("unknown", why, candidates=alive)
    other_name = question.guessed or form != fold_place(council.name)
    if other_name and not question.words.speaks_of(council):
        why = f"{council.official_name} goes by this name, but not with the words beside it."
        return question.refuse("unknown", why, candidates=alive)
    return question.is_council(council, _why(question, council))


def not_alive(question: Question, council: Council) -> Place:
    """The refusal of a council that had ended on the day, or of one that had not begun."""
    gazetteer, day = question.gazetteer, question.as_of
    if council.end is not None and council.end < day:
        heirs = gazetteer.successors_on(council, day)
        after = f"; {_listed(heirs)} came after it" if heirs else ""
        why = f"{council.official_name} ended on {council.end.isoformat()}{after}."
        return question.refuse(
            "abolished", why, name=council.name, own_code=council.code, candidates=heirs
        )
    before = tuple(c for c in gazetteer.predecessors(council.slug) if c.alive_on(day))
    took_over = f"; it took over from {_listed(before)}" if before else ""
    start = council.start.isoformat() if council.start else "a later day"
    why = f"{council.official_name} did not exist yet: it began on {start}{took_over}."
    return question.refuse("unknown", why, name=council.name, candidates=before)


def _listed(councils: Councils) -> str:
    names = [council.official_name for council in councils]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _why(question: Question, council: Council) -> str:
    if question.guessed:
        return f"It is {council.official_name} misspelt; no other name comes near."
    if question.words.speaks_of(council):
        return f"{council.official_name} is the one council of this name on that day."
    return f"{council.official_name} is the one council of this name, of whatever kind."


def _rivals(question: Question, council: Council, form: str) -> Councils:
    """Councils of a kindred name that the kind words fit, when they do not speak of ``council``.

    "Oxfordshire City Council" can be a slip for Oxford's as well as for the county's, and
    "Exeter County Council" for the county around Exeter.
    """
    if question.words.speaks_of(council):
        return ()
    kindred = {form.removesuffix("shire"), f"{form}shire"} - {form}
    return tuple(
        other
        for other in question.gazetteer.councils.values()
        if question.words.fits(other)
        and other.alive_on(question.as_of)
        and (other.slug == council.county or kindred & set(fold_place(other.name).split()))
    )


def settle(question: Question, form: str, alive: Councils) -> Place:
    """One of several councils of one name, if the words beside it or near by say which.

    ``form`` is what the names of all of them contain: nothing, when they share an abbreviation.
    """
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
    spoken = tuple(c for c in alive if words.fits(c) and words.speaks_of(c))
    return spoken or alive


def printed_near(question: Question, council: Council) -> bool:
    """Whether a place near by means ``council`` without any help."""
    near = question.nearby.same_list | question.nearby.article
    return any(council in _alone(question, printed) for printed in near)


def any_near(question: Question) -> bool:
    """Whether the same list prints a place that means one council without any help."""
    return any(_alone(question, printed) for printed in question.nearby.same_list)


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
    alive = named_by(question, words)
    if not alive:
        longs = written_out(question.gazetteer, words)
        words = take_apart(question.gazetteer, longs[0]) if len(longs) == 1 else words
        alive = named_by(question, words)
    meant = _of_kind(words, alive) if len(alive) > 1 else alive
    return meant if len(meant) == 1 else ()


def named_by(question: Question, words: PlaceWords) -> Councils:
    """The councils that a name means on the day, by the fullest form that any has."""
    for form in words.forms:
        alive = question.principal(form, question.as_of)
        if alive:
            return alive
    return ()


def _of_region(question: Question, among: Councils) -> Councils:
    """Those of ``among`` in whose region all the other councils of the same list lie."""
    others = [_alone(question, printed) for printed in question.nearby.same_list]
    regions = {council.region for alone in others for council in alone}
    if len(regions) != 1 or len([alone for alone in others if alone]) < _A_REGION:
        return ()
    return tuple(council for council in among if council.region in regions)
