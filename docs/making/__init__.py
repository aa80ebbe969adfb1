"""Makes the documents that are not written by hand: ``make docs``.

manual      the help of each command, put into docs/manual.md
page        docs/ontology.html: the terms, the rules of the shapes, an example that is read
"""
