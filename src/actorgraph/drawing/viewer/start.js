// Everything on the page follows from what is chosen.
function show() {
  const found = selection();
  for (const id of Object.keys(VIEWS)) $(id).hidden = id !== choice.view;
  $("zoom").hidden = choice.view !== "picture";
  for (const button of $("views").children) button.setAttribute("aria-pressed", button.dataset.view === choice.view);
  for (const button of $("families").children) button.setAttribute("aria-pressed", choice.families.includes(button.dataset.family));
  const on = CHOICES.filter(([key]) => choice[key]);
  $("filtered").textContent = on.length ? `(${on.length})` : "";
  for (const [key] of CHOICES) if ($(`by-${key}`)) $(`by-${key}`).value = choice[key];
  showPicture(found);
  if (choice.view === "matrix") showMatrix(found);
  if (choice.view === "lanes") showLanes(found);
  if (choice.view === "list") showList(found);
  showPanel(found);
  showTime();
  showStatus(found);
  if (choice.actor && choice.actor !== show.last) inSight(actorOf.get(choice.actor));
  show.last = choice.actor;
}

function showStatus(found) {
  const tally = { c: 0, p: 0, u: 0, e: 0, n: 0 };
  for (const one of found.values()) tally[one.answer] += 1;
  const of = `${found.size} of ${counted(ties.length, "tie")}`;
  const split = Object.entries(tally).filter(([, number]) => number).map(([code, number]) => `${number} ${ANSWERS[code]}`);
  $("status").textContent = choice.on ? `${of}. On ${choice.on}: ${split.join(", ")}.` : `${of}.`;
  $("line").replaceChildren(make("code", {}, line()));
}

const CHOICES = [["standing", "Standing"], ["type", "Type of tie"], ["kind", "Kind of actor"], ["voice", "Voice"], ["source", "Source"]];

function setUpChoices() {
  for (const [view, told] of Object.entries(VIEWS)) {
    if (view === "picture" && !map) continue;
    $("views").append(make("button", { type: "button", "data-view": view, onclick: () => choose({ view }) }, told));
  }
  const used = new Set(ties.map((tie) => tie.family));
  for (const family of FAMILIES.filter((name) => used.has(name))) {
    const flip = () => choose({ families: FAMILIES.filter((name) => choice.families.includes(name) !== (name === family)) });
    $("families").append(make("button", { type: "button", "data-family": family, class: `f-${family}`, onclick: flip }, SAID[family]));
  }
  const standings = [...new Set(ties.flatMap((tie) => [tie.s, ...Object.values(tie.as || {}).map((one) => one?.s)]))].filter(Boolean).sort();
  const options = {
    standing: [["firm", "firm in the sources"], ...standings.map((name) => [name, name])],
    type: Object.entries(types).map(([name, [noun]]) => [name, noun]).sort((a, b) => (a[1] < b[1] ? -1 : 1)),
    kind: data.kinds.map((name) => [name, name.replace(/-/g, " ")]),
    voice: [...voices].sort((a, b) => (a[1] < b[1] ? -1 : 1)),
    source: sources.map((one) => [one.id, one.ref]),
  };
  for (const [key, told] of CHOICES) {
    const select = make("select", { id: `by-${key}`, onchange: () => choose({ [key]: select.value }) },
      make("option", { value: "" }, "any"), options[key].map(([value, said]) => make("option", { value }, said.slice(0, 120))));
    $("filters").append(make("label", {}, told, select));
  }
  $("filters").append(make("button", { type: "button", onclick: () => choose({ families: FAMILIES, standing: "", type: "", kind: "", voice: "", source: "", on: "" }) }, "Clear filters"));
}

