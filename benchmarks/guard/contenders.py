"""Who acts against a leak: each a real server of three workers (pm2: two) in a memory cgroup of its own, set up as its manual says
for 256 MiB. Where a line can be chosen, it is the guard's soft line of 85 %, shared by the workers."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from agent import Agent
from cgroup import Cgroup

HERE = os.path.dirname(os.path.abspath(__file__))
RIVALS = os.path.join(HERE, "rivals")
LIMIT = 256 << 20
SOFT_MEBI = 256 * 85 // 100
POLICY = "runtime=gunicorn\ndrain=PT5S\nsoftPercent=85\nhardPercent=93\n"
DATA_MEBI = 30
REQUEST_BYTES = 400_000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server that keeps memory on request; its workers note the moment at which each is told to end."""

    workers = 3
    data_mebi = DATA_MEBI

    def __init__(self, tools):
        self.tools = tools
        self.folder = tempfile.mkdtemp()
        self.signals = os.path.join(self.folder, "signals")
        open(self.signals, "w").close()
        self.port = free_port()
        self.name = f"reaction-{os.getpid()}"
        self.cgroup = Cgroup(f"plimsoll-{self.name}", LIMIT)
        environment = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "PM2_HOME": self.folder, "PORT": str(self.port),
            "SIGNALS": self.signals, "DATA_MEBI": str(self.data_mebi), "PLIMSOLL_CONTAINER": self.name,
            "WORKER_MEBI": str(SOFT_MEBI // self.workers), "PYTHONDONTWRITEBYTECODE": "1"}
        self.log = os.path.join(self.folder, "log")
        self.beside = []
        self.process = subprocess.Popen(
            self.command(), env=environment, preexec_fn=self.cgroup.enter, stdout=open(self.log, "w"),
            stderr=subprocess.STDOUT)
        try:
            self.answer()
            self.watch()
        except BaseException:
            self.close()
            raise

    def answer(self):
        deadline = time.monotonic() + 60
        while not self.keep(0):
            if time.monotonic() > deadline:
                raise SystemExit(f"{self.title} does not answer within a minute; its log is {self.log}")
            time.sleep(0.1)

    def watch(self):
        """Starts what acts from outside the server, if anything does."""

    def keep(self, count):
        """Whether a worker kept as many bytes more."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/?keep={int(count)}", timeout=10) as answer:
                return answer.status == 200
        except (OSError, http.client.HTTPException):
            return False

    def share(self):
        return self.cgroup.unreclaimable() / self.cgroup.limit

    def notes(self):
        """Which workers were told to end, and when in the clock's seconds."""
        with open(self.signals) as file:
            return {int(pid): float(moment) for pid, moment in (line.split() for line in file if line.endswith("\n"))}

    def told(self):
        """When workers were told to end, oldest first."""
        return sorted(self.notes().values())

    def close(self):
        for stop in self.beside:
            stop()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.cgroup.remove()


class Gunicorn(Server):
    options = ()

    def command(self):
        return [self.tools.gunicorn, "--config", f"{HERE}/gunicorn.conf.py", "--chdir", HERE, "--bind",
                f"127.0.0.1:{self.port}", "--workers", str(self.workers), *self.options, "app:application"]


class Plimsoll(Gunicorn):
    title = "plimsoll's agent, gunicorn"
    lodgers = 0

    def watch(self):
        self.agent = Agent(self.folder, POLICY, self.name)
        self.beside.append(self.agent.stop)
        self.agent.wait(self.complete, "gunicorn boots")

    def complete(self):
        """Whether every worker is up, and none on its way out."""
        members = set(self.cgroup.members())
        return (len(members) == 1 + self.workers + self.lodgers and members.isdisjoint(self.notes())
                and self.agent.sample()["server"].get("workers") == self.workers)


class Surprised(Plimsoll):
    """With a lodger that takes memory in one step: of a worker's steps the guard would learn, and act before the next."""

    title = "plimsoll's agent, gunicorn: jumps"
    lodgers = 1
    data_mebi = 0

    def watch(self):
        self.lodger = subprocess.Popen(
            [sys.executable, f"{HERE}/lodger.py"], stdin=subprocess.PIPE, text=True, preexec_fn=self.cgroup.enter,
            env={"PLIMSOLL_CONTAINER": self.name})
        self.beside.append(self.lodger.kill)
        super().watch()

    def lodge(self, count):
        self.lodger.stdin.write(f"{int(count)}\n")
        self.lodger.stdin.flush()


class MaxRequests(Gunicorn):
    """Tuned to this very leak: each worker ends when its mean leak has taken its share up to the soft line."""

    title = "gunicorn --max-requests"
    requests = ((SOFT_MEBI // 3 - DATA_MEBI - 17) << 20) // REQUEST_BYTES
    options = ("--max-requests", str(requests), "--max-requests-jitter", str(requests // 10))


class Poller(Gunicorn):
    """Looks every ten seconds, and ends the largest worker where usage is above the guard's hard line."""

    title = "poller of 10 s at 93 %"

    def watch(self):
        threading.Thread(target=self.poll, daemon=True).start()

    def poll(self):
        time.sleep(random.uniform(0, 10))
        while self.process.poll() is None:
            with open(self.cgroup.file("memory.usage_in_bytes", "memory.current")) as usage:
                used = int(usage.read())
            if used > 0.93 * self.cgroup.limit:
                workers = [pid for pid in self.cgroup.members() if pid != self.process.pid]
                os.kill(max(workers, key=resident_pages), signal.SIGTERM)
            time.sleep(10)


def resident_pages(pid):
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1])
    except OSError:
        return 0


class Uwsgi(Server):
    title = "uWSGI --reload-on-rss"

    def command(self):
        return ["uwsgi", "--plugin", "python3", "--master", "--die-on-term", "--http-socket", f"127.0.0.1:{self.port}",
                "--processes", str(self.workers), "--lazy-apps", "--reload-on-rss", str(SOFT_MEBI // self.workers),
                "--wsgi-file", f"{HERE}/app.py"]


class PumaWorkerKiller(Server):
    title = "puma_worker_killer"

    def command(self):
        return ["puma", "--config", f"{RIVALS}/puma.rb", "--bind", f"tcp://127.0.0.1:{self.port}", f"{RIVALS}/config.ru"]


class Pm2(Server):
    """pm2 itself takes the memory that would be the app's data elsewhere."""

    title = "pm2 max_memory_restart"
    workers = 2
    data_mebi = 0

    def command(self):
        return [self.tools.pm2, "start", f"{RIVALS}/pm2.config.js"]


CONTENDERS = {
    "plimsoll": Plimsoll,
    "max_requests": MaxRequests,
    "uwsgi": Uwsgi,
    "puma_worker_killer": PumaWorkerKiller,
    "pm2": Pm2,
    "poller": Poller,
}
