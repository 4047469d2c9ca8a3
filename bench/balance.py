"""How long a proof of balance takes, beside general solvers. `make bench`.

Each contender is a process of its own, from the file to a proved answer, on one thread; who has no proof within the
limit is timed out.
The others solve the XOR model of Aref, Mason and Wilson (2020) on the ties as they are: a vertex is a yes or no, and so
is whether a tie is out of line. Networks are looked for beside the project (`ACTORGRAPH_SHARED`), or in the folder given.

    bench/balance.py [FOLDER]
"""

import csv
import os
import sys
import time
from pathlib import Path

Ties = list[tuple[int, int, int]]
FAST, LARGE = 10.0, 60.0
"""Seconds that each has for a small network, and for the large one."""
RUNS = 5


def read(path: str) -> tuple[int, Ties]:
    """Vertices and ties of a file of source, target, sign: a pair is the sign of its sum."""
    at: dict[str, int] = {}
    total: dict[tuple[int, int], int] = {}
    with Path(path).open(encoding="utf-8", newline="") as source:
        rows = csv.reader(source)
        next(rows)
        for one, other, sign, *_ in rows:
            u, v = at.setdefault(one, len(at)), at.setdefault(other, len(at))
            if u != v:
                pair = (u, v) if u < v else (v, u)
                total[pair] = total.get(pair, 0) + int(sign)
    return len(at), [(u, v, 1 if sum_ > 0 else -1) for (u, v), sum_ in sorted(total.items()) if sum_]


def actorgraph(n: int, ties: Ties, limit: float) -> tuple[int, bool]:
    from actorgraph.balance.graph import Signed
    from actorgraph.balance.split import frustration

    split = frustration(Signed(n, tuple(ties)), seconds=limit)
    return split.upper, split.proved


def milp(n: int, ties: Ties, limit: float) -> tuple[int, bool]:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    least: list[int] = []
    for place, (u, v, sign) in enumerate(ties):
        for turn in (1, -1):
            columns += [u, v, n + place]
            values += [turn, -turn * sign, 1]
            rows += [len(least)] * 3
            least.append(0 if sign > 0 else (1 if turn > 0 else -1))
    # A positive tie is out of line by the difference of its ends, a negative one by how far their sum is from one.
    matrix = csr_array((values, (rows, columns)), shape=(len(least), n + len(ties)))
    upper = np.ones(n + len(ties))
    upper[0] = 0
    found = milp(
        np.concatenate([np.zeros(n), np.ones(len(ties))]),
        constraints=LinearConstraint(matrix, np.array(least), np.inf),
        integrality=np.ones(n + len(ties)),
        bounds=Bounds(0, upper),
        options={"time_limit": limit},
    )
    return (-1 if found.fun is None else round(found.fun)), found.status == 0


def rc2(n: int, ties: Ties, limit: float) -> tuple[int, bool]:
    from pysat.examples.rc2 import RC2
    from pysat.formula import WCNF

    formula = WCNF()
    for place, (u, v, sign) in enumerate(ties, n + 1):
        one, other = u + 1, sign * (v + 1)
        formula.append([-one, other, place])
        formula.append([one, -other, place])
        formula.append([-place], weight=1)
    with RC2(formula) as solver:
        solver.compute()
        return solver.cost, True


def cp_sat(n: int, ties: Ties, limit: float) -> tuple[int, bool]:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    side = [model.new_bool_var("") for _ in range(n)]
    out = [model.new_bool_var("") for _ in ties]
    for (u, v, sign), cost in zip(ties, out, strict=True):
        other = side[v] if sign > 0 else side[v].negated()
        model.add_bool_or([side[u].negated(), other, cost])
        model.add_bool_or([side[u], other.negated(), cost])
    model.add(side[0] == 0)
    model.minimize(sum(out))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = limit
    status = solver.solve(model)
    return round(solver.objective_value), status == cp_model.OPTIMAL


CONTENDERS = {"actorgraph": actorgraph, "scipy milp": milp, "MaxSAT RC2": rc2, "CP-SAT": cp_sat}


def run(name: str, path: Path, limit: float) -> tuple[float | None, str]:
    """Seconds of one whole process, None without a proof; and what it found."""
    import subprocess

    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    words = [sys.executable, __file__, "--run", name, str(path), str(limit)]
    begun = time.perf_counter()
    try:
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, ""
    took = time.perf_counter() - begun
    if done.returncode:
        return None, done.stderr.strip().rpartition("\n")[2]
    cost, proved = done.stdout.split()
    return (took if proved == "True" else None), cost


def compare(path: Path, limit: float) -> None:
    """One line: each contender's median, and how it stands to ours."""
    import statistics

    took: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    found: set[str] = set()
    late: set[str] = set()
    for turn in range(RUNS + 1):
        for name in CONTENDERS:
            if name in late:
                continue
            seconds, cost = run(name, path, limit)
            if seconds is None:
                late.add(name)
                if "Error" in cost:
                    print(f"{path.stem}: {name}: {cost}", file=sys.stderr)
            elif turn:  # the first fills the caches of the disk
                took[name].append(seconds)
                found.add(cost)
    medians = {name: statistics.median(times) for name, times in took.items() if times and name not in late}
    cells = [
        f"{medians[name]:10.3f} s" if name in medians else f"{'over ' + str(limit):>10} s"
        for name in CONTENDERS
    ]
    others = [value for name, value in medians.items() if name != "actorgraph"]
    ours = medians.get("actorgraph")
    ratio = f"{ours / min(others):8.2f}" if ours and others else "       -"
    print(f"{path.stem:14}{'/'.join(sorted(found)):>6}" + "".join(cells) + ratio, flush=True)


def main() -> None:
    """Print the table, or be one of the contenders."""
    if sys.argv[1:2] == ["--run"]:
        name, path, limit = sys.argv[2:5]
        print(*CONTENDERS[name](*read(path), float(limit)))
        return
    shared = os.environ.get("ACTORGRAPH_SHARED") or os.path.join(
        os.path.dirname(__file__), "..", "..", "shared"
    )
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(shared) / "data" / "signed"
    paths = [*sorted(folder.glob("cow_*.csv")), *folder.glob("bitcoinalpha.csv")]
    if not paths:
        sys.exit(f"no signed networks in {folder}: give their folder")
    print(f"{'':14}{'L':>6}" + "".join(f"{name:>12}" for name in CONTENDERS) + "  ours to the fastest other")
    for path in paths:
        compare(path, LARGE if path.stem == "bitcoinalpha" else FAST)


if __name__ == "__main__":
    main()