// The finder: typing lists, arrows choose, Enter opens.
function setUpFinder() {
  const [field, list_] = [$("find"), $("found")];
  let at = -1;
  const close = () => {
    list_.hidden = true;
    field.setAttribute("aria-expanded", false);
    field.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const pick = (number) => {
    close();
    field.value = "";
    choose({ ...NOBODY, actor: actors[number].id });
    inSight(number);
  };
  const mark_ = () => {
    [...list_.children].forEach((one, number) => one.setAttribute("aria-selected", number === at));
    if (at >= 0) field.setAttribute("aria-activedescendant", list_.children[at].id);
    list_.children[at]?.scrollIntoView({ block: "nearest" });
  };
  field.addEventListener("input", () => {
    const wanted = folded(field.value.trim());
    if (!wanted) return close();
    const far = (name, at) => (name === wanted ? 0 : name.startsWith(wanted) ? (at ? 2 : 1) : name.includes(wanted) ? 3 : 9);
    const rank = (actor) => Math.min(...[actor.name, actor.id, ...actor.also].map(folded).map(far));
    const held = actors.map((actor, number) => [rank(actor), number]).filter(([far]) => far < 9);
    held.sort((one, other) => one[0] - other[0] || byName(one[1], other[1]));
    list_.replaceChildren(...held.slice(0, 12).map(([, number]) => make("li", { id: `found-${number}`, role: "option", "aria-selected": false, "data-found": number, onclick: () => pick(number) }, named(actors[number]))));
    if (!held.length) list_.append(make("li", { role: "option", "aria-selected": false, "aria-disabled": true }, "No actor of that name"));
    list_.hidden = false;
    field.setAttribute("aria-expanded", true);
    at = held.length ? 0 : -1;
    return mark_();
  });
  field.addEventListener("keydown", (event) => {
    const many = list_.hidden ? 0 : list_.querySelectorAll("[data-found]").length;
    if (event.key === "Escape") close();
    else if (!many) return;
    else if (event.key === "ArrowDown") at = (at + 1) % many;
    else if (event.key === "ArrowUp") at = (at + many - 1) % many;
    else if (event.key === "Enter") return pick(Number(list_.children[Math.max(0, at)].dataset.found));
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark_();
  });
  field.addEventListener("blur", () => setTimeout(close, 200));
}

const KEYS = {
  "/": ["find an actor", () => $("find").focus()],
  1: ["picture", () => map && choose({ view: "picture" })],
  2: ["grid", () => choose({ view: "matrix" })],
  3: ["ties in time", () => choose({ view: "lanes" })],
  4: ["list", () => choose({ view: "list" })],
  "+": ["larger", () => zoom(1.25)],
  "-": ["smaller", () => zoom(0.8)],
  0: ["all of it in sight", () => fit(true)],
  p: ["play or pause the time", () => stops.length && play()],
  "[": ["a step back in time", () => step(-1)],
  "]": ["a step on in time", () => step(1)],
  e: ["to the evidence", () => $("panel").focus()],
  Escape: ["close, or choose nothing", () => closeAll()],
};

function step(by) {
  if (!stops.length) return;
  const at = Math.min(stops.length, Math.max(0, stops.indexOf(choice.on) + 1 + by));
  choose({ on: stops[at - 1] || "" }, true);
}

function closeAll() {
  const held = document.querySelector("nav details[open]");
  if (!held) return choose(NOBODY);
  held.open = false;
  return held.querySelector("summary").focus();
}

function setUpKeys() {
  const told = { ...Object.fromEntries(Object.entries(KEYS).map(([key, [said]]) => [key, said])), "Tab, arrows, Enter": "into the picture, from actor to actor, its evidence", "arrows on the picture": "move it" };
  $("keys").querySelector("dl").append(...Object.entries(told).flatMap(([key, said]) => [make("dt", {}, key), make("dd", {}, said)]));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search],textarea,select");
    if (typing && event.key !== "Escape") return;
    if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key][1]();
    } else if (map && event.target === $("stage") && event.key.startsWith("Arrow")) {
      event.preventDefault();
      const [dx, dy] = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      move(place.x + dx, place.y + dy, place.k);
    }
  });
  document.addEventListener("click", (event) => {
    for (const held of document.querySelectorAll("nav details[open]")) if (!held.contains(event.target) && document.contains(event.target) && !event.target.closest("#panel")) held.open = false;
  });
}

function setUpProblems() {
  if (!data.problems.length) return;
  $("problems").append(make("strong", {}, data.problems[0]), make("ul", {}, data.problems.slice(1).map((told) => make("li", { dir: "auto" }, told))));
  $("problems").hidden = false;
}

// A page that is served asks every second whether its files were saved.
async function watch() {
  try {
    const told = await fetch("/state");
    if (told.ok && (await told.text()) !== data.served) location.reload();
  } catch {
    $("status").textContent = "The program that served this page has ended.";
    return;
  }
  setTimeout(watch, 1000);
}

$("subtitle").textContent = [data.handling.join(", "), data.subtitle].filter(Boolean).join(". ");
$("foot").textContent = data.foot;
setUpPicture();
setUpChoices();
setUpFinder();
setUpPairs();
setUpTime();
setUpCopies();
setUpKeys();
setUpProblems();
for (const button of $("zoom").children) button.addEventListener("click", () => ({ in: () => zoom(1.25), out: () => zoom(0.8), fit: () => fit(true) })[button.dataset.zoom]());
const back = () => {
  choice = read(location.hash);
  show();
};
addEventListener("hashchange", back);
let wide = innerWidth;
addEventListener("resize", () => {
  if (innerWidth !== wide && map) fit();
  wide = innerWidth;
  if (choice.view === "lanes") show();
});
addEventListener("beforeprint", () => {
  for (const box of document.querySelectorAll(".tie")) {
    box.unfold();
    box.open = true;
  }
});
back();
// Only now is it known how much room is left between what stands above and below.
if (map) fit();
if (choice.actor) inSight(actorOf.get(choice.actor));
document.documentElement.dataset.ready = "yes";
if (data.served) watch();
