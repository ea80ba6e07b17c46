// The slider of days or rounds.
import { setup } from "./server.js";
import { state } from "./state.js";
import { text } from "./texts.js";

const slider = document.querySelector("#time");
const output = document.querySelector("#period");
const play = document.querySelector("#play");
let timer = null;
let change = () => {};

const steps = () => (state.unit === "round" ? setup.rounds : setup.days);
const keyOf = (step) => (state.unit === "round" ? `${step.number}` : step.date);

/** What is shown of layers with time: from a day to a day, both within. */
export function period() {
  const step = steps()[state.step];
  if (!step) return null;
  return state.unit === "round" ? { from: step.from, to: step.to } : { from: step.date, to: step.date };
}

export const timeKey = () => (steps()[state.step] ? keyOf(steps()[state.step]) : null);

export function drawTimeline() {
  const all = steps();
  slider.max = Math.max(0, all.length - 1);
  slider.value = state.step;
  const step = all[state.step];
  if (!step) { output.textContent = ""; return; }
  output.textContent = state.unit === "round"
    ? `${text("round", step.number)} ${step.from} – ${step.to.slice(5)}`
    : step.date + (step.isReleased ? "" : ` (${text("noPlan")})`);
  slider.setAttribute("aria-valuetext", output.textContent);
}

function go(step) {
  state.step = Math.min(Math.max(step, 0), steps().length - 1);
  drawTimeline();
  change();
}

/** Stays within the same days when the unit changes. */
function convert() {
  const now = period();
  state.unit = document.querySelector("#unit").value;
  const all = steps();
  const found = all.findIndex((step) =>
    state.unit === "round" ? step.from <= now?.to && now?.to <= step.to : step.date >= now?.to);
  go(found < 0 ? all.length - 1 : found);
}

function toggle() {
  if (timer) {
    clearInterval(timer);
    timer = null;
  } else {
    if (state.step >= steps().length - 1) go(0);
    timer = setInterval(() => {
      if (state.step >= steps().length - 1) toggle();
      else go(state.step + 1);
    }, 1200);
  }
  play.textContent = timer ? "❚❚" : "▶";
  play.dataset.label = timer ? "pause" : "play";
}

/** Today if it has a plan, else the first planned day of the last planned round. */
function firstShown(all) {
  if (state.unit === "round") return all.length - 1;
  const today = all.findIndex((step) => step.isReleased && step.date === setup.asOf.slice(0, 10));
  if (today >= 0) return today;
  const last = all.findLast((step) => step.isReleased)?.date;
  const round = setup.rounds.find((own) => own.from <= last && last <= own.to);
  const first = all.findIndex((step) => step.isReleased && (!round || step.date >= round.from));
  return first >= 0 ? first : all.length - 1;
}

export function startTimeline(at, action) {
  change = action;
  const all = steps();
  const given = all.findIndex((step) => keyOf(step) === at);
  state.step = given >= 0 ? given : firstShown(all);
  document.querySelector("#unit").value = state.unit;
  document.querySelector("#unit").addEventListener("change", convert);
  slider.addEventListener("input", () => go(Number(slider.value)));
  play.addEventListener("click", toggle);
  document.querySelector("#back").addEventListener("click", () => go(state.step - 1));
  document.querySelector("#forth").addEventListener("click", () => go(state.step + 1));
  drawTimeline();
}
