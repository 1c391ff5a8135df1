"""Notes when a worker is told to end, or ends itself, by the clock that the measurement reads as well."""

import os
import signal
import time

NOTED = set()


def note(worker):
    arrived = time.monotonic()
    if worker.pid not in NOTED:
        NOTED.add(worker.pid)
        with open(os.environ["SIGNALS"], "a") as file:
            file.write(f"{worker.pid} {arrived}\n")


def post_worker_init(worker):
    handle = signal.getsignal(signal.SIGTERM)

    def arrived(number, frame):
        note(worker)
        handle(number, frame)

    signal.signal(signal.SIGTERM, arrived)


def worker_exit(server, worker):
    note(worker)
