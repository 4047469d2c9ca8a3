// What is chosen: it lives in the address fragment, so that a link or a bookmark brings it back.
const VIEWS = { picture: "Picture", matrix: "Grid", lanes: "Time", list: "List" };
const PLAIN = { view: $("map") ? "picture" : "list", families: FAMILIES, standing: "", type: "", kind: "", source: "", voice: "", on: "", actor: "", tie: "", compare: "", path: "" };
const FIRM = ["corroborated", "undisputed", "attributed"];
let choice = { ...PLAIN };

function read(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const found = { ...PLAIN };
  for (const key of Object.keys(PLAIN)) if (given.has(key)) found[key] = given.get(key);
  if (given.has("families")) found.families = FAMILIES.filter((name) => given.get("families").split(",").includes(name));
  if (!VIEWS[found.view]) found.view = PLAIN.view;
  if (found.on && !stops.includes(found.on)) found.on = "";
  if (!actorOf.has(found.actor)) found.actor = "";
  if (!tieOf.has(found.tie)) found.tie = "";
  for (const key of ["compare", "path"]) {
    const two = found[key].split(",");
    if (two.length !== 2 || two[0] === two[1] || !two.every((id) => actorOf.has(id))) found[key] = "";
  }
  return found;
}

function fragment() {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(choice)) {
    const told = key === "families" ? (value.length === FAMILIES.length ? "" : value.join(",") || "none") : value;
    if (told && told !== PLAIN[key]) given.set(key, told);
  }
  return given.toString();
}

// One change, then everything follows from what is chosen. Steps of the slider leave no trail in the history.
function choose(change, quiet = false) {
  choice = { ...choice, ...change };
  const address = `#${fragment()}`;
  if (address !== location.hash && !(address === "#" && !location.hash)) {
    history[quiet ? "replaceState" : "pushState"](null, "", address);
  }
  show();
}

const NOBODY = { actor: "", tie: "", compare: "", path: "" };

// A tie as the chosen voice and source have it; null where they do not speak of it.
function seen(tie) {
  const voice = choice.voice === "" ? "" : voices.findIndex(([id]) => id === choice.voice);
  const source = choice.source === "" ? "" : sources.findIndex((one) => one.id === choice.source);
  if (voice === "" && source === "") return tie;
  const held = tie.i.some((item) => (source === "" || item[0] === source) && (voice === "" || item[1] === voice));
  if (!held) return null;
  const other = tie.as || {};
  const key = [sources.length > 1 ? source : "", voices.length > 1 ? voice : ""];
  const found = other[`${key[1]}|${key[0]}`];
  return found === null ? null : found ? { ...tie, ...found } : tie;
}

// The answer to the chosen time: c, p, u, e or n; c where no time is chosen.
function answer(tie) {
  if (!choice.on) return "c";
  const at = stops.indexOf(choice.on);
  let found = "u";
  for (const moment of tie.on.split(",")) {
    if ((parseInt(moment, 10) || 0) > at) break;
    found = moment.slice(-1);
  }
  return found;
}

const ofKind = (actor, kind) => actor.of.includes(kind);

// By number: each tie that the filters leave, as it is seen, with its answer.
function selection() {
  const found = new Map();
  ties.forEach((tie, number) => {
    if (!choice.families.includes(tie.family)) return;
    if (choice.type && tie.t !== choice.type) return;
    if (choice.kind && !ofKind(actors[tie.a], choice.kind) && !ofKind(actors[tie.b], choice.kind)) return;
    const row = seen(tie);
    if (!row) return;
    if (choice.standing && !(choice.standing === "firm" ? FIRM.includes(row.s) : row.s === choice.standing)) return;
    found.set(number, { row, answer: answer(row) });
  });
  return found;
}

const holds = (one) => one.answer === "c" || one.answer === "p";

// The line that asks the program for the same.
function line() {
  const words = ["actorgraph list relations"];
  if (choice.families.length < FAMILIES.length) words.push(`--family ${choice.families.join(",") || "none"}`);
  for (const key of ["type", "kind", "source", "standing"]) if (choice[key]) words.push(`--${key} ${choice[key]}`);
  if (choice.voice) words.push(`--says ${choice.voice}`);
  if (choice.on) words.push(`--on ${choice.on}`);
  return words.join(" ") + data.command;
}
