"""kg's own engine: each constraint is asked of all the nodes it looks at together.

shapes      what shapes say, compiled once; what is outside of the engine's part is refused
facts       the statements by property, terms as N-Triples writes them, so never rewritten
judging     the breaches of shapes, set by set
queries     the part of SPARQL that sh:sparql may use, as joins over the facts
"""
