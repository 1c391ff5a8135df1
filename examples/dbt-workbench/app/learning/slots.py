"""Slots that all processes of one container share, by locks on files.

A lock goes with its file description: it is given back when its holder closes it or dies, killed or not, and a child
process that inherits the descriptor keeps the slot until it ends as well.
"""

import contextlib
import fcntl
import os
import time


class Refused(Exception):
    """No slot came free in time, or too many callers were waiting already."""


class Slots:
    """At most `count` holders at a time; at most `queue` callers wait, each up to `timeout` seconds."""

    def __init__(self, directory, name, count, queue, timeout, poll=0.02):
        os.makedirs(directory, exist_ok=True)
        self._directory = directory
        self._name = name
        self._count = count
        self._queue = queue
        self._timeout = timeout
        self._poll = poll

    @contextlib.contextmanager
    def hold(self):
        """Waits for a slot, yields its file descriptor and gives it back; raises Refused."""
        slot = self._lock_any("slot", self._count)
        if slot is None:
            slot = self._wait()
        try:
            yield slot
        finally:
            os.close(slot)

    def _wait(self):
        ticket = self._lock_any("queue", self._queue)
        if ticket is None:
            raise Refused(f"{self._name}: {self._queue} callers are waiting already")
        try:
            deadline = time.monotonic() + self._timeout
            while time.monotonic() < deadline:
                time.sleep(self._poll)
                slot = self._lock_any("slot", self._count)
                if slot is not None:
                    return slot
            raise Refused(f"{self._name}: no slot of {self._count} came free in {self._timeout} s")
        finally:
            os.close(ticket)

    def _lock_any(self, kind, count):
        """A descriptor that locks the first free file of the kind, or None."""
        for number in range(count):
            path = os.path.join(self._directory, f"{self._name}.{kind}.{number}")
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return descriptor
            except BlockingIOError:
                os.close(descriptor)
        return None
