"""Jobs by RQ; each answers with the number of the worker that started a process for it."""

import os

import redis
import rq
from job_work import work

queue = rq.Queue(connection=redis.Redis.from_url(os.environ["JOBS_REDIS"]))


def job(ticket, seconds, mb):
    work(ticket, seconds, mb, os.getppid())


def enqueue(ticket, seconds, mb):
    queue.enqueue(job, ticket, seconds, mb)
