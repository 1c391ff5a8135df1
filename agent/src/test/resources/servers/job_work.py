"""What a job does: it lasts, keeps memory, and answers with the number of a process."""

import os
import time

import redis

KEPT = []


def work(ticket, seconds, mb, pid):
    KEPT.append(b"x" * (mb << 20))
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(left)
    redis.Redis.from_url(os.environ["JOBS_REDIS"]).lpush(ticket, pid)
