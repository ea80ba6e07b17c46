// Asks the server; nothing else is ever asked.
async function ask(path) {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const setup = await ask("/map/setup.json");

export const layerOf = (id) => setup.layers.find((layer) => layer.id === id);
export const feature = (layer, id) => ask(`/map/features/${layer}/${id}`);
export const search = (query) => ask(`/search?q=${encodeURIComponent(query)}`);

/** Where a layer's tiles are, in a period if it has time. */
export function tiles(layer, period) {
  const query = new URLSearchParams({ v: layer.version });
  if (layer.isTimed && period) {
    query.set("from", period.from);
    query.set("to", period.to);
  }
  return `${location.origin}/tiles/${layer.id}/{z}/{x}/{y}.mvt?${query}`;
}
