"""A memory cgroup of version 1 or 2 of one's own, read the way the guard reads it."""

import os
import signal
import time

V1 = "/sys/fs/cgroup/memory"
V2 = "/sys/fs/cgroup"


class Cgroup:
    def __init__(self, name, limit):
        self.is_v1 = os.path.exists(f"{V1}/memory.limit_in_bytes")
        self.path = os.path.join(V1 if self.is_v1 else V2, name)
        os.mkdir(self.path)
        self.usage = open(self.file("memory.usage_in_bytes", "memory.current"), "rb", buffering=0)
        self.stat = open(f"{self.path}/memory.stat", "rb", buffering=0)
        self.set_limit(limit)

    def file(self, v1, v2):
        return f"{self.path}/{v1 if self.is_v1 else v2}"

    def set_limit(self, limit):
        self.limit = limit
        with open(self.file("memory.limit_in_bytes", "memory.max"), "w") as file:
            file.write(str(limit))

    def enter(self):
        """For a child before its program: moves the present process."""
        with open(f"{self.path}/cgroup.procs", "w") as file:
            file.write(str(os.getpid()))

    def unreclaimable(self):
        used = int(os.pread(self.usage.fileno(), 64, 0))
        prefix = b"total_" if self.is_v1 else b""
        wanted = [prefix + field for field in (b"active_file", b"inactive_file", b"slab_reclaimable")]
        for line in os.pread(self.stat.fileno(), 16384, 0).splitlines():
            name, _, value = line.partition(b" ")
            if name in wanted:
                used -= int(value)
        return used

    def oom_kills(self):
        with open(self.file("memory.oom_control", "memory.events")) as file:
            return next(int(line.split()[1]) for line in file if line.startswith("oom_kill "))

    def members(self):
        with open(f"{self.path}/cgroup.procs") as file:
            return [int(line) for line in file]

    def remove(self):
        for _ in range(250):
            for pid in self.members():
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            try:
                os.rmdir(self.path)
                return
            except OSError:
                time.sleep(0.02)
        raise SystemExit(f"{self.path} cannot be removed: its processes do not end")
