"""From the crossing of the hard line to the action, by the guard and by what else is used against leaks.

Everything is seen from outside: the crossing is the first reading of the cgroup above 93 %, every 4 ms or less; the action is
noted by the worker itself when it is told to end, or when it ends itself."""

import argparse
import bisect
import concurrent.futures
import functools
import math
import multiprocessing
import os
import random
import statistics
import sys
import threading
import time

from contenders import CONTENDERS, LIMIT, REQUEST_BYTES, Surprised

LINE = 0.93
REARMED = 0.91
PARKED = 0.80
JUMP = 0.16
TO_REACH_MS = 250
SENDERS = 4
LANES = 3
FILLED = 120 << 20
STEP = 512 << 10
SLOWLY = 15e6


class Crossings:
    """What became of each crossing: the seconds to the action, None where there was none before the kernel's; and the share of the limit
    in use at each action that came before the line."""

    def __init__(self):
        self.reactions, self.before, self.kills = [], [], 0

    def add(self, crossed, told, killed):
        """Of one time above the line: when workers were told, and when the kernel killed, since it began."""
        if told and (not killed or told[0] < killed[0]):
            self.reactions.append(told[0] - crossed)
        elif killed:
            self.reactions.append(None)

    def join(self, other):
        self.reactions += other.reactions
        self.before += other.before
        self.kills += other.kills
        return self

    def row(self, title):
        seen = sorted(1000 * reaction for reaction in self.reactions if reaction is not None)
        total = len(self.reactions)
        acted = f"{100 * len(seen) / total:.0f} %" if total else "-"
        middle = text(statistics.median(seen)) if seen else "-"
        last = "-"
        if seen:
            last = text(percentile(seen)) if len(seen) >= 100 else f"longest {text(seen[-1])}"
        before = f"{len(self.before)}, at {100 * statistics.median(self.before):.0f} %" if self.before else "0"
        return f"| {title} | {before} | {total} | {acted} | {middle} | {last} | {self.kills} |"

    def first(self):
        """What the machine still interprets: the first reaction of an agent."""
        return text(1000 * self.reactions[0]) if self.reactions and self.reactions[0] is not None else "-"

    def late(self):
        return sum(reaction is None or 1000 * reaction > TO_REACH_MS for reaction in self.reactions)

    def p99(self):
        """In milliseconds, endless where nothing was done."""
        all_of_them = sorted(math.inf if reaction is None else 1000 * reaction for reaction in self.reactions)
        return percentile(all_of_them) if all_of_them else math.inf


def percentile(ascending):
    return ascending[math.ceil(0.99 * len(ascending)) - 1]


def text(milliseconds):
    return f"{milliseconds:.0f} ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f} s"


def leak(server, mega_per_second, number):
    """One sender's share of a constant leak, in requests of differing size."""
    sizes = random.Random(number)
    due = time.monotonic()
    while True:
        server.keep(sizes.uniform(0, 2 * REQUEST_BYTES))
        due = max(due + SENDERS * REQUEST_BYTES / (mega_per_second * 1e6), time.monotonic() - 0.5)
        time.sleep(max(0, due - time.monotonic()))


def send(server, mega_per_second):
    for number in range(SENDERS):
        threading.Thread(target=leak, args=(server, mega_per_second, number), daemon=True).start()
    threading.Event().wait()


def under_leak(name, tools):
    """What a contender does while its server leaks."""
    server = CONTENDERS[name](tools)
    load = multiprocessing.get_context("fork").Process(target=send, args=(server, tools.leak), daemon=True)
    try:
        load.start()
        spans, killed, levels = observe(server, tools.seconds)
        if server.process.poll() is not None:
            print(f"{server.title}: the server ended early; its log is {server.log}", file=sys.stderr)
        return account(spans, server.told(), killed, levels)
    finally:
        load.kill()
        server.close()


