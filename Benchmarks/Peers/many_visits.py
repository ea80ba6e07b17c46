"""Gives a copy of the demo's workspace about a million visits: arguments WORKSPACE and COPY.

The visits of the three past rounds are repeated six times, each six weeks earlier than the time before,
and everything else is known from the beginning of the year.
"""

import pathlib
import shutil
import sqlite3
import sys
from datetime import datetime, timedelta

REPEATS = 6
WEEKS = 6


def earlier(moment, repeat):
    if moment is None:
        return None
    return (datetime.fromisoformat(moment) - timedelta(weeks=WEEKS * repeat)).isoformat()


def main():
    source, copy = map(pathlib.Path, sys.argv[1:])
    shutil.copytree(source, copy)
    for weights in copy.glob("weights*.csv"):
        weights.unlink()
    base = sqlite3.connect(copy / "workspace.gpkg")
    base.create_function("earlier", 2, earlier, deterministic=True)
    known = ["sites", "cells", "townships", "counties", "teams"]
    for name, table in base.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        # They keep the spatial index, by functions that are not here.
        if table in [*known, "visits"]:
            base.execute(f'DROP TRIGGER "{name}"')
    for table in known:
        base.execute(f"UPDATE {table} SET known_at = '2018-01-01T00:00:00+08:00'")
    columns = [row[1] for row in base.execute("PRAGMA table_info(visits)") if row[1] != "fid"]
    names = ", ".join(f'"{column}"' for column in columns)
    last = base.execute("SELECT max(fid) FROM visits").fetchone()[0]
    for repeat in range(1, REPEATS + 1):
        values = {"id": f"id || '-{repeat}'", "known_at": f"earlier(known_at, {repeat})",
                  "visited_at": f"earlier(visited_at, {repeat})"}
        taken = ", ".join(values.get(column, f'"{column}"') for column in columns)
        base.execute(f"INSERT INTO visits ({names}) SELECT {taken} FROM visits WHERE fid <= {last}")
    base.commit()
    print(base.execute("SELECT count(*) FROM visits").fetchone()[0], "visits", file=sys.stderr)


main()
