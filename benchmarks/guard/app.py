"""What the benchmarks ask of a WSGI server: memory that it keeps, and who answers."""

import os
from urllib.parse import parse_qs

KEPT = []


def application(environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""))
    if "keep" in query:
        KEPT.append(b"x" * int(query["keep"][0]))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
