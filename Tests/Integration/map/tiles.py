"""Reads all tiles of a zoom with mapbox-vector-tile and compares their features with the workspace."""
import gzip, json, math, sqlite3, sys, urllib.request
import mapbox_vector_tile

url, workspace = sys.argv[1:3]
ZOOM = 8
faults = []


def get(path):
    request = urllib.request.Request(url + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        body = answer.read()
        return gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body


def tile_of(lon, lat):
    n = 2**ZOOM
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n
    return int((lon / 360 + 0.5) * n), int(y)


setup = json.loads(get("/map/setup.json"))
rows = sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)
west, south, east, north = setup["bounds"]
x0, y0 = tile_of(west, north)
x1, y1 = tile_of(east, south)
largest = 0
for layer in setup["layers"]:
    ids, counted = set(), 0
    for x in range(x0, x1 + 1):
        for y in range(y0, y1 + 1):
            raw = get(f"/tiles/{layer['id']}/{ZOOM}/{x}/{y}.mvt")
            largest = max(largest, len(gzip.compress(raw, 4)))
            if not raw:
                continue
            tile = mapbox_vector_tile.decode(raw, default_options={"y_coord_down": True})
            extent = tile[layer["id"]]["extent"]
            for feature in tile[layer["id"]]["features"]:
                point = feature["geometry"]["coordinates"]
                isolated = feature["geometry"]["type"] == "Point"
                inside = not isolated or all(0 <= part < extent for part in point)
                ids.add(feature["id"])
                if inside:
                    counted += feature["properties"].get("count", 1)
    known = layer["count"]
    tables = {row[0] for row in rows.execute("select table_name from gpkg_contents")}
    if layer["id"] in tables and layer["id"] not in ("alerts",):
        key = "code" if layer["id"] in ("counties", "townships") else "id"
        stored = rows.execute(f'select count(distinct {key}) from "{layer["id"]}"').fetchone()[0]
        if stored != known:
            faults.append(f"{layer['id']}: {known} served, {stored} in the workspace")
    placed = counted if layer["kind"] == "point" else len(ids)
    print(f"        {layer['id']}: {placed} of {known}")
    # Points may lie outside of what is asked for, or have no place; areas and lines all have one.
    if placed > known or placed < 0.95 * known:
        faults.append(f"{layer['id']}: {placed} in the tiles, {known} served")
print(f"        largest tile {largest} bytes")
if largest > 150_000:
    faults.append(f"a tile has {largest} bytes")
print("\n".join(faults))
sys.exit(bool(faults))
