// The list of layers, which is the legend too.
import { order } from "./drawing.js";
import { layerOf, setup } from "./server.js";
import { state } from "./state.js";
import { text, wording } from "./texts.js";

const list = document.querySelector("#layers");
const ofTeams = ["targets", "routes", "teams", "areas"]; // drawn in the teams' colours

function swatch(colour, name, kind) {
  const item = document.createElement("li");
  const mark = document.createElement("span");
  mark.className = `swatch ${kind}`;
  mark.style.background = colour;
  item.append(mark, name);
  return item;
}

function legend(layer) {
  const items = document.createElement("ul");
  for (const item of layer.style?.classes ?? []) {
    if (item.isHidden) continue;
    items.append(swatch(item.colour, wording(item), layer.kind));
  }
  return items;
}

function entry(layer, change) {
  const block = document.createElement("div");
  const name = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.id = `layer-${layer.id}`;
  box.checked = state.layers.has(layer.id);
  box.addEventListener("change", () => {
    if (box.checked) state.layers.add(layer.id);
    else state.layers.delete(layer.id);
    change();
    drawList(change);
    document.querySelector(`#layer-${layer.id}`).focus();
  });
  const count = document.createElement("small");
  count.textContent = layer.count.toLocaleString();
  name.append(box, wording(layer.title), count);
  block.append(name);
  if (box.checked && layer.style) block.append(legend(layer));
  if (box.checked && ofTeams.includes(layer.id)) {
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = text("ofTeams");
    block.append(note);
  }
  return block;
}

export function drawList(change) {
  list.replaceChildren();
  for (const id of [...order].reverse()) {
    const layer = layerOf(id);
    if (layer) list.append(entry(layer, change));
  }
  if (setup.isSynthetic) {
    const note = document.createElement("p");
    note.className = "note";
    note.textContent = text("synthetic");
    list.append(note);
  }
}
