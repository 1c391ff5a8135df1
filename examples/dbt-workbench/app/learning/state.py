"""What one worker holds. Made after the fork: neither a database nor a lock may be shared through it."""

import functools
from dataclasses import dataclass

from django.conf import settings

from learning.catalog import Catalog
from learning.dbt_manager import DbtManager
from learning.pool import ConnectionPool
from learning.slots import Slots
from learning.storage import Connection, open_warehouse


@dataclass(frozen=True)
class WorkerState:
    catalog: Catalog
    pool: ConnectionPool
    dbt: DbtManager


def slots(name, count):
    """The container-wide slots of that name."""
    return Slots(settings.SLOTS_DIRECTORY, name, count, settings.QUEUE_LENGTH, settings.QUEUE_SECONDS)


@functools.cache
def worker_state():
    """This worker's own state, built by the first call."""
    warehouse = open_warehouse()
    # The engine's own buffers come with the first rows: they belong to the worker, not to one of its connections.
    Connection(warehouse.cursor()).run(seed=0, rows=1, seconds=0)
    return WorkerState(
        catalog=Catalog(),
        pool=ConnectionPool(lambda: Connection(warehouse.cursor()), settings.DB_POOL_MAX, settings.QUEUE_SECONDS),
        dbt=DbtManager(slots("jobs", settings.MAX_CONCURRENT_JOBS)),
    )
