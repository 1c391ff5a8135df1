"""A process beside the workers in their container: takes as many bytes as each line of its input says, in one step; 0 gives all back."""

import mmap
import sys

held = []
for line in sys.stdin:
    count = int(line)
    if count:
        held.append(mmap.mmap(-1, count, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | mmap.MAP_POPULATE))
    while held and not count:
        held.pop().close()
