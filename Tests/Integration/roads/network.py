"""Writes a small road network as OpenStreetMap PBF, and settings for Valhalla to route on it.

Roads on a grid cover the townships of docs/examples; a piece of network inside is joined to nothing.
Usage: network.py FOLDER PORT
"""

import json
import pathlib
import sys

import osmium
from osmium.osm.mutable import Node, Way
from valhalla.config import get_config


class Network:
    def __init__(self, path):
        self.writer = osmium.SimpleWriter(str(path))
        self.nodes = 0
        self.ways = []

    def node(self, lon, lat):
        self.nodes += 1
        self.writer.add_node(Node(id=self.nodes, version=1, location=(lon, lat)))
        return self.nodes

    def grid(self, lon, lat, columns, rows, step, name):
        """Crossings `step` degrees apart, and a road along each row and column."""
        at = [[self.node(lon + step * i, lat + step * j) for j in range(rows)] for i in range(columns)]
        lines = at + [[at[i][j] for i in range(columns)] for j in range(rows)]
        self.ways += [(line, name) for line in lines]

    def close(self):
        for number, (line, name) in enumerate(self.ways, start=1):
            tags = {"highway": "tertiary", "name": f"{name} {number}"}
            self.writer.add_way(Way(id=number, version=1, nodes=line, tags=tags))
        self.writer.close()


folder, port = pathlib.Path(sys.argv[1]), int(sys.argv[2])
network = Network(folder / "network.osm.pbf")
network.grid(114.475, 37.975, 24, 14, 0.02, "road")
# Between two roads of the grid, with enough roads of its own to count as a network.
network.grid(114.5965, 38.1365, 8, 8, 0.002, "island")
network.close()

(folder / "tiles").mkdir(exist_ok=True)
settings = get_config(tile_extract="", tile_dir=str(folder / "tiles"))
settings["httpd"]["service"]["listen"] = f"tcp://127.0.0.1:{port}"
(folder / "valhalla.json").write_text(json.dumps(settings))
