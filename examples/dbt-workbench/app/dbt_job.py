"""One dbt-like job: parse a project into a manifest, run its models against the warehouse, print the outcome."""

import hashlib
import json
import sys
import time

import duckdb

NODES = 112_000  # a manifest of about 66 MiB as Python objects
MODELS = 5
MODEL_SECONDS = 0.16  # what the remote warehouse takes for a model


def parse(number):
    """The manifest: every node with its compiled text."""
    manifest = []
    for node in range(NODES):
        digest = hashlib.blake2b(f"{number}/{node}".encode(), digest_size=32).hexdigest()
        manifest.append((f"model.workbench.m{node}", digest * 6))
    return manifest


def main():
    number = int(sys.argv[1])
    manifest = parse(number)
    warehouse = duckdb.connect(config={"threads": 1, "memory_limit": "64MB"})
    rows = 0
    for model in range(MODELS):
        name, text = manifest[model * (NODES // MODELS)]
        rows += warehouse.execute("SELECT count(*) FROM range(?) AS t(i)", [len(name) + len(text)]).fetchone()[0]
        time.sleep(MODEL_SECONDS)
    print(json.dumps({"job": number, "nodes": len(manifest), "rows": rows}))


if __name__ == "__main__":
    main()
