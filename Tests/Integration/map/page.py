"""Drives the map's page in headless Chromium: layers, counts, a target's reasons, slider, search."""
import sqlite3, sys, time
from playwright.sync_api import sync_playwright

url, workspace, shots = sys.argv[1:4]
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--use-gl=angle",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
    "--hide-scrollbars",
]
faults, foreign, said = [], [], []


def check(what, good, told=""):
    print(f"        {'ok' if good else 'NOT'} {what} {told}")
    if not good:
        faults.append(what)


def idle(page):
    page.evaluate("() => new Promise((done) => { const map = __hotspot.map;"
                  "map.once('idle', done); map.triggerRepaint(); })")


def opened(browser, path="", **options):
    page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="zh-CN", **options)
    page.on("console", lambda line: said.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: foreign.append(asked.url)
            if not asked.url.startswith((url, "blob:" + url, "data:")) else None)
    page.goto(url + "/map" + path)
    page.wait_for_function("() => window.__hotspot?.ready", timeout=60_000)
    return page


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
    everything = "counties,townships,cells,targets,routes,sites,complaints,teams,coverage"
    start = time.time()
    page = opened(browser, f"#layers={everything}")
    print(f"        idle with {everything} after {page.evaluate('__hotspot.idleAfter') / 1000:.2f} s")
    rows = sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)
    counts = page.evaluate("__hotspot.counts")
    for table in ("counties", "townships", "cells", "sites", "complaints", "teams"):
        # A record that came again is there twice, as of two moments.
        key = "code" if table in ("counties", "townships") else "id"
        stored = rows.execute(f"select count(distinct {key}) from {table}").fetchone()[0]
        check(f"{table}: as many as the workspace has", counts.get(table) == stored,
              f"{counts.get(table)} {stored}")
    drawn = page.evaluate("[...new Set(__hotspot.map.queryRenderedFeatures().map((f) => f.source))]")
    for layer in everything.split(","):
        if layer != "complaints":
            check(f"{layer} is drawn", layer in drawn)
    names = page.evaluate("""async () => {
      const map = __hotspot.map;
      map.jumpTo({ center: [114.5, 37], zoom: 8 });
      await new Promise((done) => map.once("idle", done));
      return map.queryRenderedFeatures({ layers: ["counties-names"] }).map((f) => f.properties.name);
    }""")
    check("counties have names, each once", names and len(names) == len(set(names)), str(names[:3]))
    page.close()

    page = opened(browser)
    page.screenshot(path=f"{shots}/map-light.png")
    place = page.evaluate("""async () => {
      const map = __hotspot.map, found = map.queryRenderedFeatures({ layers: ["targets"] })[0];
      map.jumpTo({ center: found.geometry.coordinates, zoom: 11 });
      await new Promise((done) => map.once("idle", done));
      const near = map.queryRenderedFeatures({ layers: ["targets"] }).find(
        (f) => { const p = map.project(f.geometry.coordinates); return p.x > 100 && p.x < 600 && p.y > 100 && p.y < 600; });
      const point = map.project(near.geometry.coordinates), box = map.getCanvas().getBoundingClientRect();
      return [box.left + point.x, box.top + point.y, near.properties.order];
    }""")
    page.mouse.click(place[0], place[1])
    page.wait_for_selector("#details:not([hidden]) .reasons li")
    reasons = page.locator("#details .reasons li").count()
    check("a click on a target shows its reasons", reasons > 0, str(reasons))
    check("and its chance", "%" in page.locator("#details").inner_text())
    idle(page)
    page.screenshot(path=f"{shots}/map-target.png")
    page.keyboard.press("Escape")
    check("Esc closes the panel", page.locator("#details").is_hidden())

    before = page.locator("#period").inner_text()
    page.locator("#time").focus()
    page.keyboard.press("ArrowLeft")
    after = page.locator("#period").inner_text()
    check("an arrow key moves the slider", before != after, f"{before} -> {after}")
    idle(page)
    page.select_option("#unit", "round")
    check("rounds", "轮" in page.locator("#period").inner_text(), page.locator("#period").inner_text())
    page.locator("#language").click()
    check("English", "Round" in page.locator("#period").inner_text())
    page.locator("#language").click()
    page.select_option("#unit", "day")

    name, code = rows.execute("select name, code from townships order by code limit 1 offset 40").fetchone()
    for words in (code, name):
        page.keyboard.press("Escape")
        page.locator("h1").click()
        page.keyboard.press("/")
        check("/ goes to the search", page.evaluate("document.activeElement.id") == "query")
        page.fill("#query", words)
        page.wait_for_selector("#results li[role=option]")
        page.keyboard.press("Enter")
        page.wait_for_selector("#details:not([hidden]) h2")
        check(f"search finds {words}", name in page.locator("#details").inner_text())
    check("the address can be shared", "of=townships" in page.url, page.url)
    page.close()

    page = opened(browser, "#layers=complaints,visits,alerts,density,hotspots,areas&unit=round&at=13")
    drawn = page.evaluate("[...new Set(__hotspot.map.queryRenderedFeatures().map((f) => f.source))]")
    for layer in ("complaints", "visits", "density", "hotspots", "areas"):
        check(f"{layer} is drawn in round 13", layer in drawn)
    page.close()
    page = opened(browser, "#theme=dark&lang=en&layers=counties,cells,complaints,targets,routes")
    page.screenshot(path=f"{shots}/map-dark.png")
    page.close()
    page = opened(browser, "#layers=coverage,counties,teams")
    page.screenshot(path=f"{shots}/map-coverage.png")
    page.close()
    page = browser.new_page(viewport={"width": 390, "height": 780}, locale="zh-CN", device_scale_factor=2)
    page.goto(url + "/map")
    page.wait_for_function("() => window.__hotspot?.ready", timeout=60_000)
    wide = page.evaluate("document.documentElement.scrollWidth")
    check("a phone's width holds the page", wide <= 390, str(wide))
    page.screenshot(path=f"{shots}/map-phone.png")
    page.close()
    check("no error in the console", not said, str(said[:5]))
    check("no request beyond the server", not foreign, str(foreign[:5]))
    browser.close()
print("        " + "; ".join(faults) if faults else "        all good")
sys.exit(bool(faults))
