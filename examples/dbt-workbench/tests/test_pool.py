import itertools
import threading
import unittest

from learning.pool import ConnectionPool
from learning.slots import Refused


class ConnectionPoolTest(unittest.TestCase):
    def pool(self, size, timeout=0.05):
        numbers = itertools.count(1)
        return ConnectionPool(lambda: next(numbers), size, timeout)

    def test_connections_are_opened_on_demand_and_used_again(self):
        pool = self.pool(3)
        for _ in range(5):
            with pool.connection() as lent:
                self.assertEqual(lent, 1)
        self.assertEqual(pool.opened, 1)

    def test_each_borrower_has_a_connection_of_its_own(self):
        pool = self.pool(2)
        with pool.connection() as one, pool.connection() as two:
            self.assertNotEqual(one, two)
        self.assertEqual(pool.opened, 2)

    def test_no_more_than_its_size_are_lent(self):
        pool = self.pool(1)
        with pool.connection(), self.assertRaisesRegex(Refused, "no connection came free"), pool.connection():
            self.fail("a second connection was lent")

    def test_a_connection_comes_back_when_its_borrower_raises(self):
        pool = self.pool(1)
        with self.assertRaises(ZeroDivisionError), pool.connection():
            raise ZeroDivisionError
        with pool.connection():
            self.assertEqual(pool.opened, 1)

    def test_a_connection_that_cannot_be_opened_does_not_shrink_the_pool(self):
        attempts = iter([OSError("warehouse away"), None])

        def connect():
            if (failure := next(attempts)) is not None:
                raise failure
            return "open"

        pool = ConnectionPool(connect, 1, 0.05)
        with self.assertRaises(OSError), pool.connection():
            self.fail("a connection that was never opened was lent")
        with pool.connection() as lent:
            self.assertEqual(lent, "open")

    def test_a_borrower_waits_for_a_connection(self):
        pool = self.pool(1, timeout=30)
        got = []

        def borrow():
            with pool.connection() as lent:
                got.append(lent)

        with pool.connection():
            waiting = threading.Thread(target=borrow)
            waiting.start()
            self.assertEqual(got, [])
        waiting.join(10)
        self.assertEqual(got, [1])
