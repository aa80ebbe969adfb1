"""docs/ontology.html: one page, with nothing to fetch and nothing to run."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from pyoxigraph import NamedNode

from docs.making import diagram, example, terms
from docs.making.constraints import how_many, values
from docs.making.head import contents, head
from docs.making.links import link, links
from docs.making.terms import OWL, Rule, Terms, anchor, compact
from kg import resources
from kg.vocab import KGO, PREFIXES, RDF, RDFS


def made() -> str:
    """The page."""
    known = terms.load()
    parts = [
        head(known),
        contents(),
        _section("picture", "The picture", [_picture(known)]),
        _section("example", "A sentence and its graph", [_example(known)]),
        _section("classes", "Classes", _classes(known)),
        _section("properties", "Properties", _properties(known)),
        _section("concepts", "Concepts", [_concepts(known)]),
        _section("others", "Terms of other vocabularies", _others(known)),
        _section("prefixes", "Prefixes", [_prefixes()]),
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _section(name: str, title: str, parts: Iterable[str]) -> str:
    return "\n".join([f'<h2 id="{name}">{title}</h2>', *parts])


def _picture(known: Terms) -> str:
    return (
        "<p>An endorsement is a thing and not an edge: who, for which candidacy, speaking as what, "
        "shown by which passage. A number that somebody states is another thing, a claim, and "
        "creates nobody. What one article says is in the graph of its name.</p>\n"
        + diagram.svg(known.label)
    )


def _example(known: Terms) -> str:
    found = example.read()
    return "\n".join(
        [
            f"<p>“{escape(found.title)}” has this sentence:</p>",
            f"<blockquote>{escape(found.before)}<mark>{escape(found.quote)}</mark>"
            f"{escape(found.behind)}</blockquote>",
            "<p>Reading that article gives, beside much else, one endorsement with the passage "
            "that says so, and whom and what it leads to:</p>",
            f"<pre>{_linked(known, found.turtle)}</pre>",
            f"<p>The whole graph of the article conforms to the shapes, which looked at "
            f"{found.looked_at} things in it.</p>",
        ]
    )


def _linked(known: Terms, turtle: str) -> str:
    """Turtle with each term that is on this page leading there."""
    by_name = {compact(iri): iri for iri in known.all()}

    def led(found: re.Match[str]) -> str:
        iri = by_name.get(found[0])
        return f'<a href="#{anchor(iri)}">{found[0]}</a>' if iri else found[0]

    return re.sub(r"\b[a-z]+:[A-Za-z][A-Za-z0-9_]*", led, escape(turtle, quote=False))


def _classes(known: Terms) -> Iterator[str]:
    own = [iri for iri in known.own() if known.kind(iri) == "class"]
    yield f"<p>{links(known, own)}</p>"
    yield f"<p>Nothing is two of these: {links(known, known.disjoint())}.</p>"
    for iri in own:
        yield _class(known, iri)


def _class(known: Terms, iri: str) -> str:
    facts = [
        ("Subclass of", links(known, known.values(iri, f"{RDFS.NS}subClassOf"))),
        ("Subclasses", links(known, known.using(f"{RDFS.NS}subClassOf", iri))),
        ("Concepts", links(known, known.using(RDF.type, iri))),
        ("Key", links(known, _keys(known, iri))),
        ("In domain of", links(known, known.using(f"{RDFS.NS}domain", iri))),
        ("In range of", links(known, known.using(f"{RDFS.NS}range", iri))),
    ]
    return "\n".join([_title(known, iri), _facts(facts), _rules(known, iri)])


def _keys(known: Terms, iri: str) -> list[str]:
    heads = known.ontology.objects(NamedNode(iri), f"{OWL}hasKey")
    return [name for head in heads for name in known.listed(head)]


def _title(known: Terms, iri: str) -> str:
    return (
        f'<h3 id="{anchor(iri)}">{escape(known.label(iri))} '
        f"<small>{escape(compact(iri))}</small></h3>\n"
        f'<p class="iri"><code>{escape(iri)}</code></p>\n'
        f"<p>{escape(known.definition(iri))}</p>"
    )


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts if value)
    return f"<dl>{rows}</dl>" if rows else ""


def _rules(known: Terms, iri: str) -> str:
    """What the shapes ask of things of a class, its superclasses' rules by reference."""
    rules = known.rules.get(iri, ())
    tables = [
        _rule_table(known, whom, [rule for rule in rules if rule.whom == whom])
        for whom in dict.fromkeys(rule.whom for rule in rules)
    ]
    above = [name for name in known.above(iri) if name in known.rules]
    if above:
        tables.append(f"<p>The rules for {links(known, above)} hold as well.</p>")
    return "\n".join(tables)


def _rule_table(known: Terms, whom: str, rules: Iterable[Rule]) -> str:
    """The rules for those of a class, or for ``whom``."""
    told = f"<p>{whom}:</p>\n" if whom else ""
    head = "<tr><th>property</th><th>how many</th><th>values</th><th>rule</th></tr>"
    rows = "\n".join(_rule_row(known, rule) for rule in rules)
    return f'{told}<div class="wide"><table>{head}\n{rows}\n</table></div>'


