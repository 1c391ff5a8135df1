"""What the kernel says about memory: a cgroup's account (v1 and v2) and single processes."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class MemoryCgroup:
    """One memory cgroup. All sizes are in bytes."""

    directory: Path
    v2: bool

    @staticmethod
    def own():
        """The cgroup of this process, as the container's own mount shows it."""
        lines = [line.split(":", 2) for line in Path("/proc/self/cgroup").read_text().splitlines()]
        v1_path = next((path for _, controllers, path in lines if "memory" in controllers.split(",")), None)
        mount = Path("/sys/fs/cgroup/memory" if v1_path is not None else "/sys/fs/cgroup")
        path = v1_path if v1_path is not None else next(path for _, _, path in lines)
        below = mount / path.lstrip("/")
        return MemoryCgroup(below if (below / "cgroup.procs").exists() else mount, v2=v1_path is None)

    def limit(self):
        """The limit, or None where there is none."""
        text = self._read("memory.max" if self.v2 else "memory.limit_in_bytes")
        return None if text == "max" or int(text) >= 1 << 60 else int(text)

    def unreclaimable(self):
        """What no pressure can give back: usage without the file cache and without reclaimable slab."""
        stat = dict(line.split() for line in self._read("memory.stat").splitlines())
        if self.v2:
            reclaimable = ("active_file", "inactive_file", "slab_reclaimable")
            usage = self._read("memory.current")
        else:
            reclaimable = ("total_active_file", "total_inactive_file")
            usage = self._read("memory.usage_in_bytes")
        return max(0, int(usage) - sum(int(stat.get(name, 0)) for name in reclaimable))

    def oom_kills(self):
        """Processes that the kernel killed here for want of memory, since the cgroup was made."""
        text = self._read("memory.events" if self.v2 else "memory.oom_control")
        return int(dict(line.split() for line in text.splitlines())["oom_kill"])

    def _read(self, name):
        return (self.directory / name).read_text().strip()


def private_bytes(pid):
    """What the process holds alone and only its end gives back; 0 when it is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Private_Dirty:")), 0)


def processes():
    """Every process of this process's own cgroup as pid -> (parent's pid, command line)."""
    own = Path("/proc/self/cgroup").read_text()
    found = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if Path(f"/proc/{name}/cgroup").read_text() != own:
                continue  # a neighbour: another container of the pod, or of the machine
            status = Path(f"/proc/{name}/stat").read_text()
            command = Path(f"/proc/{name}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[int(name)] = (int(status.rpartition(")")[2].split()[1]), command.strip())
    return found
