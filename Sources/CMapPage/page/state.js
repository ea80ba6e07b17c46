// What the page shows, kept in the address so that it can be shared.
const remembered = (key) => {
  try { return localStorage.getItem(key); } catch { return null; }
};

export const state = {
  language: remembered("language") || (navigator.language.startsWith("zh") ? "zh" : "en"),
  theme: remembered("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
  layers: new Set(["counties", "cells", "targets", "routes"]),
  unit: "day",
  step: -1,
  selected: null, // {layer, id}
  view: null, // [zoom, latitude, longitude]
};

export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (given.has("layers")) state.layers = new Set(given.get("layers").split(",").filter(Boolean));
  if (given.has("unit")) state.unit = given.get("unit") === "round" ? "round" : "day";
  if (given.has("lang")) state.language = given.get("lang");
  if (given.has("theme")) state.theme = given.get("theme") === "dark" ? "dark" : "light";
  if (given.has("map")) {
    const view = given.get("map").split("/").map(Number);
    if (view.length === 3 && view.every(Number.isFinite)) state.view = view;
  }
  if (given.has("of")) {
    const [layer, id] = given.get("of").split("/");
    if (Number.isInteger(Number(id))) state.selected = { layer, id: Number(id) };
  }
  return given.get("at");
}

export function writeAddress(at) {
  const parts = [
    state.view && `map=${state.view.join("/")}`,
    `layers=${[...state.layers].join(",")}`,
    state.unit === "round" && "unit=round",
    at && `at=${at}`,
    state.selected && `of=${state.selected.layer}/${state.selected.id}`,
    `lang=${state.language}`, `theme=${state.theme}`,
  ];
  history.replaceState(null, "", "#" + parts.filter(Boolean).join("&"));
}

export function remember(key, value) {
  try { localStorage.setItem(key, value); } catch { /* a private window keeps nothing */ }
}
