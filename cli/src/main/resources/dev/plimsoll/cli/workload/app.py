"""A web application whose memory behaves as PLIMSOLL_DEMO_BEHAVIOUR says.

Every request is a query to a database, 10 ms, and a little work. What it does to memory follows from
its number and its draw, both given by the client, so that a load is the same in every run.
"""

import os
import time
from urllib.parse import parse_qs

KB = 1000
MB = 1000 * KB
QUERY_SECONDS = 0.010
RARE = 1 / 165


def filled(size):
    """Memory that is really used: every page is written."""
    return bytearray(os.urandom(64)) * (size // 64)


class SteadyLeak:
    def __init__(self, kept=62 * KB):
        self.size = kept
        self.kept = []

    def request(self, number, draw):
        self.kept.append(filled(self.size))


class GrowingLeak(SteadyLeak):
    def request(self, number, draw):
        self.kept.append(filled(int(self.size * min(6, 1 + number / 1650))))


class FillingCache(SteadyLeak):
    def request(self, number, draw):
        if len(self.kept) * self.size < 25 * MB:
            super().request(number, draw)


class RareLeak:
    def __init__(self):
        self.kept = []

    def request(self, number, draw):
        if draw < RARE:
            self.kept.append(filled(18 * MB))


class Fragmentation:
    """Batches of records of ever other sizes; one kept record holds its whole page of the allocator."""

    PAGE = 16 * 1024
    OVERHEAD = 48

    def __init__(self):
        self.batch = []
        self.kept = []
        self.served = 0

    def request(self, number, draw):
        payload = 16 * (1 + self.served // 30 % 29)
        record = payload + self.OVERHEAD
        self.batch.extend(bytes(payload) for _ in range(150 * KB // record))
        self.served += 1
        if self.served % 30 == 0:
            self.kept.append(self.batch[:: self.PAGE // record])
            self.batch = []


class Burst:
    def __init__(self, size, seconds, leak=None):
        self.size = size
        self.seconds = seconds
        self.leak = leak

    def request(self, number, draw):
        if draw < RARE:
            report = filled(self.size)
            time.sleep(self.seconds)
            del report
        if self.leak:
            self.leak.request(number, draw)


class TooLargeAtBoot:
    def __init__(self):
        raw = filled(64 * MB)
        self.table = bytes(raw)

    def request(self, number, draw):
        pass


BEHAVIOURS = {
    "steady-leak": SteadyLeak,
    "growing-leak": GrowingLeak,
    "fragmentation": Fragmentation,
    "filling-cache": FillingCache,
    "rare-leak": RareLeak,
    "half-burst": lambda: Burst(128 * MB, 0.2),
    "too-large-at-boot": TooLargeAtBoot,
    "leak-and-burst": lambda: Burst(24 * MB, 0.1, SteadyLeak(60 * KB)),
}

memory = BEHAVIOURS[os.environ["PLIMSOLL_DEMO_BEHAVIOUR"]]()
library = filled(int(os.environ.get("PLIMSOLL_DEMO_LIBRARY_MB", "10")) * MB)


def app(environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""))
    number = int(query.get("n", ["0"])[0])
    draw = float(query.get("draw", ["1"])[0])
    time.sleep(QUERY_SECONDS)
    memory.request(number, draw)
    body = b"ok %d\n" % number
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
