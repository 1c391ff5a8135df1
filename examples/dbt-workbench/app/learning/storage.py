"""The warehouse, and one connection to it.

DuckDB stands for MotherDuck: the same engine, with the rows computed here instead of fetched from far away, at the pace
of a remote warehouse.
"""

import time

import duckdb

ROWS = 55_000  # about 21 MiB as Python objects, beside some 8 MiB that the engine takes while the query runs
ROW_TEXT = "repeat(md5((id + ?)::varchar), 6)"
BATCH = 2_600
REMOTE_SECONDS = 0.5  # what the remote side takes to send a whole result


class Connection:
    """One connection, which keeps its last result until its next query, as client-side cursors do."""

    def __init__(self, cursor):
        self._cursor = cursor
        self.rows = []

    def run(self, seed, rows=ROWS, seconds=REMOTE_SECONDS):
        """Fetches a result batch by batch at the remote side's pace and keeps it."""
        self.rows.clear()  # before the next result arrives: a connection never holds two
        pause = seconds * BATCH / max(rows, BATCH)
        self._cursor.execute(f"SELECT id, {ROW_TEXT} AS log FROM range(?) AS runs(id)", [seed, rows])
        while batch := self._cursor.fetchmany(BATCH):
            self.rows.extend(batch)
            time.sleep(pause)
        return self.rows


def open_warehouse():
    """This worker's DuckDB, as light as a remote client: one thread, and no memory to speak of."""
    return duckdb.connect(config={"threads": 1, "memory_limit": "64MB"})
