#!/usr/bin/env python3
"""Measures, inside the running container, what one unit of each knob really costs.

It recycles the workers to see fresh ones, then drives a short calibrated sequence on loopback: one query at a time, a
query on every connection at once, one report, as many reports as may run at once, one job. Meanwhile it reads each
process's private memory and the container's cgroup. Run it while there is no other load. `--cgroup` only prints the
cgroup's account. Either way the outcome is one line of JSON, sizes in bytes.
"""

import argparse
import concurrent.futures
import http.client
import json
import os
import signal
import sys
import threading
import time

from proc import MemoryCgroup, private_bytes, processes

STEP_SECONDS = 30  # no step may take longer
SAMPLE_SECONDS = 0.03


class Server:
    """The gunicorn of this container."""

    def __init__(self, port):
        self._port = port

    def get(self, path):
        """The worker that answered and the answer; anything but 200 ends the measurement."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=STEP_SECONDS)
        try:
            connection.request("GET", path, headers={"Connection": "close"})
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            sys.exit(f"measure: {path} was answered {response.status}; measure while there is no other load")
        return int(response.headers["X-Worker"]), body

    def get_all(self, paths):
        """All of them at once."""
        with concurrent.futures.ThreadPoolExecutor(len(paths)) as senders:
            return list(senders.map(self.get, paths))

    @staticmethod
    def workers():
        """The pids of gunicorn's workers."""
        table = processes()
        serving = {pid for pid, (_, command) in table.items() if "gunicorn" in command}
        masters = {pid for pid in serving if table[pid][0] not in serving}
        return sorted(pid for pid in serving if table[pid][0] in masters)

    def renew(self):
        """Recycles every worker, one after the other, and returns the new ones once each has answered."""
        old = self.workers()
        if not old:
            sys.exit("measure: no gunicorn worker is visible here; run it inside the app's container")
        for pid in old:
            os.kill(pid, signal.SIGTERM)
            wait_for(lambda pid=pid: pid not in self.workers() and len(self.workers()) == len(old), "a new worker")
        new = self.workers()
        answered = set()

        def all_answered():
            answered.add(self.get(f"/lessons/{len(answered)}")[0])
            return answered.issuperset(new)

        wait_for(all_answered, "an answer of every new worker")
        return new


class Peak:
    """The largest sum of private memory over some processes while the block runs."""

    def __init__(self, pids):
        self._pids = pids  # a function, for processes come and go
        self._over = threading.Event()
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self.bytes = 0

    def __enter__(self):
        self._sampler.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._sampler.join()

    def _sample(self):
        while True:
            self.bytes = max(self.bytes, sum(private_bytes(pid) for pid in self._pids()))
            if self._over.wait(SAMPLE_SECONDS):
                return


def wait_for(condition, what):
    deadline = time.monotonic() + STEP_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            sys.exit(f"measure: no sign of {what} within {STEP_SECONDS} s; is the container under load?")
        time.sleep(0.1)


def settings():
    """The knobs as the app was started with them."""
    names = {"pool": "DB_POOL_MAX", "jobs": "MAX_CONCURRENT_JOBS", "requests": "MAX_CONCURRENT_REQUESTS"}
    defaults = {"pool": 5, "jobs": 3, "requests": 5}
    return {knob: int(os.environ.get(name, defaults[knob])) for knob, name in names.items()}


def measure_connections(server, workers, wanted):
    """Bytes of one connection when only one was used, and of each when all were; and how many those were."""
    before = sum(map(private_bytes, workers))
    opened = {}

    def queries(count):
        with Peak(lambda: workers) as peak:
            for worker, body in server.get_all([f"/query?seed={number}" for number in range(count)]):
                opened[worker] = max(opened.get(worker, 0), json.loads(body)["connectionsOpened"])
        return (peak.bytes - before) / sum(opened.values())

    one = queries(1)
    every = queries(wanted)
    for _ in range(5):  # which worker takes which query is the kernel's choice
        if sum(opened.values()) >= wanted:
            break
        every = queries(wanted)
    return round(one), round(every), sum(opened.values())


def measure_reports(server, workers, count):
    """Bytes of one report alone, and of each when as many run as may."""

    def reports(together):
        before = sum(map(private_bytes, workers))
        with Peak(lambda: workers) as peak:
            server.get_all([f"/reports/{number}" for number in range(together)])
        return round((peak.bytes - before) / together)

    return reports(1), reports(count)


def measure_job(server):
    """The private bytes of one job at its peak."""
    with Peak(lambda: [pid for pid, (_, command) in processes().items() if "-m dbt_job" in command]) as peak:
        server.get("/jobs/1")
    return peak.bytes


def measure(server, cgroup):
    begin = time.monotonic()
    knobs = settings()
    workers = server.renew()
    fresh = [private_bytes(pid) for pid in workers]
    idle = cgroup.unreclaimable()
    base = idle - sum(fresh) - private_bytes("self")
    one_connection, connection, connections = measure_connections(server, workers, knobs["pool"] * len(workers))
    one_report, report = measure_reports(server, workers, knobs["requests"])
    job = measure_job(server)
    return {
        "measuredBytes": {
            "base": base,
            "workers": round(sum(fresh) / len(fresh)),
            "pool": connection,
            "jobs": job,
            "requests": report,
        },
        "settings": {"workers": len(workers), **knobs},
        "evidence": {
            "idleUnreclaimableBytes": idle,
            "freshWorkersBytes": fresh,
            "connectionsUsed": connections,
            "oneConnectionBytes": one_connection,
            "oneReportBytes": one_report,
            "reportsTogether": knobs["requests"],
        },
        "seconds": round(time.monotonic() - begin, 1),
    }


def account(cgroup):
    return {
        "limitBytes": cgroup.limit(),
        "unreclaimableBytes": cgroup.unreclaimable(),
        "oomKills": cgroup.oom_kills(),
    }


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cgroup", action="store_true", help="print the cgroup's account and change nothing")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    options = parser.parse_args(arguments)
    cgroup = MemoryCgroup.own()
    print(json.dumps(account(cgroup) if options.cgroup else measure(Server(options.port), cgroup)))


if __name__ == "__main__":
    main(sys.argv[1:])
