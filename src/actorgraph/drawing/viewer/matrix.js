// The grid: a mark a tie, as the program marks it; who does it stands at the left, to whom at the top.
function cells(found) {
  const held = new Map();
  const put = (row, column, number) => {
    const key = `${row},${column}`;
    held.set(key, [...(held.get(key) || []), number]);
  };
  for (const [number, one] of found) {
    if (!holds(one)) continue;
    const tie = ties[number];
    put(tie.a, tie.b, number);
    if (tie.both) put(tie.b, tie.a, number);
  }
  return held;
}

const mark = (one) => one.row.m[one.answer === "p" ? 1 : 0] ?? one.row.m[0];

function showMatrix(found) {
  const held = cells(found);
  const inside = new Set([...held.keys()].flatMap((key) => key.split(",").map(Number)));
  let order = actors.map((_, number) => number).filter((number) => inside.has(number));
  const all = order.length;
  if (choice.actor) order = order.filter((number) => number === actorOf.get(choice.actor) || between(number, actorOf.get(choice.actor)).some((tie) => found.has(tie)));
  if (order.length > 80) order = order.sort((one, other) => around[other].length - around[one].length).slice(0, 80).sort((a, b) => a - b);
  const names = order.map((number) => actors[number].name);
  const left = all - order.length ? ` ${order.length} of ${all} actors are shown${choice.actor ? "" : ", those with most ties; choose an actor or a filter for others"}.` : "";
  const about = `Row towards column${choice.on ? ` on ${choice.on}` : ""}. - hostile, + cooperative, ^ part, < people drawn, o without sign, ~ plan or only possibly then, ? contested or held possible, 0 assessed none.${left}`;
  const table = make("table", { class: "grid", "aria-label": "Row towards column" },
    make("thead", {}, make("tr", {}, make("td"), names.map((name) => make("th", { scope: "col", title: name }, make("span", {}, make("bdi", {}, name)))))),
    make("tbody", {}, order.map((row) => make("tr", {},
      make("th", { scope: "row", title: actors[row].name }, named(actors[row])),
      order.map((column) => cell(row, column, held.get(`${row},${column}`) || [], found))))));
  $("matrix").replaceChildren(...(order.length ? [make("p", { class: "soft about" }, about), table] : [make("p", { class: "nothing" }, "No tie is left by the filters.")]));
}

function cell(row, column, held, found) {
  if (row === column) return make("td", { class: "self" });
  if (!held.length) return make("td");
  const marks = new Map();
  for (const number of held) if (!marks.has(mark(found.get(number)))) marks.set(mark(found.get(number)), ties[number].family);
  const told = `${actors[row].name} towards ${actors[column].name}: ${held.map((number) => found.get(number).row.says).join("; ")}`;
  return make("td", {}, make("button", { type: "button", "aria-label": told.slice(0, 400), "data-cell": `${row},${column}`, onclick: () => choose({ ...NOBODY, tie: ties[held[0]].id }) },
    [...marks].flatMap(([sign, family], at) => [at ? " " : "", make("span", { class: `f-${family}` }, sign)])));
}
