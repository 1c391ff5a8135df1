"""The glossary, packed into one block of bytes by the master before it forks.

Looking a term up writes nothing into the block, so all workers go on sharing it: it is part of the container's base.
"""

import hashlib

TERMS = 72_000
RECORD = 256  # bytes; 72,000 records are about 18 MiB


def _record(number):
    digest = hashlib.blake2b(number.to_bytes(4, "big"), digest_size=24).hexdigest()
    return f"term {number}: {digest} ".encode().ljust(RECORD, b".")


_PACKED = b"".join(map(_record, range(TERMS)))


def definition(number):
    """The definition of a term; numbers beyond the last begin again."""
    start = number % TERMS * RECORD
    return _PACKED[start : start + RECORD].rstrip(b".").decode()
