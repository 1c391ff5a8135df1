"""The course catalogue: every lesson's snippets, rendered once in each worker and looked up for every page."""

import hashlib

LESSONS = 600
SNIPPETS = 220  # in each lesson; 600 x 220 snippets are about 60 MiB as Python objects
TERMS = 64


class Catalog:
    """Lessons by number and an index of the terms in them."""

    def __init__(self):
        self._lessons = {}
        self._index = {}
        for number in range(LESSONS):
            snippets = [_snippet(number, position) for position in range(SNIPPETS)]
            self._lessons[number] = snippets
            self._index.setdefault(_term(snippets[0]), []).append(number)

    def lesson(self, number):
        """The snippets of a lesson; numbers beyond the last begin again."""
        return self._lessons[number % LESSONS]

    def related(self, number):
        """Up to ten lessons that share the lesson's first term."""
        return self._index[_term(self.lesson(number)[0])][:10]


def _snippet(number, position):
    digest = hashlib.blake2b(f"{number}/{position}".encode(), digest_size=32).hexdigest()
    return f"-- lesson {number}, model {position}\n" + f"select '{digest}' from {{{{ ref('stage') }}}}\n" * 4


def _term(snippet):
    return hashlib.blake2b(snippet.encode(), digest_size=2).digest()[0] % TERMS
