"""usage: duck.py FILE SQL

Runs SQL in duckdb with two threads and writes to FILE how many seconds it took, without the start of
Python, and the most memory held, in KiB.
"""
import resource
import sys
import time

import duckdb

connection = duckdb.connect(config={"threads": 2})
start = time.monotonic()
connection.execute(sys.argv[2])
seconds = time.monotonic() - start
with open(sys.argv[1], "w") as f:
    print(f"{seconds:.6f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=f)
