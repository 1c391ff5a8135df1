import contextlib
import os
import sys
import tempfile
import unittest
from pathlib import Path

from proc import MemoryCgroup, private_bytes, processes

MI = 1 << 20


class MemoryCgroupTest(unittest.TestCase):
    def cgroup(self, v2, files):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        for name, text in files.items():
            Path(directory.name, name).write_text(text)
        return MemoryCgroup(Path(directory.name), v2)

    def test_v1(self):
        cgroup = self.cgroup(
            False,
            {
                "memory.limit_in_bytes": f"{512 * MI}\n",
                "memory.usage_in_bytes": f"{300 * MI}\n",
                "memory.stat": f"cache 1\ntotal_active_file {20 * MI}\ntotal_inactive_file {30 * MI}\ntotal_shmem {5 * MI}\n",
                "memory.oom_control": "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n",
            },
        )
        self.assertEqual((cgroup.limit(), cgroup.unreclaimable(), cgroup.oom_kills()), (512 * MI, 250 * MI, 3))

    def test_v2(self):
        cgroup = self.cgroup(
            True,
            {
                "memory.max": f"{512 * MI}\n",
                "memory.current": f"{300 * MI}\n",
                "memory.stat": f"active_file {20 * MI}\ninactive_file {30 * MI}\nslab_reclaimable {10 * MI}\nshmem {5 * MI}\n",
                "memory.events": "low 0\nhigh 0\nmax 12\noom 4\noom_kill 3\noom_group_kill 0\n",
            },
        )
        self.assertEqual((cgroup.limit(), cgroup.unreclaimable(), cgroup.oom_kills()), (512 * MI, 240 * MI, 3))

    def test_no_limit(self):
        self.assertIsNone(self.cgroup(True, {"memory.max": "max\n"}).limit())
        self.assertIsNone(self.cgroup(False, {"memory.limit_in_bytes": "9223372036854771712\n"}).limit())


@unittest.skipUnless(sys.platform == "linux", "needs Linux: it reads /proc")
class ProcessesTest(unittest.TestCase):
    def test_this_process_is_there_with_its_parent(self):
        self.assertEqual(processes()[os.getpid()][0], os.getppid())

    def test_a_process_of_another_cgroup_is_not_there(self):
        listed = processes()
        own = Path("/proc/self/cgroup").read_text()
        for pid in listed.keys() - {os.getpid()}:
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                self.assertEqual(Path(f"/proc/{pid}/cgroup").read_text(), own)

    def test_memory_that_is_written_to_counts(self):
        before = private_bytes(os.getpid())
        block = bytearray(b"x") * (32 * MI)
        self.assertAlmostEqual(private_bytes(os.getpid()) - before, len(block), delta=4 * MI)

    def test_a_process_that_is_gone_holds_nothing(self):
        self.assertEqual(private_bytes(2**22 + 1), 0)