def _rule_row(known: Terms, rule: Rule) -> str:
    warning = " <small>(warning)</small>" if rule.warning else ""
    message = re.sub(r"\{\?\w+\}", "…", rule.message)
    told = f'{escape(message)}{warning}<br><span class="rule">{escape(rule.hint)}</span>'
    asked = values(known.shapes, rule.node, lambda one: link(known, one))
    if rule.query:
        query = escape(textwrap.dedent(rule.query).strip())
        told += f"<details><summary>SPARQL</summary><pre>{query}</pre></details>"
    if rule.path is None:
        return f"<tr><td>as a whole</td><td></td><td>{asked}</td><td>{told}</td></tr>"
    number = how_many(known.shapes, rule.node)
    return (
        f"<tr><td>{link(known, rule.path)}</td><td>{number}</td><td>{asked}</td>"
        f"<td>{told}</td></tr>"
    )


def _properties(known: Terms) -> Iterator[str]:
    queries = _queries()
    own = [iri for iri in known.own() if known.kind(iri).startswith("property")]
    yield f"<p>{links(known, own)}</p>"
    for iri in own:
        chain = "<code>^kgo:endorser / kgo:endorses / kgo:candidate</code>"
        facts = [
            ("Kind", known.kind(iri) + (", one at most" if known.is_functional(iri) else "")),
            ("Domain", links(known, known.values(iri, f"{RDFS.NS}domain")) or "several kinds"),
            ("Range", links(known, known.values(iri, f"{RDFS.NS}range")) or "several kinds"),
            ("Subproperty of", links(known, known.values(iri, f"{RDFS.NS}subPropertyOf"))),
            ("Follows from", chain if iri == KGO.backs else ""),
            ("Rules for", links(known, _ruled(known, iri))),
            ("Saved queries", ", ".join(sorted(queries.get(compact(iri), ())))),
        ]
        yield "\n".join([_title(known, iri), _facts(facts), _rules(known, iri)])


def _ruled(known: Terms, iri: str) -> list[str]:
    """The classes whose shapes look at a property."""
    return sorted(
        {name for name, rules in known.rules.items() if any(rule.path == iri for rule in rules)}
    )


def _queries() -> dict[str, set[str]]:
    """The names of the saved queries by the terms that they use."""
    found: dict[str, set[str]] = {}
    root = resources.path("queries")
    for file in sorted(root.rglob("*.rq")):
        name = file.relative_to(root).with_suffix("").as_posix()
        text = re.sub(r"(?m)^#.*$|\bPREFIX\s+\S+", "", file.read_text(encoding="utf-8"))
        for term in re.findall(r"\b[a-z]+:[A-Za-z][A-Za-z0-9_]*", text):
            found.setdefault(term, set()).add(name)
    return found


def _concepts(known: Terms) -> str:
    rows = []
    for iri in known.own():
        if known.kind(iri) == "concept":
            classes = links(known, known.values(iri, RDF.type))
            rows.append(
                f'<tr id="{anchor(iri)}"><td>{escape(compact(iri))}</td><td>{classes}</td>'
                f"<td>{escape(known.label(iri))}</td><td>{escape(known.definition(iri))}</td></tr>"
            )
    head = "<tr><th>term</th><th>a</th><th>called</th><th>means</th></tr>"
    return f'<div class="wide"><table>{head}\n{chr(10).join(rows)}\n</table></div>'


def _others(known: Terms) -> Iterator[str]:
    yield (
        "<p>What kg uses them for, and the rules that hold in its graph. Their own definitions are "
        "at their IRIs.</p>"
    )
    foreign = [iri for iri in known.all() if not iri.startswith(KGO.NS)]
    for iri in foreign:
        if iri in known.rules:
            yield "\n".join(
                [
                    f'<h3 id="{anchor(iri)}"><a href="{escape(iri)}">{compact(iri)}</a></h3>',
                    f"<p>{escape(known.definition(iri))}</p>",
                    _rules(known, iri),
                ]
            )
    rest = [iri for iri in foreign if iri not in known.rules]
    rows = "\n".join(
        f'<tr id="{anchor(iri)}"><td><a href="{escape(iri)}">{escape(compact(iri))}</a></td>'
        f"<td>{escape(known.definition(iri))}</td><td>{links(known, _ruled(known, iri))}</td></tr>"
        for iri in rest
    )
    head = "<tr><th>term</th><th>used for</th><th>rules for</th></tr>"
    yield f'<div class="wide"><table>{head}\n{rows}\n</table></div>'


def _prefixes() -> str:
    rows = "\n".join(
        f'<tr><td><code>{prefix}:</code></td><td><a href="{space}">{space}</a></td></tr>'
        for prefix, space in sorted(PREFIXES.items())
    )
    return f'<div class="wide"><table>{rows}</table></div>'
