import asyncio
import unittest

import load


def serving(answer):
    """A server on a free loopback port that sends every caller the same bytes; an async context manager."""

    async def handle(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    return asyncio.start_server(handle, "127.0.0.1", 0)


async def outcome_of(target, timeout=5):
    ledger = load.Ledger()
    await load.serve(load.Arrival(0.0, "page", 1), target, timeout, ledger)
    return {name: count for name, count in ledger.totals().items() if count}


class ArrivalsTest(unittest.TestCase):
    def test_the_same_seed_gives_the_same_arrivals(self):
        self.assertEqual(load.arrivals(7, 10, 60), load.arrivals(7, 10, 60))
        self.assertEqual(load.digest(load.arrivals(7, 10, 60)), load.digest(load.arrivals(7, 10, 60)))

    def test_another_seed_gives_other_arrivals(self):
        self.assertNotEqual(load.digest(load.arrivals(7, 10, 60)), load.digest(load.arrivals(8, 10, 60)))

    def test_a_longer_run_begins_with_the_shorter_one(self):
        short = load.arrivals(7, 10, 30)
        self.assertEqual(short, load.arrivals(7, 10, 60)[: len(short)])

    def test_arrivals_are_ordered_within_the_duration_and_at_the_rate(self):
        stream = load.arrivals(7, 20, 100)
        times = [arrival.at for arrival in stream]
        self.assertEqual(times, sorted(times))
        self.assertLess(times[-1], 100)
        self.assertAlmostEqual(len(stream) / 100, 20, delta=2)

    def test_every_kind_comes_about_as_often_as_it_should(self):
        stream = load.arrivals(7, 100, 200)
        for kind, thousandths in load.KINDS.items():
            share = sum(arrival.kind == kind for arrival in stream) / len(stream)
            self.assertAlmostEqual(share, thousandths / 1000, delta=0.01, msg=kind)


class OutcomeTest(unittest.IsolatedAsyncioTestCase):
    async def assert_outcome(self, answer, expected):
        server = await serving(answer)
        async with server:
            target = server.sockets[0].getsockname()[:2]
            self.assertEqual(await outcome_of(target), {expected: 1})

    async def test_200_is_answered(self):
        await self.assert_outcome(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "answered")

    async def test_503_is_refused(self):
        await self.assert_outcome(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", "refused")

    async def test_500_is_failed(self):
        await self.assert_outcome(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", "failed")

    async def test_an_answer_that_breaks_off_is_failed(self):
        await self.assert_outcome(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok", "failed")

    async def test_no_answer_at_all_is_failed(self):
        await self.assert_outcome(b"", "failed")

    async def test_a_refused_connection_is_failed(self):
        server = await serving(b"")
        target = server.sockets[0].getsockname()[:2]
        server.close()
        await server.wait_closed()
        self.assertEqual(await outcome_of(target), {"failed": 1})

    async def test_silence_is_timed_out(self):
        over = asyncio.Event()

        async def silent(reader, writer):
            await over.wait()
            writer.close()

        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        async with server:
            self.assertEqual(await outcome_of(server.sockets[0].getsockname()[:2], timeout=0.05), {"timedOut": 1})
            over.set()

    async def test_every_arrival_of_a_run_is_counted_once(self):
        server = await serving(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        async with server:
            host, port = server.sockets[0].getsockname()[:2]
            options = load.parse_options(["--seed", "3", "--rate", "100", "--duration", "1"])
            stream = load.arrivals(3, 100, 1)
            told = load.outcome(options, stream, await load.run(stream, (host, port), options))
        self.assertEqual(told["arrivals"], sum(told[name] for name in load.OUTCOMES))
        self.assertEqual(told["answered"], len(stream))
        self.assertEqual(told["arrivals"], sum(kind["answered"] for kind in told["kinds"].values()))


class LatencyTest(unittest.TestCase):
    def test_ranks_are_over_answered_arrivals_only(self):
        ledger = load.Ledger()
        for milliseconds in range(1, 101):
            ledger.add("page", "answered", milliseconds / 1000)
        ledger.add("page", "timedOut", 30.0)
        self.assertEqual(ledger.latency(["page"]), {"p50Ms": 51, "p99Ms": 100})

    def test_nothing_answered_has_no_latency(self):
        self.assertEqual(load.Ledger().latency(["page"]), {"p50Ms": None, "p99Ms": None})
