// The map's style, made anew from what the page shows; MapLibre applies what has changed.
import { byClass, byTeam, themeColours } from "./colours.js";
import { layerOf, setup, tiles } from "./server.js";
import { state } from "./state.js";

const fonts = ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"];

// From the ground up.
export const order = [
  "coverage", "areas", "density", "cells", "hotspots", "townships", "counties", "routes", "visits",
  "complaints", "sites", "alerts", "teams", "targets",
];

const selected = ["boolean", ["feature-state", "selected"], false];
const number = (key) => ["to-number", ["get", key], 0];
const count = ["to-number", ["get", "count"], 1];

const fill = (id, colour, opacity) => ({
  id, type: "fill", "source-layer": id, source: id,
  paint: { "fill-color": colour, "fill-opacity": opacity, "fill-antialias": false },
});

const line = (id, source, colour, width, more = {}) => ({
  id, type: "line", source, "source-layer": source,
  layout: { "line-join": "round", "line-cap": "round" },
  paint: { "line-color": colour, "line-width": width }, ...more,
});

/** A circle a point, larger where it stands for several. */
const circle = (id, colour, size, ring) => ({
  id, type: "circle", source: id, "source-layer": id,
  paint: {
    "circle-color": colour,
    "circle-opacity": 0.85,
    "circle-radius": ["case", selected, size + 4, [
      "interpolate", ["linear"], ["log10", count], 0, size, 4, size + 9]],
    "circle-stroke-color": ring,
    "circle-stroke-width": ["case", selected, 3, size > 4 ? 1.2 : 0.6],
  },
});

const label = (id, source, field, size, colours, more = {}) => ({
  id, type: "symbol", source, "source-layer": source,
  layout: {
    "text-field": ["to-string", ["get", field]], "text-font": fonts, "text-size": size,
    "text-padding": 3, "text-max-width": 8, ...more.layout,
  },
  paint: {
    "text-color": colours.text, "text-halo-color": colours.halo, "text-halo-width": 1.4,
    ...more.paint,
  },
  ...(more.minzoom ? { minzoom: more.minzoom } : {}),
});

/** The names of areas, which tiles have as points of their own. */
const names = (source, size, colours, minzoom) => ({
  ...label(`${source}-names`, source, "name", size, colours, { minzoom }),
  "source-layer": `${source}-names`,
});

const drawings = {
  coverage: (layer) => [fill("coverage", byClass(layer.style), 0.75)],
  areas: () => [fill("areas", byTeam(), 0.35)],
  density: (layer) => [fill("density", byClass(layer.style), 0.7)],
  cells: (layer, colours) => [
    fill("cells", byClass(layer.style), ["case", [">", number("hot"), 0], 0.75, 0.16]),
    line("cells-outline", "cells", colours.fine, 0.6, { minzoom: 9 }),
  ],
  hotspots: (layer) => [fill("hotspots", byClass(layer.style), 0.7)],
  townships: (layer, colours) => [
    line("townships", "townships", colours.fine, ["interpolate", ["linear"], ["zoom"], 6, 0.3, 12, 1.4]),
    names("townships", 11, colours, 9.5),
  ],
  counties: (layer, colours) => [
    line("counties", "counties", colours.border, ["interpolate", ["linear"], ["zoom"], 4, 0.4, 12, 2]),
    names("counties", 13, colours, 7),
  ],
  routes: () => [line("routes", "routes", byTeam(), ["interpolate", ["linear"], ["zoom"], 5, 0.8, 12, 3])],
  visits: (layer, colours) => [circle("visits", byClass(layer.style), 3.5, colours.ring)],
  complaints: (layer, colours) => [circle("complaints", byClass(layer.style), 4, colours.ring)],
  sites: (layer, colours) => [circle("sites", byClass(layer.style), 3, colours.ring)],
  alerts: (layer, colours) => [circle("alerts", byClass(layer.style), 4.5, colours.ring)],
  teams: (layer, colours) => [
    circle("teams", byTeam(), 6, colours.text),
    label("teams-label", "teams", "name", 12, colours, {
      minzoom: 8, layout: { "text-offset": [0, 1.2], "text-anchor": "top" },
    }),
  ],
  targets: (layer, colours) => [
    {
      ...circle("targets", byTeam(), 4, colours.ring),
      paint: {
        "circle-color": byTeam(),
        "circle-radius": ["interpolate", ["linear"], ["zoom"],
          5, ["case", selected, 7, 2.2], 9, ["case", selected, 11, 6], 12, ["case", selected, 15, 11]],
        "circle-stroke-color": ["case", selected, colours.text, "#ffffff"],
        "circle-stroke-width": ["case", selected, 3, 1.2],
      },
    },
    label("targets-number", "targets", "order", 12, colours, {
      minzoom: 9.5,
      layout: { "text-allow-overlap": true, "text-ignore-placement": true },
      paint: { "text-color": "#ffffff", "text-halo-width": 0 },
    }),
    label("targets-name", "targets", "name", 11, colours, {
      minzoom: 12, layout: { "text-offset": [0, 1.4], "text-anchor": "top" },
    }),
  ],
};

/** The style of what is shown now. */
export function style(period) {
  const colours = themeColours(state.theme);
  const shown = order.filter((id) => state.layers.has(id) && layerOf(id));
  const sources = {};
  const layers = [{ id: "ground", type: "background", paint: { "background-color": colours.ground } }];
  for (const id of shown) {
    const layer = layerOf(id);
    sources[id] = {
      type: "vector", tiles: [tiles(layer, period)], minzoom: 0, maxzoom: 14,
      ...(layer.bounds ? { bounds: layer.bounds } : {}),
    };
    layers.push(...drawings[id](layer, colours));
  }
  const labels = layers.filter((layer) => layer.type === "symbol");
  return {
    version: 8, name: "hotspot", sources,
    layers: [...layers.filter((layer) => layer.type !== "symbol"), ...labels],
  };
}

/** Layers of the map in which a click finds features, from above. */
export const clickable = () =>
  [...order].reverse().filter((id) => state.layers.has(id) && layerOf(id));

export const bounds = () => setup.bounds;
