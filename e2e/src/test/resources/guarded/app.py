"""An application whose memory is what its variables say; every amount is really touched.

BASE_MB each worker's own, BOOT_MB held for a moment while it boots, POOL_SIZE connections of POOL_MB each,
LEAK_KB kept by every request, FILE_MB of a file read over and over by a thread, WORK_MS of work a request.
"""

import os
import threading
import time


def amount(variable, default="0"):
    return int(os.environ.get(variable, default))


def held(kilobytes):
    """So much private memory: incompressible, and different for every caller."""
    return bytearray(os.urandom(4096)) * (kilobytes // 4)


def read_over_and_over(path, megabytes):
    block = os.urandom(1 << 20)
    with open(path, "wb") as file:
        for _ in range(megabytes):
            file.write(block)
    while True:
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 16):
                pass
            time.sleep(0.05)


held(amount("BOOT_MB") << 10)
own = held(amount("BASE_MB", "20") << 10)
pool = [held(amount("POOL_MB") << 10) for _ in range(amount("POOL_SIZE", "1"))]
kept = []

if amount("FILE_MB"):
    threading.Thread(
        target=read_over_and_over, args=(f"/tmp/read-{os.getpid()}", amount("FILE_MB")), daemon=True
    ).start()


def application(environ, start_response):
    if environ["PATH_INFO"] != "/healthz":
        if amount("LEAK_KB"):
            kept.append(held(amount("LEAK_KB")))
        time.sleep(amount("WORK_MS") / 1000)
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "3")])
    return [b"ok\n"]
