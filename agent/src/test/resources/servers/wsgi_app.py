"""What the tests ask of a WSGI server: its pid, a long request, and memory that it keeps."""

import os
import time
from urllib.parse import parse_qs

KEPT = []


def application(environ, start_response):
    query = {name: values[0] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
    path = environ["PATH_INFO"]
    if path == "/sleep":
        time.sleep(float(query["seconds"]))
    elif path == "/keep":
        KEPT.append(b"x" * (int(query["mb"]) << 20))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
