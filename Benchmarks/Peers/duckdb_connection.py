"""DuckDB with its spatial extension, which PyPI ships as a file."""

import pathlib

import duckdb
import duckdb_extension_spatial


def connect():
    folder = pathlib.Path(duckdb_extension_spatial.__file__).parent
    extension = next(folder.glob("extensions/*/spatial.duckdb_extension"))
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    connection.execute(f"LOAD '{extension}'")
    return connection
