"""Asks a server for what it should not give: access.py table|page|paths|malformed|slow URL TOKEN..."""

import json
import math
import os
import random
import re
import socket
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

manner, url, *tokens = sys.argv[1:]
place = urllib.parse.urlparse(url)
today = "2018-12-26"
failures = []


def expect(what, found, expected):
    if found != expected:
        failures.append(what)
        print(f"        {what}: found {found!r}, expected {expected!r}")


def get(path, token):
    request = urllib.request.Request(url + path, headers={"Authorization": f"Bearer {token}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def raw(data, token=None, timeout=10, chunk=None):
    """Sends bytes, gives back all that comes until the server closes or is silent."""
    with socket.create_connection((place.hostname, place.port), timeout=timeout) as connection:
        connection.settimeout(timeout)
        received = b""
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                received += part
        except OSError:
            pass
        return received


def all_items(layer, token):
    features, path = [], f"/collections/{layer}/items?limit=2000"
    while path:
        status, page = get(path, token)
        if status != 200:
            return status, features
        features += page["features"]
        following = next((l["href"] for l in page["links"] if l["rel"] == "next"), None)
        path = following and following[len(url):]
    return 200, features


# What each role may see of each layer: the table of docs/serving.md.
LAYERS = {
    "counties": "places", "townships": "places", "cells": "places", "sites": "evidence",
    "alerts": "evidence", "density": "evidence", "hotspots": "evidence",
    "complaints": "complaints", "teams": "teams", "areas": "teams", "coverage": "coverage",
    "visits": "visits", "targets": "targets", "routes": "targets"}
TABLE = {
    "places": dict(planner="all", team="all", analyst="all", auditor="all"),
    "evidence": dict(planner="all", team="masked", analyst="masked", auditor="masked"),
    "complaints": dict(planner="all", team="masked", analyst="masked", auditor="masked"),
    "teams": dict(planner="all", team="own", analyst="all", auditor="all"),
    "coverage": dict(planner="all", team="masked", analyst="masked", auditor="masked"),
    "visits": dict(planner="all", team="own", analyst="masked", auditor="masked"),
    "targets": dict(planner="all", team="own", analyst="past", auditor="past")}
TELEPHONE = re.compile(r"(?<![\d*])1[3-9]\d{9}(?!\d)|0\d{2,3}-\d{7,8}")


def table():
    roles = dict(zip(["planner", "team", "analyst", "auditor"], tokens))
    for role, token in roles.items():
        request = urllib.request.Request(
            f"{url}/audit/record.jsonl", headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status = answer.status
        except urllib.error.HTTPError as error:
            status = error.code
        expect(f"{role} asks for the record", status,
               200 if role in ("planner", "auditor") else 404)
    everything = {layer: all_items(layer, roles["planner"])[1] for layer in LAYERS}
    for layer, resource in LAYERS.items():
        full = everything[layer]
        expect(f"planner has {layer}", len(full) > 0, True)
        team_key = "id" if layer == "teams" else "team_id"
        for role, token in roles.items():
            what = f"{role} asks for {layer}"
            permission = TABLE[resource].get(role, "none")
            status, items = all_items(layer, token)
            if permission == "none":
                expect(what, status, 404)
                continue
            expect(what, status, 200)
            allowed = full
            if permission == "own":
                allowed = [f for f in full if f["properties"][team_key] == "140300-01"]
            if permission == "past":
                allowed = [f for f in full if f["properties"]["date"] < today]
            expect(f"{what}: rows", [f["id"] for f in items], [f["id"] for f in allowed])
            hidden = sorted({f["id"] for f in full} - {f["id"] for f in allowed})
            for identifier in hidden[:3] + hidden[-3:]:
                expect(f"{what}: hidden item", get(
                    f"/collections/{layer}/items/{identifier}", token)[0], 404)
            if permission == "all":
                expect(f"{what}: values", items, full)
                continue
            text = json.dumps([f["properties"] for f in items], ensure_ascii=False)
            expect(f"{what}: telephone numbers", TELEPHONE.findall(text)[:3], [])
            if layer == "complaints":
                words = {f["properties"]["text"] for f in items} - {None}
                expect(f"{what}: texts", words - {"***"}, set())
                said = next((f["properties"]["text"] for f in full if f["properties"]["text"]), None)
                if said:
                    query = urllib.parse.urlencode({"text": said})
                    expect(f"{what}: texts cannot be guessed", get(
                        f"/collections/complaints/items?{query}", token)[1]["numberMatched"], 0)
            if layer == "coverage":
                expect(f"{what}: plans", {f["properties"]["planned"] for f in items}, {None})
                expect(f"{what}: standing", "planned" in {
                    f["properties"]["standing"] for f in items}, False)


def may_see(full, layer, role):
    """The features of a layer that a role may see."""
    permission = TABLE[LAYERS[layer]].get(role, "none")
    team_key = "id" if layer == "teams" else "team_id"
    if permission == "own":
        return [f for f in full if f["properties"][team_key] == "140300-01"]
    if permission == "past":
        return [f for f in full if f["properties"]["date"] < today]
    return [] if permission == "none" else full


def ask(path, token):
    """Status and bytes; who asks too often waits, as the server wants."""
    request = urllib.request.Request(url + path, headers={"Authorization": f"Bearer {token}"})
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            if error.code != 429:
                return error.code, error.read()
        time.sleep(0.5)


def tile_span(bounds, zoom):
    """Columns and rows of the tiles that cover bounds in degrees."""
    def column(lon):
        return int((lon / 360 + 0.5) * 2**zoom)

    def row(lat):
        return int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * 2**zoom)

    west, south, east, north = bounds
    return [(x, y) for x in range(column(west), column(east) + 1)
            for y in range(row(north), row(south) + 1)]


def page():
    """The same table for what the map asks for: tiles, what a click tells, the search, the picture."""
    import mapbox_vector_tile
    roles = dict(zip(["planner", "team", "analyst", "auditor"], tokens))
    everything = {layer: all_items(layer, roles["planner"])[1] for layer in LAYERS}
    bounds = json.loads(ask("/map/setup.json", roles["planner"])[1])["bounds"]
    for role, token in roles.items():
        setup = {l["id"]: l for l in json.loads(ask("/map/setup.json", token)[1])["layers"]}
        for layer in LAYERS:
            what, full = f"{role}'s map of {layer}", everything[layer]
            permission = TABLE[LAYERS[layer]].get(role, "none")
            allowed = may_see(full, layer, role)
            expect(f"{what}: offered", layer in setup, permission != "none")
            if permission == "none":
                expect(f"{what}: tile", ask(f"/tiles/{layer}/8/209/97.mvt", token)[0], 404)
                continue
            expect(f"{what}: count", setup[layer]["count"], len(allowed))
            ids, words = set(), []
            for zoom in (6, 9):
                for x, y in tile_span(bounds, zoom):
                    status, raw = ask(f"/tiles/{layer}/{zoom}/{x}/{y}.mvt", token)
                    expect(f"{what}: tile", status, 200)
                    for feature in mapbox_vector_tile.decode(raw).get(layer, {}).get("features", []):
                        ids.add(feature["id"])
                        words += [v for v in feature["properties"].values() if isinstance(v, str)]
            expect(f"{what}: something is drawn", not allowed or len(ids) > 0, True)
            # A block of cells has the number of its first one, as a group of points has.
            expect(f"{what}: nothing else is drawn", ids - {f["id"] for f in allowed}, set())
            hidden = sorted({f["id"] for f in full} - {f["id"] for f in allowed})
            for identifier in hidden[:3] + hidden[-3:]:
                expect(f"{what}: a click on what is hidden",
                       ask(f"/map/features/{layer}/{identifier}", token)[0], 404)
            for feature in allowed[:20]:
                status, told = ask(f"/map/features/{layer}/{feature['id']}", token)
                expect(f"{what}: a click", status, 200)
                words.append(told.decode())
            if permission != "all":
                expect(f"{what}: telephone numbers",
                       [n for word in words for n in TELEPHONE.findall(word)][:3], [])
        everyone = [f["properties"]["team_id"] for f in everything["targets"]]
        other = next(t for t in everyone if t != "140300-01")
        found = json.loads(ask(f"/search?q={other}", token)[1])["results"]
        expect(f"{role} searches another team", any(r["layer"] == "teams" for r in found),
               TABLE["teams"][role] != "own")
        expect(f"{role} takes the picture", ask("/map.svg", token)[0], 200)


def paths():
    tried = [
        "/../hotspot.yaml", "/..%2fhotspot.yaml", "/%2e%2e/hotspot.yaml", "/%2e%2e%2fhotspot.yaml",
        "/collections/..%2f..%2fworkspace.gpkg", "/collections/%2e%2e/access/tokens.json",
        "/..\\hotspot.yaml", "/%5c..%5chotspot.yaml", "/collections/targets%00/items",
        "/collections/targets/items/1%00", "/collections/targets/items/..", "/./collections",
        "//collections", "/collections//items", "/%c0%ae%c0%ae/hotspot.yaml",
        "/%252e%252e/hotspot.yaml", "/.../hotspot.yaml", "/workspace.gpkg", "/access/tokens.json",
        "/access.jsonl", "/hotspot.yaml", "/plans/2018-12-24/targets.csv", "/file:///etc/passwd",
        "/collections/targets/items/-1", "/collections/targets/items/0",
        "/collections/targets/items/1e3", "/collections/targets/items/9999999999999999999999",
        "/" + "a" * 3000, "/" + "../" * 900, "/collections/" + "%2e" * 900]
    for path in tried:
        request = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\n"
        request += f"Authorization: Bearer {tokens[0]}\r\nConnection: close\r\n\r\n"
        answer = raw(request.encode())
        expect(path[:60], answer.split(b" ")[1:2] in ([b"404"], [b"400"], [b"414"]), True)
        expect(f"{path[:60]}: nothing of a file", b"root:" in answer or b"HMAC" in answer, False)
    for path in ["/" + "a" * 5000, "/" + "a" * 100_000]:
        answer = raw(f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
        status = answer.split(b" ")[1:2]
        expect(f"{len(path)} characters", status in ([b"400"], [b"414"], []), True)
    expect("still up", healthy(), True)


def healthy():
    with urllib.request.urlopen(f"{url}/healthz", timeout=10) as answer:
        return answer.read() == b"ok\n"


def malformed():
    chance = random.Random(20181224)
    good = (f"GET /collections/targets/items?limit=5 HTTP/1.1\r\nHost: {place.netloc}\r\n"
            f"Connection: close\r\n\r\n").encode()
    fixed = [
        b"", b"\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Header: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n", b"G\x00T / HTTP/1.1\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"CONNECT a:1 HTTP/1.1\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", bytes(range(256)) * 40]
    requests = list(fixed)
    while len(requests) < 1000:
        data = bytearray(good)
        for _ in range(chance.randint(1, 12)):
            spot = chance.randrange(len(data))
            act = chance.randrange(3)
            if act == 0:
                data[spot] = chance.randrange(256)
            elif act == 1:
                del data[spot:spot + chance.randint(1, 8)]
            else:
                data[spot:spot] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 8)))
            if not data:
                data = bytearray(b"G")
        requests.append(bytes(data))
    given = 0
    for request in requests:
        answer = raw(request, timeout=3)
        status = answer.split(b" ")[1:2]
        # Without a token only the health is told; none of these asks well for that.
        if status == [b"200"] or b'"FeatureCollection"' in answer:
            given += 1
            print("        given:", request[:80])
    expect("answers to malformed requests", given, 0)
    expect("still up", healthy(), True)


def slow():
    slowly, over = [], threading.Event()

    def drip(number):
        try:
            with socket.create_connection((place.hostname, place.port), timeout=30) as connection:
                head = f"GET /collections/complaints/items?limit=10000 HTTP/1.1\r\nHost: {place.netloc}\r\n"
                if number % 3 == 0:  # never ends its head
                    for byte in head.encode() + b"X: " + b"a" * 1000:
                        connection.send(bytes([byte]))
                        if over.wait(0.2):
                            return
                elif number % 3 == 1:  # sends a body, a byte now and then
                    connection.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9999\r\n\r\n")
                    while not over.wait(0.2):
                        connection.send(b"a")
                else:  # asks for much and reads little of it
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
                    connection.sendall(
                        (head + f"Authorization: Bearer {tokens[0]}\r\n\r\n").encode())
                    while not over.wait(0.2):
                        connection.recv(16)
        except OSError:
            pass

    for number in range(50):
        slowly.append(threading.Thread(target=drip, args=(number,), daemon=True))
        slowly[-1].start()
    time.sleep(1)
    for _ in range(20):
        status, _ = get("/collections/complaints/items?limit=10", tokens[0])
        expect("a normal client", status, 200)
    over.set()
    expect("still up", healthy(), True)


{"table": table, "page": page, "paths": paths, "malformed": malformed, "slow": slow}[manner]()
sys.exit(1 if failures else 0)