def observe(server, seconds):
    """The times above the line as (begin, end), the kernel's kills, and every reading as (time, share)."""
    spans, killed, levels, kills, begun = [], [], [], 0, None
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.process.poll() is None:
        share, now, counted = server.share(), time.monotonic(), server.cgroup.oom_kills()
        levels.append((now, share))
        killed += [now] * (counted - kills)
        kills = counted
        if begun is None and share > LINE:
            begun = now
        elif begun is not None and share < REARMED:
            spans.append((begun, now))
            begun = None
        time.sleep(0.003)
    if begun is not None:
        spans.append((begun, time.monotonic()))
    return spans, killed, levels


def account(spans, told, killed, levels):
    result = Crossings()
    result.kills = len(killed)
    for begin, end in spans:
        result.add(begin, within(told, begin, end), within(killed, begin, end))
    for moment in told:
        if not any(begin <= moment <= end for begin, end in spans):
            reading = max(0, bisect.bisect(levels, (moment, 0)) - 1)
            result.before.append(levels[reading][1])
    return result


def within(moments, begin, end):
    return [moment for moment in moments if begin <= moment <= end]


def under_jumps(tools, trials):
    """The guard, taken by surprise: memory rests below the soft line, then one request crosses the hard line in one step."""
    server = Surprised(tools)
    result = Crossings()
    try:
        for _ in range(trials):
            before = len(server.told())
            park(server)
            if len(server.told()) > before:
                result.before.append(PARKED)
            else:
                jump(server, result)
        result.kills = server.cgroup.oom_kills()
        return result
    finally:
        server.close()


def park(server):
    """With all workers up and nothing growing, the limit is laid where memory is 80 % of it: the guard is calm."""
    server.cgroup.set_limit(LIMIT)
    server.lodge(0)
    server.agent.wait(server.complete, "the successor boots")
    while server.cgroup.unreclaimable() < FILLED:
        server.keep(STEP)
        time.sleep(STEP / SLOWLY)
    time.sleep(1)
    server.cgroup.set_limit(int(server.cgroup.unreclaimable() / PARKED))
    time.sleep(random.uniform(0.5, 0.7))


def jump(server, result):
    """One step over the line, and what the guard does about it within 10 s."""
    before = len(server.told())
    server.lodge(JUMP * server.cgroup.limit)
    deadline = time.monotonic() + 10
    crossed = None
    while len(server.told()) == before and time.monotonic() < deadline:
        if crossed is None and server.share() > LINE:
            crossed = time.monotonic()
        time.sleep(0.001)
    told = server.told()[before:]
    if crossed is None:
        result.before += [server.share()] * len(told)
    else:
        result.add(crossed, told, [deadline])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gunicorn", required=True)
    arguments.add_argument("--pm2", required=True)
    arguments.add_argument("--trials", type=int, default=140)
    arguments.add_argument("--seconds", type=float, default=150)
    arguments.add_argument("--leak", type=float, default=10, help="MB/s")
    arguments.add_argument("--only", action="append", choices=CONTENDERS)
    options = arguments.parse_args()
    chosen = options.only or list(CONTENDERS)
    rows, met = [], True
    with concurrent.futures.ProcessPoolExecutor(len(CONTENDERS)) as pool:
        if "plimsoll" in chosen:
            print(f"plimsoll: {options.trials} jumps over the line", file=sys.stderr)
            shares = [options.trials // LANES + (lane < options.trials % LANES) for lane in range(LANES)]
            lanes = [pool.submit(under_jumps, options, share) for share in shares]
            jumps = functools.reduce(Crossings.join, [lane.result() for lane in lanes], Crossings())
            rows.append(jumps.row(Surprised.title))
            print(f"the first of each server after {[first.result().first() for first in lanes]}; later than {TO_REACH_MS} ms "
                  f"{jumps.late()} of {len(jumps.reactions)}", file=sys.stderr)
            met = jumps.p99() <= TO_REACH_MS
        print(f"a leak of {options.leak:g} MB/s for {options.seconds:g} s: {', '.join(chosen)}", file=sys.stderr)
        results = [(name, pool.submit(under_leak, name, options)) for name in chosen]
        rows += [result.result().row(CONTENDERS[name].title) for name, result in results]
    print("| contender | acted before the line | crossings | acted before the kernel | crossing to action, p50 | p99 | OOM kills |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(rows))
    if not met:
        print(f"the guard's own p99 is above {TO_REACH_MS} ms, or no jump crossed the line", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
