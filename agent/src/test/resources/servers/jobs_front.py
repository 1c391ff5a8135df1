"""Turns requests into jobs and waits for their answers: python -m jobs_front MODULE PORT."""

import importlib
import os
import sys
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import redis

PATIENCE_SECONDS = 15
# A job that is killed answers nothing.
PATIENCE_WITH_THE_DOOMED_SECONDS = 4

jobs = importlib.import_module(sys.argv[1])
answers = redis.Redis.from_url(os.environ["JOBS_REDIS"])


class Front(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        query = {name: float(values[0]) for name, values in parse_qs(url.query).items()}
        ticket = f"answers:{uuid.uuid4()}"
        jobs.enqueue(ticket, query.get("seconds", 0), int(query.get("mb", 0)))
        patience = PATIENCE_WITH_THE_DOOMED_SECONDS if "mb" in query else PATIENCE_SECONDS
        answer = answers.brpop([ticket], timeout=patience)
        self.send_response(200 if answer else 504)
        self.end_headers()
        self.wfile.write(answer[1] if answer else b"no answer")

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Front).serve_forever()
