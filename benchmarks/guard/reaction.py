"""From the crossing of the hard line to the arrival of the signal, both seen from outside the agent.

Memory is filled ever more slowly to 88 % of the limit and left there, so that the agent is calm and looks ten times a second:
its slowest. Then one request keeps enough to cross 93 %. The crossing is the first of this script's own readings, one every
millisecond or so, that is above; the arrival is noted by the worker's own signal handler."""

import argparse
import concurrent.futures
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from agent import Agent
from cgroup import Cgroup

HERE = os.path.dirname(os.path.abspath(__file__))
LIMIT = 192 << 20
HARD = 0.93
PARKED = 0.88
STEP = 0.065
POLICY = "runtime=gunicorn\ndrain=PT1S\nsoftPercent=92\nhardPercent=93\n"


class Lane:
    """A gunicorn with its agent, for one trial after the other."""

    def __init__(self, gunicorn, number):
        self.folder = tempfile.mkdtemp()
        self.signals = os.path.join(self.folder, "signals")
        open(self.signals, "w").close()
        self.name = f"reaction-{os.getpid()}-{number}"
        self.cgroup = Cgroup("plimsoll-" + self.name, LIMIT)
        self.server = subprocess.Popen(
            [gunicorn, "--config", f"{HERE}/gunicorn.conf.py", "--chdir", HERE, "--bind", "127.0.0.1:0",
             "--workers", "3", "--log-file", f"{self.folder}/log", "app:application"],
            env={"PLIMSOLL_CONTAINER": self.name, "SIGNALS": self.signals, "PATH": os.environ["PATH"]},
            preexec_fn=self.cgroup.enter)
        self.agent = Agent(self.folder, POLICY, self.name)
        self.agent.wait(lambda: self.agent.sample()["server"].get("workers") == 3, "gunicorn boots")
        self.port = self.agent.wait(self.listening, "gunicorn listens")

    def listening(self):
        with open(f"{self.folder}/log") as file:
            for line in file:
                if "Listening at: http://127.0.0.1:" in line:
                    return int(line.split("127.0.0.1:")[1].split()[0])
        return None

    def keep(self, count):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/?keep={int(count)}", timeout=20) as answer:
            return answer.read()

    def share(self):
        return self.cgroup.unreclaimable() / LIMIT

    def arrivals(self):
        with open(self.signals) as file:
            return [float(line.split()[1]) for line in file if line.endswith("\n")]

    def trial(self):
        """The reaction in seconds; None where a signal came before the line was crossed."""
        self.agent.wait(lambda: self.agent.sample()["server"].get("workers") == 3, "the successor boots")
        time.sleep(3)
        before = len(self.arrivals())
        while self.share() < PARKED and len(self.arrivals()) == before:
            missing = PARKED - self.share()
            self.keep(min(512 << 10, max(64 << 10, missing * LIMIT)))
            time.sleep(0.5 * (1 << 20) * 10 / (LIMIT * (HARD - self.share())))
        time.sleep(random.uniform(3, 3.2))
        if len(self.arrivals()) > before:
            return None
        request = threading.Thread(target=self.keep, args=(STEP * LIMIT,))
        request.start()
        while self.share() <= HARD:
            time.sleep(0.001)
        crossed = time.monotonic()
        self.agent.wait(lambda: len(self.arrivals()) > before, "the signal arrives", 30)
        request.join()
        return self.arrivals()[before] - crossed

    def close(self):
        self.agent.stop()
        self.server.terminate()
        self.server.wait()
        self.cgroup.remove()


def run_lane(gunicorn, number, trials):
    lane = Lane(gunicorn, number)
    try:
        reactions = [lane.trial() for _ in range(trials)]
        own = {line.split()[0]: float(line.split()[1]) for line in lane.agent.metrics().decode().splitlines()
               if line.startswith("plimsoll_agent_reaction_seconds_")}
        return reactions, lane.cgroup.oom_kills(), own
    finally:
        lane.close()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gunicorn", required=True)
    arguments.add_argument("--trials", type=int, default=100)
    arguments.add_argument("--lanes", type=int, default=2)
    options = arguments.parse_args()
    with concurrent.futures.ProcessPoolExecutor(options.lanes) as pool:
        lanes = [pool.submit(run_lane, options.gunicorn, number, options.trials // options.lanes)
                 for number in range(options.lanes)]
        results = [lane.result() for lane in lanes]
    reactions = [reaction for lane in results for reaction in lane[0]]
    kills = sum(lane[1] for lane in results)
    own = sum(lane[2]["plimsoll_agent_reaction_seconds_sum"] for lane in results)
    own /= max(1, sum(lane[2]["plimsoll_agent_reaction_seconds_count"] for lane in results))
    seen = sorted(1000 * reaction for reaction in reactions if reaction is not None)
    print(f"{len(reactions)} trials, {len(reactions) - len(seen)} signals before the line was crossed; "
          f"the agent's own mean is {1000 * own:.0f} ms", file=sys.stderr)
    print("| crossings | p50 | p99 | longest | OOM kills |\n|---|---|---|---|---|")
    p99 = seen[min(len(seen) - 1, int(0.99 * len(seen)))]
    print(f"| {len(seen)} | {statistics.median(seen):.0f} ms | {p99:.0f} ms | {seen[-1]:.0f} ms | {kills} |")


if __name__ == "__main__":
    main()
