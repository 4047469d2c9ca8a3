// What the page knows, as its maker wrote it down. Nothing of it is ever read as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const { actors, ties, sources, voices, types, stops } = data;
const FAMILIES = ["hostile", "cooperative", "belongs", "movement", "neutral"];
const SAID = { hostile: "hostile", cooperative: "cooperative", belongs: "belongs", movement: "movement", neutral: "without sign" };
const ANSWERS = { c: "certainly", p: "possibly", u: "not known", e: "ended", n: "not yet" };
const $ = (id) => document.getElementById(id);

// An element with attributes, handlers (`onclick`) and children; text stays text.
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  return fill(made, attributes, children);
}

function draw(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== "" && child !== null && child !== undefined));
  return made;
}

const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const stands = (row) => row.st || row.s;
// A name keeps its own direction whatever stands beside it.
const named = (actor) => make("bdi", {}, actor.name);
const letters = new Intl.Collator("en");
const byName = (one, other) => letters.compare(actors[one].name, actors[other].name) || one - other;

const actorOf = new Map(actors.map((actor, number) => [actor.id, number]));
const tieOf = new Map(ties.map((tie, number) => [tie.id, number]));
const around = actors.map(() => []);
const behind = new Map(); // by the number of a line: its ties
ties.forEach((tie, number) => {
  tie.pid = `${tie.id}@${tie.pid}`;
  tie.family = types[tie.t][1];
  tie.both = types[tie.t][2];
  around[tie.a].push(number);
  if (tie.b !== tie.a) around[tie.b].push(number);
  if (tie.n) behind.set(tie.n, [...(behind.get(tie.n) || []), number]);
});
