"""What the benchmarks ask of a WSGI server: memory that it keeps, and who answers."""

import os
import time
from urllib.parse import parse_qs

KEPT = [b"x" * (int(os.environ.get("DATA_MEBI", "0")) << 20)]


def application(environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""))
    if "keep" in query:
        KEPT.append(b"x" * int(query["keep"][0]))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]


def note_end():
    """For uWSGI, whose workers end themselves: no signal tells them to."""
    arrived = time.monotonic()
    with open(os.environ["SIGNALS"], "a") as file:
        file.write(f"{os.getpid()} {arrived}\n")


try:
    import uwsgi

    uwsgi.atexit = note_end
except ImportError:
    pass
