"""Reads what `hotspot route` and `hotspot export` gave with other programs' eyes.

    validate.py kml FILE...     against the OGC's schema, as fastkml brings it: valid or invalid
    validate.py gpx FILE...     by gpxpy: waypoints, routes and points of routes
    validate.py places A B      that the n-th positions of a GPX and a KML file are the same
    validate.py html FILE...    that a page names no place to load anything from
"""

import html.parser
import re
import sys

KML = "{http://www.opengis.net/kml/2.2}"


def kml(path):
    from fastkml.validator import validate

    try:
        return "valid" if validate(file_to_validate=path) else "invalid"
    except Exception as error:  # fastkml raises lxml's own on what does not fit
        return "invalid: " + str(error).splitlines()[0][:200]


def gpx(path):
    import gpxpy

    with open(path, encoding="utf-8") as file:
        document = gpxpy.parse(file)
    points = sum(len(route.points) for route in document.routes)
    return f"{len(document.waypoints)} {len(document.routes)} {points}"


def places(gpx_path, kml_path):
    import gpxpy
    from lxml import etree

    with open(gpx_path, encoding="utf-8") as file:
        first = [(p.longitude, p.latitude) for p in gpxpy.parse(file).waypoints]
    points = etree.parse(kml_path).iter(KML + "Point")
    second = [
        tuple(float(part) for part in point.find(KML + "coordinates").text.split(","))
        for point in points
    ]
    return "same" if first and first == second else f"different: {first[:1]} {second[:1]}"


class Page(html.parser.HTMLParser):
    """Collects whatever a browser would load, and links that lead elsewhere."""

    loading = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest"}
    links = ("#", "https://uri.amap.com/navigation?", "amapuri://route/plan/?", "iosamap://path?")

    def __init__(self):
        super().__init__()
        self.faults = []
        self.navigations = 0
        self.policy = ""

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            value = value or ""
            if name == "http-equiv" and value == "Content-Security-Policy":
                self.policy = dict(attributes).get("content", "")
            if name in self.loading or name.startswith("on"):
                self.faults.append(f"{tag} {name}")
            if name in ("href", "xlink:href"):
                self.navigations += value.startswith(self.links[1])
                if tag != "a" or not value.startswith(self.links):
                    self.faults.append(f"{tag} {name} {value[:40]}")
        if tag in ("link", "img", "iframe", "object", "embed", "base", "video", "audio"):
            self.faults.append(tag)


def page(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    found = Page()
    found.feed(text)
    for address in re.findall(r"(?i)https?://[^\s\"'<>)]*", text):
        if not address.startswith(Page.links[1]):
            found.faults.append(address[:60])
    if re.search(r"@import|url\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon", text):
        found.faults.append("loads something")
    if not found.policy.startswith("default-src 'none'"):
        found.faults.append("no policy")
    return f"{found.navigations} links" if not found.faults else "faults: " + "; ".join(found.faults)


def main():
    what, paths = sys.argv[1], sys.argv[2:]
    if what == "places":
        print(places(*paths))
        return
    look = {"kml": kml, "gpx": gpx, "html": page}[what]
    for path in paths:
        print(look(path))


main()
