// Puts the page together.
import { hideDetails, onDetailsClosed, redrawDetails, showDetails, showGroup } from "./details.js";
import { clickable, style } from "./drawing.js";
import { startSearch } from "./finding.js";
import { drawList } from "./list.js";
import { layerOf, setup, tiles } from "./server.js";
import { readAddress, remember, state, writeAddress } from "./state.js";
import { setLanguage, text } from "./texts.js";
import { drawTimeline, period, startTimeline, timeKey } from "./timeline.js";

const notice = document.querySelector("#notice");
const errors = [];
// What tests and whoever writes a page of their own can ask.
window.__hotspot = {
  ready: false, errors, state, setup,
  counts: Object.fromEntries(setup.layers.map((layer) => [layer.id, layer.count])),
};

function tell(message) {
  errors.push(message);
  notice.textContent = message;
  notice.hidden = false;
}

addEventListener("error", (event) => errors.push(event.message));
addEventListener("unhandledrejection", (event) => tell(`${event.reason}`));

const at = readAddress();
for (const id of [...state.layers]) if (!layerOf(id)) state.layers.delete(id);
setLanguage(state.language);
document.documentElement.dataset.theme = state.theme;
document.title = text("title");

let map;
startTimeline(at, () => {
  for (const id of clickable()) {
    const layer = layerOf(id);
    if (layer.isTimed) map?.getSource(id)?.setTiles([tiles(layer, period())]);
  }
  share();
});

const share = () => writeAddress(timeKey());

function redraw() {
  map?.setStyle(style(period()), { diff: true });
  share();
}

function startMap() {
  const box = setup.bounds ?? [73, 18, 135, 54];
  map = new maplibregl.Map({
    container: "map", style: style(period()),
    ...(state.view
      ? { zoom: state.view[0], center: [state.view[2], state.view[1]] }
      : { bounds: box, fitBoundsOptions: { padding: 20 } }),
    maxZoom: 17, dragRotate: false, pitchWithRotate: false, attributionControl: false,
    fadeDuration: 0, localIdeographFontFamily: "'Noto Sans CJK SC', sans-serif",
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "bottom-right");
  map.addControl(new maplibregl.ScaleControl({ unit: "metric" }), "bottom-left");
  map.on("error", (event) => tell(text("failed") + (event.error?.message ?? event.error)));
  map.on("moveend", () => {
    const centre = map.getCenter();
    state.view = [map.getZoom().toFixed(2), centre.lat.toFixed(5), centre.lng.toFixed(5)];
    share();
  });
  map.on("click", (event) => pick(event.point));
  map.on("mousemove", (event) => {
    map.getCanvas().style.cursor = found(event.point, 3) ? "pointer" : "";
  });
  map.once("idle", () => {
    window.__hotspot.ready = true;
    window.__hotspot.idleAfter = performance.now();
    if (state.selected) select(state.selected.layer, state.selected.id);
  });
  window.__hotspot.map = map;
  window.__hotspot.select = select;
}

/** The feature of the uppermost layer near a point of the screen. */
function found(point, reach) {
  const box = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]];
  for (const id of clickable()) {
    const layers = map.getStyle().layers.filter(
      (layer) => layer.source === id && layer.type !== "symbol" && layer.type !== "line" || layer.source === id && id === "routes");
    const names = layers.map((layer) => layer.id).filter((name) => map.getLayer(name));
    const features = names.length ? map.queryRenderedFeatures(box, { layers: names }) : [];
    if (features.length) return { layer: id, feature: features[0] };
  }
  return null;
}

function pick(point) {
  const hit = found(point, 5);
  if (!hit) return hideDetails();
  const properties = hit.feature.properties;
  if (properties.count > 1) {
    showGroup(hit.layer, properties);
  } else {
    select(hit.layer, hit.feature.id);
  }
}

function mark(isSelected) {
  const { layer, id } = state.selected ?? {};
  if (layer && map.getSource(layer)) {
    map.setFeatureState({ source: layer, sourceLayer: layer, id }, { selected: isSelected });
  }
}

async function select(layer, id) {
  mark(false);
  state.selected = { layer, id };
  mark(true);
  share();
  try {
    return await showDetails(layer, id);
  } catch (error) {
    tell(text("failed") + error.message);
  }
}

onDetailsClosed(() => { unmark(); share(); });
function unmark() {
  for (const id of clickable()) map.removeFeatureState({ source: id, sourceLayer: id });
}

async function go(result) {
  if (!state.layers.has(result.layer) && layerOf(result.layer)) {
    state.layers.add(result.layer);
    redraw();
    drawList(redraw);
  }
  if (result.bounds) map.fitBounds(result.bounds, { padding: 60, maxZoom: 14, duration: 0 });
  await select(result.layer, result.id);
}

startSearch(go);
drawList(redraw);

document.querySelector("#theme").addEventListener("click", () => {
  state.theme = state.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = state.theme;
  remember("theme", state.theme);
  redraw();
});
document.querySelector("#language").addEventListener("click", () => {
  state.language = state.language === "zh" ? "en" : "zh";
  remember("language", state.language);
  setLanguage(state.language);
  document.title = text("title");
  drawList(redraw);
  drawTimeline();
  redrawDetails();
  share();
});
const toggle = document.querySelector("#layers-toggle");
function showList(isShown) {
  document.body.classList.toggle("no-list", !isShown);
  toggle.setAttribute("aria-expanded", `${isShown}`);
}
toggle.addEventListener("click", () => showList(document.body.classList.contains("no-list")));
showList(innerWidth > 700);

addEventListener("keydown", (event) => {
  const isTyping = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.key === "Escape") hideDetails();
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    document.querySelector("#query").focus();
  }
});

if (document.createElement("canvas").getContext("webgl2")) startMap();
else tell(text("noWebGL"));
