"""The glossary: packed by the master before it forks, in a file that lives in memory and that all workers read.

It is part of the container's base, whatever the number of workers, and of no process: nobody maps it.
"""

import hashlib
import os

TERMS = 72_000
RECORD = 256  # bytes; 72,000 records are about 18 MiB


def _record(number):
    digest = hashlib.blake2b(number.to_bytes(4, "big"), digest_size=24).hexdigest()
    return f"term {number}: {digest} ".encode().ljust(RECORD, b".")


def _pack():
    with os.fdopen(os.memfd_create("glossary"), "wb", closefd=False) as packed:
        packed.writelines(map(_record, range(TERMS)))
        return packed.fileno()


_PACKED = _pack()


def definition(number):
    """The definition of a term; numbers beyond the last begin again."""
    return os.pread(_PACKED, RECORD, number % TERMS * RECORD).rstrip(b".").decode()
