"""A report: a document of about 28 MiB, held while a remote service draws it."""

import hashlib
import time

from learning.catalog import SNIPPETS

LINES = 61_600
DRAW_SECONDS = 1.0


def draw(catalog, number, lines=LINES, seconds=DRAW_SECONDS):
    """Builds the document, waits as for the service that draws it, and returns its size and digest."""
    document = []
    for start in range(number, number + lines, SNIPPETS):
        lesson = catalog.lesson(start)
        document.extend(f"{start}:{position}:{text}" for position, text in enumerate(lesson))
    time.sleep(seconds)
    digest = hashlib.blake2b(digest_size=8)
    for line in document[::100]:
        digest.update(line.encode())
    return {"lines": len(document), "digest": digest.hexdigest()}
