"""usage: polars_csv.py FILE CSV TSV

Turns CSV into TSV with polars (two threads) and writes to FILE how many seconds it took, without the start
of Python, and the most memory held, in KiB.
"""
import os
import resource
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "2"
import polars  # noqa: E402

start = time.monotonic()
polars.read_csv(sys.argv[2], infer_schema=False).write_csv(sys.argv[3], separator="\t")
seconds = time.monotonic() - start
with open(sys.argv[1], "w") as f:
    print(f"{seconds:.6f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=f)
