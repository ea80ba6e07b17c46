// The search box and its list.
import { layerOf, search } from "./server.js";
import { text, wording } from "./texts.js";

const form = document.querySelector("#search");
const input = document.querySelector("#query");
const list = document.querySelector("#results");
let found = [];
let active = -1;
let asked = 0;
let choose = () => {};

function close() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
  active = -1;
}

function mark(place) {
  active = place;
  [...list.children].forEach((item, own) => item.setAttribute("aria-selected", `${own === place}`));
  if (found[place]) {
    input.setAttribute("aria-activedescendant", `result-${place}`);
    list.children[place].scrollIntoView({ block: "nearest" });
  }
}

function pick(place) {
  if (!found[place]) return;
  close();
  choose(found[place]);
}

function draw() {
  list.replaceChildren();
  found.forEach((item, place) => {
    const row = document.createElement("li");
    row.id = `result-${place}`;
    row.setAttribute("role", "option");
    const kind = document.createElement("small");
    kind.textContent = [wording(layerOf(item.layer)?.title), item.detail].filter(Boolean).join(" · ");
    row.append(item.name, kind);
    row.addEventListener("mousedown", (event) => { event.preventDefault(); pick(place); });
    list.append(row);
  });
  if (!found.length) {
    const row = document.createElement("li");
    row.className = "none";
    row.textContent = text("nothingFound");
    list.append(row);
  }
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  mark(found.length ? 0 : -1);
}

async function ask() {
  const query = input.value.trim();
  const own = ++asked;
  if (!query) return close();
  const answer = await search(query);
  // An answer to what was typed before comes too late.
  if (own !== asked) return;
  found = answer.results;
  draw();
}

export function startSearch(action) {
  choose = action;
  let pause = null;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.length) mark((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.blur();
      close();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    if (list.hidden || active < 0) await ask();
    pick(Math.max(active, 0));
  });
  input.addEventListener("blur", close);
}
