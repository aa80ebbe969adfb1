"""Who holds which post, as one sentence or line says it.

A post is an office said of somebody: beside the name ("the mayor, X", "X, mayor of Y"), by a verb
("X was appointed mayor", "X chairs the committee") or by a noun ("X's time as mayor"). Nothing is
resolved here: a pronoun is still a pronoun, and a surname a surname.
"""

from kg.posts.holding import role_held as role_held
from kg.posts.model import Post as Post
from kg.posts.model import is_verbless as is_verbless
from kg.posts.reading import read_posts as read_posts
