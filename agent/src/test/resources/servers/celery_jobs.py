"""Jobs by Celery; each answers with the number of the pool's process."""

import os

from celery import Celery
from job_work import work

app = Celery("jobs", broker=os.environ["JOBS_REDIS"])


@app.task
def job(ticket, seconds, mb):
    work(ticket, seconds, mb, os.getpid())


def enqueue(ticket, seconds, mb):
    job.delay(ticket, seconds, mb)
