#!/usr/bin/env python3
"""Runs the workbench with its original settings and with the plan's, in a memory cgroup of this machine.

Needs Linux, root (cgroups) and the packages of requirements.txt in the Python that runs it. No Kubernetes, no operator:
it shows what the settings alone do. Each side has a cgroup of its own, removed afterwards, the server runs as UID 1000,
the load outside of the cgroup. Prints one JSON line per seed; exits 1 unless every seed shows kills before, none after
and at least 98 % as many answers.
"""

import argparse
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "app"))
from proc import MemoryCgroup  # noqa: E402

RECYCLING = "--max-requests 500 --max-requests-jitter 50"
BEFORE = {"WEB_CONCURRENCY": "4", "DB_POOL_MAX": "5", "MAX_CONCURRENT_JOBS": "3", "MAX_CONCURRENT_REQUESTS": "5"}
AFTER = {
    "WEB_CONCURRENCY": "1",
    "DB_POOL_MAX": "2",
    "MAX_CONCURRENT_JOBS": "1",
    "MAX_CONCURRENT_REQUESTS": "3",
    "GUNICORN_CMD_ARGS": RECYCLING,
}
UID = 1000


@contextlib.contextmanager
def limited_cgroup(name, limit):
    """A new memory cgroup beside this process's own one; everything left in it is killed at the end."""
    own = MemoryCgroup.own()
    root = Path("/sys/fs/cgroup" if own.v2 else "/sys/fs/cgroup/memory")
    cgroup = MemoryCgroup(root / name, own.v2)
    cgroup.directory.mkdir()
    try:
        (cgroup.directory / ("memory.max" if own.v2 else "memory.limit_in_bytes")).write_text(str(limit))
        yield cgroup
    finally:
        deadline = time.monotonic() + 10
        while pids := (cgroup.directory / "cgroup.procs").read_text().split():
            for pid in map(int, pids):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            if time.monotonic() > deadline:
                break
            time.sleep(0.1)
        cgroup.directory.rmdir()


@contextlib.contextmanager
def serving(cgroup, settings, port, log, scratch):
    """The workbench inside the cgroup, unprivileged."""

    def enter():
        (cgroup.directory / "cgroup.procs").write_text(str(os.getpid()))
        os.setgroups([])
        os.setgid(UID)
        os.setuid(UID)

    environment = {
        "PATH": os.environ["PATH"],
        "HOME": scratch,
        "PORT": str(port),
        "SLOTS_DIRECTORY": f"{scratch}/slots",
        "MALLOC_ARENA_MAX": "2",
        "PYTHONDONTWRITEBYTECODE": "1",
        **settings,
    }
    command = [sys.executable, "-m", "gunicorn", "workbench.wsgi:application"]
    server = subprocess.Popen(
        command, cwd=HERE / "app", env=environment, preexec_fn=enter, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        yield environment, enter
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


class PeakOf:
    """The cgroup's largest unreclaimable memory while the block runs, sampled every 20 ms."""

    def __init__(self, cgroup):
        self._cgroup = cgroup
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
        while not self._over.wait(0.02):
            self.bytes = max(self.bytes, self._cgroup.unreclaimable())


def one_side(name, settings, options, seed):
    """Load on one setting: the load's outcome with kills and peak memory beside it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    load = [sys.executable, str(HERE / "load.py"), "--target", f"127.0.0.1:{port}", "--seed", str(seed)]
    load += ["--rate", str(options.rate), "--duration", str(options.duration)]
    with (
        tempfile.TemporaryDirectory(prefix="workbench-") as scratch,
        limited_cgroup(f"plimsoll-example-{os.getpid()}-{name}", options.limit << 20) as cgroup,
        open(f"{options.logs}/{name}-{seed}.log", "wb") as log,
    ):
        os.chown(scratch, UID, UID)
        with serving(cgroup, settings, port, log, scratch) as (environment, enter):
            with PeakOf(cgroup) as peak:
                lines = subprocess.run(load, stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
            outcome = json.loads(lines[-1])
            outcome["peakUnreclaimableMiB"] = peak.bytes >> 20
            outcome["oomKills"] = cgroup.oom_kills()
            if options.measure and name == "after":
                command = [sys.executable, str(HERE / "app" / "measure.py")]
                measured = subprocess.run(
                    command, env=environment, preexec_fn=enter, stdout=subprocess.PIPE, check=True, text=True
                )
                outcome["measured"] = json.loads(measured.stdout)
    return outcome


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--rate", type=float, default=10.0)
    parser.add_argument("--duration", type=float, default=60.0)
    parser.add_argument("--limit", type=int, default=512, help="MiB")
    parser.add_argument("--measure", action="store_true", help="also measure the unit costs, after the second side")
    parser.add_argument("--logs", default=tempfile.gettempdir(), help="directory for the servers' logs")
    parser.add_argument("--sides", nargs="+", choices=["before", "after"], default=["before", "after"])
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        sys.exit("compare: making a memory cgroup needs root; run it as root or in a machine of its own")
    good = True
    for seed in options.seeds:
        sides = {"before": BEFORE, "after": AFTER}
        told = {name: one_side(name, sides[name], options, seed) for name in options.sides}
        if len(told) == 2:
            before, after = told["before"], told["after"]
            same = before["arrivalsDigest"] == after["arrivalsDigest"]
            kept = after["answered"] >= 0.98 * before["answered"]
            good &= same and kept and before["oomKills"] > 0 and after["oomKills"] == 0
        print(json.dumps({"seed": seed, **told}), flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
