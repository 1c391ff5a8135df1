import subprocess
import sys
import tempfile
import threading
import unittest

from learning.slots import Refused, Slots


class SlotsTest(unittest.TestCase):
    def setUp(self):
        self._directory = tempfile.TemporaryDirectory()
        self.addCleanup(self._directory.cleanup)

    def slots(self, count, queue=4, timeout=0.05):
        """A view of its own on the same slots, as another process has it."""
        return Slots(self._directory.name, "jobs", count, queue, timeout, poll=0.005)

    def test_as_many_hold_as_there_are_slots_and_no_more(self):
        with self.slots(2).hold(), self.slots(2).hold():
            with self.assertRaisesRegex(Refused, "no slot of 2"), self.slots(2).hold():
                self.fail("a third holder got in")

    def test_a_slot_given_back_can_be_taken(self):
        for _ in range(3):
            with self.slots(1).hold():
                pass

    def test_a_slot_is_given_back_when_its_holder_raises(self):
        with self.assertRaises(ZeroDivisionError), self.slots(1).hold():
            raise ZeroDivisionError
        with self.slots(1).hold():
            pass

    def test_a_caller_waits_for_the_slot(self):
        begun, got = threading.Event(), threading.Event()

        def wait():
            begun.set()
            with self.slots(1, timeout=30).hold():
                got.set()

        with self.slots(1).hold():
            waiting = threading.Thread(target=wait)
            waiting.start()
            begun.wait(10)
            self.assertFalse(got.is_set())
        waiting.join(10)
        self.assertTrue(got.is_set())

    def test_a_full_queue_refuses_at_once(self):
        with self.slots(1).hold(), self.assertRaisesRegex(Refused, "0 callers"):
            with self.slots(1, queue=0, timeout=3600).hold():
                self.fail("a second holder got in")

    def test_kinds_do_not_share_slots(self):
        with self.slots(1).hold(), Slots(self._directory.name, "reports", 1, 4, 0.05).hold():
            pass

    def test_a_child_keeps_the_slot_that_it_inherited(self):
        with self.slots(1).hold() as slot:
            child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=[slot])
        try:
            with self.assertRaises(Refused), self.slots(1).hold():
                self.fail("the slot was free while the child lived")
        finally:
            child.communicate(b"\n", timeout=30)
        with self.slots(1).hold():
            pass

    def test_a_killed_holder_leaves_the_slot_free(self):
        program = (
            "import sys; from learning.slots import Slots\n"
            "with Slots(sys.argv[1], 'jobs', 1, 4, 1).hold(): print('held', flush=True); input()"
        )
        environment = {"PYTHONPATH": ":".join(sys.path)}
        child = subprocess.Popen(
            [sys.executable, "-c", program, self._directory.name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
        )
        self.assertEqual(child.stdout.readline(), b"held\n")
        with self.assertRaises(Refused), self.slots(1).hold():
            self.fail("the slot was free while its holder lived")
        child.kill()
        child.communicate(timeout=30)
        with self.slots(1).hold():
            pass
