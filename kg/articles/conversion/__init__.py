"""Files that are no plain text, turned into the text that is read; in a process of its own.

model.py     what a conversion gives
client.py    ``Converter``: asks the process, watches the clock, starts another one
worker.py    the process
html.py, markdown.py, pdf.py, docx.py    a kind of file each, with the one library for it
"""

from kg.articles.conversion.client import Converter
from kg.articles.conversion.model import Converted

__all__ = ["Converted", "Converter"]
