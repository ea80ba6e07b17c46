// The panel of what was clicked: for a target, why it was chosen.
import { feature, layerOf } from "./server.js";
import { state } from "./state.js";
import { currentLanguage, text, wording } from "./texts.js";

const panel = document.querySelector("#details");
let before = null;

function element(name, content, className) {
  const made = document.createElement(name);
  if (content !== undefined) made.textContent = content;
  if (className) made.className = className;
  return made;
}

function rows(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(element("dt", name), element("dd", String(value)));
  }
  return list;
}

const percent = (value) => (value === null || value === undefined ? null : `${(value * 100).toFixed(1)} %`);
const time = (moment) => moment?.slice(0, 16).replace("T", " ");

/** Reasons with what supports each: both lists are in the same order. */
function reasons(values) {
  const own = currentLanguage();
  const texts = (values[`reasons_${own}`] ?? "").split(/[;；]\s*/).filter(Boolean);
  const sources = (values.evidence ?? "").split(/;\s*/).filter(Boolean);
  const list = element("ol", undefined, "reasons");
  texts.forEach((reason, place) => {
    const item = element("li", reason);
    if (sources[place]) item.append(element("small", sources[place]));
    list.append(item);
  });
  return list;
}

function why(told) {
  const values = told.values;
  const own = currentLanguage();
  const visit = told.lastVisit;
  const last = visit ? `${time(visit.at)} ${wording(visit.outcome)}` : text("neverVisited");
  const team = element("p", `${values.team ?? ""} · ${values.date} · ${text("stop", values.order)}`, "team");
  if (told.colour) team.style.borderColor = told.colour;
  return [
    element("h2", values.name), team,
    element("h3", text("why")),
    element("p", values[`why_${own}`] ?? "", "lead"),
    rows([[text("chance"), percent(values.chance)], [text("inclusion"), percent(values.inclusion_probability)]]),
    element("h3", text("reasons")), reasons(values),
    rows([
      [text("lastVisit"), last], [text("nearby"), values.nearby], [text("arrival"), time(values.arrival)],
      [text("place"), [values.county, values.township, values.cell_id].filter(Boolean).join(" ")],
    ]),
  ];
}

function plain(told) {
  const heading = told.values.name ?? told.values.id ?? told.values.code ?? `${told.id}`;
  return [
    element("h2", heading), element("p", wording(layerOf(told.layer)?.title), "team"),
    rows(told.fields.map((field) => [wording(field.heading), told.values[field.key]])),
  ];
}

function show(content) {
  const close = element("button", "✕", "close");
  close.type = "button";
  close.title = text("close");
  close.setAttribute("aria-label", text("close"));
  close.addEventListener("click", hideDetails);
  panel.replaceChildren(close, ...content);
  if (panel.hidden) before = document.activeElement;
  panel.hidden = false;
  panel.scrollTop = 0;
}

let told = null;
let listener = () => {};
export const onDetailsClosed = (action) => { listener = action; };

/** Shows a feature; answers with what the server told of it. */
export async function showDetails(layer, id) {
  told = await feature(layer, id);
  redrawDetails();
  panel.focus({ preventScroll: true });
  return told;
}

export function redrawDetails() {
  if (told) show(told.layer === "targets" ? why(told) : plain(told));
}

/** Tells of several points that are drawn as one. */
export function showGroup(layer, properties) {
  told = null;
  const style = layerOf(layer)?.style;
  const marked = style?.marked ? [[wording(style.marked), properties.marked]] : [];
  show([
    element("h2", wording(layerOf(layer)?.title)), element("p", text("several", properties.count)),
    rows(marked),
  ]);
}

export function hideDetails() {
  if (panel.hidden) return;
  panel.hidden = true;
  told = null;
  state.selected = null;
  listener();
  before?.focus?.();
}
