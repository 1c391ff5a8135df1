"""Tests of the parts that need nothing but Python: `python3 -m unittest discover -s examples/dbt-workbench`."""

import sys
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(EXAMPLE), str(EXAMPLE / "app")]
