"""The agent as its image runs it, beside a server."""

import json
import os
import subprocess
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = os.path.join(HERE, "..", "target", "agent")


class Agent:
    """One agent; it sees the processes of the namespace that it is started in."""

    def __init__(self, folder, policy, container, prefix=()):
        self.log = os.path.join(folder, "agent.log")
        with open(os.path.join(folder, "policy.properties"), "w") as file:
            file.write(policy)
        command = [
            *prefix,
            f"{BUILT}/java/bin/java",
            f"@{BUILT}/options",
            f"-XX:AOTCache={BUILT}/plimsoll.aot",
            "-jar", f"{BUILT}/plimsoll.jar",
            "--policy", os.path.join(folder, "policy.properties"),
            "--container", container,
            "--port", "0",
        ]
        environment = {"MALLOC_ARENA_MAX": "1", "PATH": os.environ["PATH"]}
        self.process = subprocess.Popen(command, env=environment, stdout=open(self.log, "w"), stderr=subprocess.STDOUT)
        self.port = self.wait(self.printed_port, "the agent serves")

    def printed_port(self):
        with open(self.log) as file:
            for line in file:
                if "serving samples on port" in line:
                    return int(line.split()[-1])
        return None

    def sample(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/sample", timeout=5) as answer:
            return json.load(answer)

    def metrics(self):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=5) as answer:
            return answer.read()

    def wait(self, condition, what, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            value = condition()
            if value:
                return value
            time.sleep(0.05)
        with open(self.log) as file:
            raise SystemExit(f"{what}: not within {seconds} s\n{file.read()}")

    def stop(self):
        self.process.terminate()
        self.process.wait()
