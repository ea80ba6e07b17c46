"""Times a server's tiles over zoom 6 to 12: first cut, then from its cache.

  python3 Benchmarks/tiles.py http://127.0.0.1:8080 [SECONDS]

Prints a table a zoom: tiles with something in them, bytes as sent, milliseconds at the client on a
connection that stays open. Then as many requests as four connections bring in some seconds.
"""
import http.client, json, math, statistics, sys, threading, time
from urllib.parse import urlparse

address = urlparse(sys.argv[1])
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10
HEADERS = {"Accept-Encoding": "gzip"}


def connection():
    return http.client.HTTPConnection(address.hostname, address.port, timeout=60)


def get(link, path):
    link.request("GET", path, headers=HEADERS)
    answer = link.getresponse()
    body = answer.read()
    assert answer.status == 200, (path, answer.status)
    return body


def column_and_row(lon, lat, zoom):
    n = 2**zoom
    return int((lon / 360 + 0.5) * n), int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n)


link = connection()
setup = json.loads(get(link, "/map/setup.json"))
west, south, east, north = setup["bounds"]
for layer in setup["layers"]:  # each layer is made ready once, at its first tile
    get(link, f"/tiles/{layer['id']}/0/0/0.mvt")
paths, cut = [], {}
print("zoom  tiles  median kB  largest kB  median ms  95 % ms  largest ms")
for zoom in range(6, 13):
    x0, y0 = column_and_row(west, north, zoom)
    x1, y1 = column_and_row(east, south, zoom)
    every = max(1, (x1 - x0 + 1) * (y1 - y0 + 1) // 60)
    sizes, times = [], []
    for place in range(0, (x1 - x0 + 1) * (y1 - y0 + 1), every):
        x, y = x0 + place % (x1 - x0 + 1), y0 + place // (x1 - x0 + 1)
        for layer in setup["layers"]:
            path = f"/tiles/{layer['id']}/{zoom}/{x}/{y}.mvt"
            start = time.perf_counter()
            body = get(link, path)
            spent = (time.perf_counter() - start) * 1000
            if len(body) > 30:
                sizes.append((len(body), path))
                times.append(spent)
                paths.append(path)
    cut[zoom] = times
    times.sort()
    print(f"{zoom:4} {len(times):6} {statistics.median(s for s, _ in sizes) / 1000:10.1f}"
          f" {max(sizes)[0] / 1000:11.1f} {statistics.median(times):10.2f}"
          f" {times[int(len(times) * 0.95)]:8.2f} {times[-1]:11.2f}   {max(sizes)[1]}")
every = [spent for times in cut.values() for spent in times]
print(f"all zooms: {len(every)} tiles cut, median {statistics.median(every):.2f} ms")

asked = [0] * 4
until = time.perf_counter() + seconds


def ask(number):
    own, place = connection(), number
    while time.perf_counter() < until:
        get(own, paths[place % len(paths)])
        place += 4
        asked[number] += 1


threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"from the cache: {sum(asked) / seconds:.0f} tiles a second")
