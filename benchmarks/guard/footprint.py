"""What one agent costs: resident and private memory and processor time, beside gunicorn with 1, 8 and 64 workers, calm and in
watch, each in a process namespace of its own as in a pod. All run at the same time."""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time

from agent import Agent
from cgroup import Cgroup

HERE = os.path.dirname(os.path.abspath(__file__))
TICKS = os.sysconf("SC_CLK_TCK")
POLICY = "runtime=gunicorn\ndrain=PT35S\nsoftPercent=85\nhardPercent=93\n"


def child_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return int(file.read().split()[0])


class Pod:
    """A server and its agent in a process namespace of their own."""

    def __init__(self, gunicorn, workers, phase):
        self.workers, self.phase = workers, phase
        self.folder = tempfile.mkdtemp()
        self.cgroup = Cgroup(f"plimsoll-footprint-{os.getpid()}-{workers}-{phase}", 8 << 30)
        self.pause = subprocess.Popen(
            ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child", "sleep", "infinity"])
        time.sleep(0.3)
        self.first = child_of(self.pause.pid)
        self.inside = ["nsenter", "--target", str(self.first), "--pid", "--mount", "--"]
        self.server = subprocess.Popen(
            [*self.inside, gunicorn, "--bind", f"unix:{self.folder}/socket", "--chdir", HERE,
             "--workers", str(workers), "--worker-tmp-dir", self.folder, "app:application"],
            env={"PLIMSOLL_CONTAINER": "web", "PATH": os.environ["PATH"], "HOME": self.folder},
            preexec_fn=self.cgroup.enter, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.agent = Agent(self.folder, POLICY, "web", self.inside)
        self.java = child_of(self.agent.process.pid)
        self.agent.wait(lambda: self.agent.sample()["server"].get("workers") == workers, "gunicorn boots")

    def settle(self):
        """Parks memory below the soft line, or between soft and hard, where it is left alone."""
        share = {"calm": 0.25, "watch": 0.89}[self.phase]
        self.cgroup.set_limit(int(self.cgroup.unreclaimable() / share))
        self.agent.wait(lambda: self.agent.sample()["phase"] == self.phase, f"the phase is {self.phase}")
        self.agent.metrics()

    def cpu_seconds(self):
        with open(f"/proc/{self.java}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self):
        with open(f"/proc/{self.java}/smaps_rollup") as file:
            fields = {line.split(":")[0]: int(line.split()[1]) for line in file if ":" in line and "kB" in line}
        return fields["Rss"] / 1024, fields["Private_Dirty"] / 1024

    def close(self):
        self.agent.stop()
        self.server.terminate()
        # The namespace ends with its first process; unshare itself waits for that and heeds no signal.
        os.kill(self.first, signal.SIGKILL)
        self.pause.wait()
        self.cgroup.remove()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--gunicorn", required=True)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--workers", type=int, nargs="*", default=(1, 8, 64))
    arguments.add_argument("--phases", nargs="*", default=("calm", "watch"))
    options = arguments.parse_args()
    os.sync()
    pods = []
    try:
        for workers in options.workers:
            for phase in options.phases:
                print(f"starting {workers} workers, {phase}", file=sys.stderr)
                pods.append(Pod(options.gunicorn, workers, phase))
        for pod in pods:
            pod.settle()
        time.sleep(20)
        before = [pod.cpu_seconds() for pod in pods]
        begin = time.monotonic()
        print(f"measuring for {options.minutes} minutes", file=sys.stderr)
        time.sleep(options.minutes * 60)
        seconds = time.monotonic() - begin
        print("| workers | phase | RSS | private | of a core |\n|---|---|---|---|---|")
        for pod, cpu in zip(pods, before):
            rss, private = pod.memory()
            sample = pod.agent.sample()
            if sample["phase"] != pod.phase or sample["actions"]:
                raise SystemExit(f"{pod.workers} workers did not stay in {pod.phase}: {sample}")
            used = 100 * (pod.cpu_seconds() - cpu) / seconds
            print(f"| {pod.workers} | {pod.phase} | {rss:.1f} MiB | {private:.1f} MiB | {used:.2f} % |")
    finally:
        for pod in pods:
            pod.close()


if __name__ == "__main__":
    main()
