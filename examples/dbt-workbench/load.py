#!/usr/bin/env python3
"""Open-loop load for the workbench: the same arrivals for the same seed, whatever the server does.

Every arrival ends as exactly one of: answered (200), refused (503), failed (any other status, or a broken connection)
or timedOut. A line every few seconds says where the run is; the last line is the outcome as JSON.
"""

import argparse
import asyncio
import collections
import hashlib
import json
import os
import random
import sys
import time
from dataclasses import dataclass

OUTCOMES = ("answered", "refused", "failed", "timedOut")
KINDS = {"page": 800, "query": 110, "report": 70, "job": 20}  # in a thousand arrivals


@dataclass(frozen=True)
class Arrival:
    at: float  # seconds from the start
    kind: str
    number: int

    @property
    def path(self):
        return {
            "page": f"/lessons/{self.number}",
            "query": f"/query?seed={self.number}",
            "report": f"/reports/{self.number}",
            "job": f"/jobs/{self.number}",
        }[self.kind]


def arrivals(seed, rate, duration):
    """A Poisson stream of arrivals, fixed by its arguments."""
    source = random.Random(seed)
    stream = []
    at = source.expovariate(rate)
    while at < duration:
        kind = source.choices(list(KINDS), weights=list(KINDS.values()))[0]
        stream.append(Arrival(at, kind, source.randrange(1000)))
        at += source.expovariate(rate)
    return stream


def digest(stream):
    """Names a stream of arrivals: equal for equal streams."""
    text = "\n".join(f"{arrival.at:.6f} {arrival.path}" for arrival in stream)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Ledger:
    """What became of the arrivals."""

    def __init__(self):
        self.outcomes = {kind: collections.Counter() for kind in KINDS}
        self._seconds = {kind: [] for kind in KINDS}
        self.failures = collections.Counter()

    def add(self, kind, outcome, seconds):
        self.outcomes[kind][outcome] += 1
        if outcome == "answered":
            self._seconds[kind].append(seconds)

    def totals(self):
        return {outcome: sum(counts[outcome] for counts in self.outcomes.values()) for outcome in OUTCOMES}

    def latency(self, kinds):
        """p50 and p99 in milliseconds over the answered arrivals of those kinds; null where there are none."""
        ordered = sorted(seconds for kind in kinds for seconds in self._seconds[kind])
        return {"p50Ms": _rank(ordered, 0.50), "p99Ms": _rank(ordered, 0.99)}


def _rank(ordered, share):
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000) if ordered else None


async def fetch(host, port, path):
    """The status of one GET on a connection of its own, and the server's name for itself.

    Raises OSError when the connection breaks before the answer is whole.
    """
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        status, *lines = head.decode("latin-1").split("\r\n")
        words = status.split()
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        if len(words) < 2 or not words[1].isdigit() or len(body) < int(headers.get("content-length", "0")):
            raise ConnectionResetError("cut off before the answer was whole")
        return int(words[1]), headers.get("server", "unnamed")
    finally:
        writer.close()


async def serve(arrival, target, timeout, ledger):
    """Sends one arrival and enters its outcome."""
    begin = time.monotonic()
    try:
        async with asyncio.timeout(timeout):
            status, server = await fetch(*target, arrival.path)
        outcome = {200: "answered", 503: "refused"}.get(status, "failed")
        if outcome == "failed":
            ledger.failures[f"status {status} of {server}"] += 1
    except TimeoutError:
        outcome = "timedOut"
    except OSError as broken:
        outcome = "failed"
        ledger.failures[type(broken).__name__] += 1
    ledger.add(arrival.kind, outcome, time.monotonic() - begin)


async def wait_until_ready(target, seconds):
    """Waits for the first 200 from /healthz; says so and gives up after that many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            async with asyncio.timeout(2):
                if (await fetch(*target, "/healthz"))[0] == 200:
                    return
        except (OSError, TimeoutError):
            pass
        if time.monotonic() > deadline:
            sys.exit(f"load: {target[0]}:{target[1]} was not ready within {seconds} s; is the workbench running?")
        await asyncio.sleep(0.25)


async def tell(start, every, sent, ledger):
    """Prints where the run is, every few seconds, until it is cancelled."""
    while True:
        await asyncio.sleep(every)
        totals = ledger.totals()
        running = sent["count"] - sum(totals.values())
        told = " ".join(f"{name} {count}" for name, count in totals.items())
        print(f"load {time.monotonic() - start:5.1f} s: sent {sent['count']} {told} running {running}", flush=True)


async def run(stream, target, options):
    """Sends every arrival at its time, late only when this process itself is."""
    ledger = Ledger()
    sent = {"count": 0}
    start = time.monotonic()
    telling = asyncio.create_task(tell(start, options.every, sent, ledger))
    async with asyncio.TaskGroup() as group:
        for arrival in stream:
            await asyncio.sleep(max(0.0, start + arrival.at - time.monotonic()))
            group.create_task(serve(arrival, target, options.timeout, ledger))
            sent["count"] += 1
    telling.cancel()
    return ledger


def outcome(options, stream, ledger):
    """The run as one JSON object."""
    kinds = {
        kind: {name: counts[name] for name in OUTCOMES} | ledger.latency([kind])
        for kind, counts in ledger.outcomes.items()
    }
    return {
        "seed": options.seed,
        "rate": options.rate,
        "durationSeconds": options.duration,
        "arrivals": len(stream),
        "arrivalsDigest": digest(stream),
        **ledger.totals(),
        **ledger.latency(KINDS),
        "failures": dict(ledger.failures),
        "kinds": kinds,
    }


def bounded(least, most):
    """An argparse type: a number within bounds."""

    def parse(text):
        value = float(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text}: give a number from {least:g} to {most:g}")
        return value

    return parse


def parse_options(arguments):
    host = os.environ.get("WEB_SERVICE_HOST", "127.0.0.1")
    port = os.environ.get("WEB_SERVICE_PORT", "8000")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--target", default=f"{host}:{port}", help="host:port (default: the Service web, else loopback)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=bounded(0.1, 100), default=10.0, help="arrivals a second")
    parser.add_argument("--duration", type=bounded(1, 3600), default=60.0, help="seconds")
    parser.add_argument("--timeout", type=bounded(1, 120), default=30.0, help="seconds a client waits")
    parser.add_argument("--ready", type=bounded(1, 600), default=120.0, help="seconds to wait for the first answer")
    parser.add_argument("--every", type=bounded(1, 60), default=5.0, help="seconds between the lines that tell")
    return parser.parse_args(arguments)


async def main(arguments):
    options = parse_options(arguments)
    host, _, port = options.target.rpartition(":")
    if not host or not port.isdigit():
        sys.exit(f"load: --target {options.target!r}: give host:port, as in 127.0.0.1:8000")
    target = (host, int(port))
    stream = arrivals(options.seed, options.rate, options.duration)
    await wait_until_ready(target, options.ready)
    print(f"load: {len(stream)} arrivals ({digest(stream)}) in {options.duration:g} s to {options.target}", flush=True)
    ledger = await run(stream, target, options)
    print(json.dumps(outcome(options, stream, ledger)), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
