"""dbt-like jobs, each in a process of its own as dbt itself is, and no more of them than the container may hold."""

import json
import subprocess
import sys


class JobFailed(Exception):
    """The job's process ended badly; says how."""


class DbtManager:
    """Runs jobs within the slots it is given."""

    def __init__(self, slots):
        self._slots = slots

    def run(self, number):
        """Runs one job when a slot is free and returns what it printed; raises Refused or JobFailed."""
        with self._slots.hold() as slot:
            # The job inherits the slot: when its worker is killed, the job lives on and so does its claim.
            done = subprocess.run(
                [sys.executable, "-m", "dbt_job", str(number)], pass_fds=[slot], stdout=subprocess.PIPE, check=False
            )
        if done.returncode != 0:
            raise JobFailed(f"job {number} ended with {done.returncode}")
        return json.loads(done.stdout)
