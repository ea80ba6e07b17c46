"""Reads every collection of a server by OWSLib and by hand: ogc.py URL WORKSPACE.gpkg."""

import json
import sqlite3
import sys
import urllib.parse
import urllib.request

from openapi_spec_validator import validate
from owslib.ogcapi.features import Features

url, workspace = sys.argv[1:]
failures = []


def expect(what, found, expected):
    if found != expected:
        failures.append(what)
        print(f"        {what}: found {found!r}, expected {expected!r}")


def get(address, accept="application/json"):
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def walk(address):
    """All features from one page on, by the links to the next."""
    features, pages = [], 0
    while address:
        page = get(address)
        expect(f"numberReturned of {address}", page["numberReturned"], len(page["features"]))
        features += page["features"]
        pages += 1
        address = next((l["href"] for l in page["links"] if l["rel"] == "next"), None)
    return features, pages, page["numberMatched"]


definition = get(f"{url}/api")
validate(definition)
expect("version of OpenAPI", definition["openapi"][:3], "3.0")

landing = get(f"{url}/")
rels = {link["rel"] for link in landing["links"]}
expect("links", {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} - rels, set())
for link in landing["links"]:
    with urllib.request.urlopen(link["href"], timeout=30) as answer:
        kind = answer.headers["Content-Type"].split(";")[0]
        expect(f"type of {link['href']}", kind, link["type"].split(";")[0])

server = Features(f"{url}/")
collections = server.collections()["collections"]
expect("conformance", any(c.endswith("/core") for c in server.conformance()["conformsTo"]), True)
database = sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)
tables = {"counties": "code", "townships": "code", "cells": "id", "sites": "id",
          "complaints": "id", "alerts": "id", "teams": "id", "visits": "id"}
for collection in collections:
    name = collection["id"]
    features, _, matched = walk(f"{url}/collections/{name}/items?limit=777")
    expect(f"{name}: matched", matched, len(features))
    ids = [f["id"] for f in features]
    expect(f"{name}: ids differ", len(set(ids)), len(ids))
    if name in tables:
        rows = database.execute(f"SELECT count(DISTINCT {tables[name]}) FROM {name}").fetchone()[0]
        expect(f"{name}: all of the workspace", len(features), rows)
        keys = {r[0] for r in database.execute(f"SELECT DISTINCT {tables[name]} FROM {name}")}
        expect(f"{name}: the same keys", {f["properties"][tables[name]] for f in features}, keys)
    answer = server.collection_items(name, limit=10)
    expect(f"{name}: OWSLib", [f["id"] for f in answer["features"]], ids[:10])
    if not features:
        continue
    one = server.collection_item(name, str(ids[-1]))
    expect(f"{name}: one by one", one["properties"], features[-1]["properties"])
    points = [f for f in features if f["geometry"] and f["geometry"]["type"] == "Point"]
    if points:
        x, y = points[len(points) // 2]["geometry"]["coordinates"]
        box = [x - 0.2, y - 0.15, x + 0.2, y + 0.15]
        inside = [f["id"] for f in points
                  if box[0] <= f["geometry"]["coordinates"][0] <= box[2]
                  and box[1] <= f["geometry"]["coordinates"][1] <= box[3]]
        found, _, _ = walk(f"{url}/collections/{name}/items?limit=50&bbox={','.join(map(str, box))}")
        expect(f"{name}: in a box", [f["id"] for f in found], inside)
    # A filter by a property gives what filtering here gives.
    key, value = next(((k, v) for k, v in features[0]["properties"].items()
                       if isinstance(v, str) and v), (None, None))
    if key:
        same = [f["id"] for f in features if f["properties"][key] == value]
        query = urllib.parse.urlencode({key: value, "limit": 500})
        found, _, _ = walk(f"{url}/collections/{name}/items?{query}")
        expect(f"{name}: {key}={value}", [f["id"] for f in found], same)

operations = [p for p in definition["paths"] if p.endswith("/items")]
expect("every collection is in the definition", len(operations), len(collections))
print(f"        {len(collections)} collections")
sys.exit(1 if failures else 0)
