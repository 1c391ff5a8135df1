"""What every deployment of the workbench shares. Sizes come from the environment.

Workers come from WEB_CONCURRENCY and recycling from GUNICORN_CMD_ARGS; both lose to nothing set here.
"""

import os

bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
threads = 32  # a thread that waits for a slot, a connection or a slow query costs little
preload_app = True  # Django and DuckDB are imported once, in the master
graceful_timeout = 30
timeout = 60
control_socket_disable = True  # nobody uses it here, and the root file system is read-only


def post_fork(server, worker):
    """Has the kernel take a worker, or a job that a worker started, before it takes the master."""
    with open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")


def post_worker_init(worker):
    """Fills the worker's caches before it accepts a request, so that a fresh worker has its true size."""
    from learning import warmup

    warmup.fill_caches()
    worker.log.info("Worker (pid:%s) is warm", worker.pid)
