"""What a worker does before its first request."""

import gc

from learning.state import worker_state


def fill_caches():
    """Builds this worker's state and collects garbage once.

    The collection writes to objects that were shared with the master since the fork. It would happen some requests later
    anyway; done here, a worker's size does not drift for that reason.
    """
    worker_state()
    gc.collect()
