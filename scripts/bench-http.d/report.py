"""Reads the runs that load.lua prints, and prints medians and ratios as a table."""

import sys
from collections import defaultdict
from statistics import median

runs = defaultdict(list)
for line in sys.stdin:
    _, side, call, *figures = line.split()
    runs[call, side].append([float(figure) for figure in figures])

print("| call | | requests/s | p50 ms | p99 ms | errors |")
print("|---|---|---|---|---|---|")
for call in ("POST", "GET"):
    name = {"POST": "`POST /orders`", "GET": "`GET /tasks/{id}`"}[call]
    medians = {}
    for side in ("orders", "celery"):
        columns = list(zip(*runs[call, side]))
        rate, p50, p99 = (median(column) for column in columns[:3])
        medians[side] = rate, p50, p99
        print(f"| {name} | {side} | {rate:.0f} | {p50:.1f} | {p99:.1f} | {sum(columns[3]):.0f} |")
    ratios = [ours / theirs if theirs else float("nan") for ours, theirs in zip(medians["orders"], medians["celery"])]
    print(f"| | orders ÷ celery | {ratios[0]:.1f} | {ratios[1]:.2f} | {ratios[2]:.2f} | |")
