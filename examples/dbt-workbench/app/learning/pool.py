"""Each worker's pool of connections. Pools are not shared: what they hold counts once for every worker."""

import contextlib
import threading

from learning.slots import Refused


class ConnectionPool:
    """At most `max_connections` in this process, opened on demand and kept open; the last returned is taken first."""

    def __init__(self, connect, max_connections, timeout):
        self._connect = connect
        self._timeout = timeout
        self._free = threading.BoundedSemaphore(max_connections)
        self._lock = threading.Lock()
        self._idle = []
        self.opened = 0

    @contextlib.contextmanager
    def connection(self):
        """Lends a connection; raises Refused when none comes free in time."""
        if not self._free.acquire(timeout=self._timeout):
            raise Refused(f"pool: no connection came free in {self._timeout} s")
        try:
            with self._lock:
                lent = self._idle.pop() if self._idle else None
                if lent is None:
                    lent = self._connect()
                    self.opened += 1
            try:
                yield lent
            finally:
                with self._lock:
                    self._idle.append(lent)
        finally:
            self._free.release()
