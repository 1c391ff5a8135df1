"""What a team's configuration file holds besides its workers: a buffer for each connection that a worker may take."""

buffers = []


def post_worker_init(worker):
    if worker.cfg.worker_class_str != "sync":
        buffers.append(bytearray(b"\x01") * (worker.cfg.worker_connections * 100 * 1024))
