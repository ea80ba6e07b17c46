// Colours come with the layers from the server; here is how MapLibre is told of them.
import { setup } from "./server.js";

const themes = {
  light: {
    ground: "#f7f6f2", land: "#ffffff", text: "#1d2733", halo: "#ffffff", border: "#66707c",
    fine: "#b9bec6", ring: "#ffffff",
  },
  dark: {
    ground: "#101418", land: "#1a2026", text: "#e8edf2", halo: "#101418", border: "#8a96a3",
    fine: "#3c4650", ring: "#101418",
  },
};

export const themeColours = (theme) => themes[theme];

/** The colour of a feature's class, by the style of its layer. */
export function byClass(style) {
  const value = ["get", style.column];
  const others = style.classes.find((item) => item.values === "others")?.colour ?? "#9aa3ad";
  const ranges = style.classes.filter((item) => item.lower !== undefined);
  if (ranges.length) {
    const steps = [...ranges].sort((a, b) => a.lower - b.lower);
    const expression = ["step", ["to-number", value, 0], steps[0].colour];
    for (const item of steps.slice(1)) expression.push(item.lower, item.colour);
    return expression;
  }
  const cases = style.classes.filter((item) => item.values !== "others");
  if (!cases.length) return others;
  const expression = ["match", ["to-string", value]];
  for (const item of cases) expression.push(item.values, item.colour);
  expression.push(others);
  return expression;
}

/** The colour of a feature's team: that of paper and phone. */
export function byTeam() {
  if (!setup.teams.length) return "#0078d2";
  const expression = ["match", ["get", "team_id"]];
  for (const team of setup.teams) expression.push(team.id, team.colour);
  expression.push("#5b6670");
  return expression;
}
