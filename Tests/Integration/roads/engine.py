"""A routing engine to test against: OSRM's interface before Valhalla, or one that misbehaves.

Usage: engine.py PORT osrm VALHALLA_PORT     OSRM's requests, answered by Valhalla
       engine.py PORT late | garbage | minutes | error
"""

import http.server
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

port, manner = int(sys.argv[1]), sys.argv[2]


def places(text):
    pairs = [pair.split(",") for pair in text.split(";")]
    return [{"lon": float(lon), "lat": float(lat)} for lon, lat in pairs]


def valhalla(service, body):
    body = {**body, "costing": "auto", "format": "osrm"}
    request = urllib.request.Request(
        f"http://127.0.0.1:{sys.argv[3]}/{service}", json.dumps(body).encode())
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read()


def osrm(path):
    parts = urllib.parse.urlsplit(path)
    query = dict(urllib.parse.parse_qsl(parts.query))
    _, service, version, profile, text = parts.path.split("/")
    assert (version, profile) == ("v1", "driving"), path
    at = places(text)
    if service == "route":
        assert query["geometries"] == "geojson" and query["overview"] == "full", query
        return valhalla("route", {"locations": at, "shape_format": "geojson"})
    assert service == "table" and query["annotations"] == "duration", path
    pick = lambda key: [at[int(number)] for number in query[key].split(";")]
    return valhalla(
        "sources_to_targets", {"sources": pick("sources"), "targets": pick("destinations")})


def answer(path, body):
    if manner == "osrm":
        return osrm(path)
    if manner == "late":
        time.sleep(5)
    if manner == "error":
        return 500, b"no"
    if manner == "minutes" and body:
        asked = json.loads(body)
        row = [{"time": 1.0} for _ in asked["targets"]]
        return 200, json.dumps({"sources_to_targets": [row for _ in asked["sources"]]}).encode()
    return 200, b"<html>Welcome</html>"


class Handler(http.server.BaseHTTPRequestHandler):
    def reply(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, content = answer(self.path, body)
        try:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        except BrokenPipeError:
            pass

    do_GET = do_POST = reply

    def log_message(self, *_):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
