"""Notes when the graceful signal reaches a worker, by the clock that the measurement reads as well."""

import os
import signal
import time


def post_worker_init(worker):
    handle = signal.getsignal(signal.SIGTERM)

    def note(number, frame):
        arrived = time.monotonic()
        with open(os.environ["SIGNALS"], "a") as file:
            file.write(f"{worker.pid} {arrived}\n")
        handle(number, frame)

    signal.signal(signal.SIGTERM, note)
