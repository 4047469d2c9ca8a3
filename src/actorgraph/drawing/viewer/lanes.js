// Ties in time: a lane a pair; thick where a tie held for certain, thin where it may have held, fading where no limit is stated.
const DAY = 86400000;
const EPOCH = 719163; // the first of January 1970, counted as the program counts days

const yearOf = (day) => new Date((day - EPOCH) * DAY).getUTCFullYear();
const dayOf = (text) => {
  const [year, month = 1] = text.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return Math.round(date.getTime() / DAY) + EPOCH;
};

function showLanes(found) {
  const dated = [...found].filter(([, one]) => !one.row.u && (one.row.d[2] !== null || (one.row.d[0] !== null && one.row.d[1] !== null)));
  const undated = found.size - dated.length;
  const lanes = new Map();
  for (const [number, one] of dated) {
    if (choice.actor && ![ties[number].a, ties[number].b].includes(actorOf.get(choice.actor))) continue;
    const key = [ties[number].a, ties[number].b].sort((a, b) => a - b).join(",");
    lanes.set(key, [...(lanes.get(key) || []), [number, one]]);
  }
  if (!lanes.size) return $("lanes").replaceChildren(make("p", { class: "nothing" }, "No dated tie is left by the filters."));
  const days = dated.flatMap(([, one]) => one.row.d).filter((day) => day !== null);
  const [first, last] = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [Infinity, -Infinity]);
  const left = Math.min(330, $("lanes").clientWidth * 0.42) + 16;
  const wide = Math.max(220, $("lanes").clientWidth - left - 60);
  const at = (day) => left + (wide * (day - first)) / Math.max(1, last + 1 - first);
  const parts = [];
  const firstDay = (held) => Math.min(...held.map(([, one]) => one.row.d[2] ?? one.row.d[0]));
  const order = [...lanes].sort((one, other) => firstDay(one[1]) - firstDay(other[1]) || one[1][0][0] - other[1][0][0]);
  let y = 34;
  let shown = 0;
  for (const [key, held] of order) {
    if (shown > 400) break;
    const [one, other] = key.split(",").map(Number);
    const title = draw("text", { x: 0, y: y + 4, "font-weight": "bold" });
    title.textContent = cut(`${actors[one].name}, ${actors[other].name}`, left + wide - 20);
    parts.push(title);
    for (const [number, row] of held) {
      y += 18;
      shown += 1;
      parts.push(bar(number, row, y, at, left));
    }
    y += 26;
  }
  const ticks = [];
  const [from, to] = [yearOf(first), yearOf(last)];
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => (wide / Math.max(1, to - from)) * one > 46) || 1000;
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const x = at(Math.max(first, dayOf(`${year}`)));
    const text = draw("text", { x, y: 12, "text-anchor": "middle", class: "soft" });
    text.textContent = year;
    ticks.push(text, draw("line", { class: "tick", x1: x, x2: x, y1: 18, y2: y - 10 }));
  }
  if (choice.on) ticks.push(draw("line", { class: "now", x1: at(dayOf(choice.on)), x2: at(dayOf(choice.on)), y1: 18, y2: y - 10 }));
  const told = `Thick: held for certain. Thin: may have held. Fading: no limit stated. Hollow: ~ aim, plan or forecast; dotted: contested, claimed or held possible.${undated ? ` Not shown: ${counted(undated, "tie")} whose sources name no days.` : ""}${shown > 400 ? " Only the first 400 bars are shown; choose an actor or a filter." : ""}`;
  const picture = draw("svg", { width: left + wide + 50, height: y + 6, role: "group", "aria-label": "Ties in time" }, ...ticks, ...parts);
  return $("lanes").replaceChildren(make("p", { class: "soft" }, told), picture);
}

function cut(text, room) {
  const most = Math.max(8, Math.floor(room / 6.6));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function bar(number, { row }, y, at, left) {
  const tie = ties[number];
  const [s1, e2, told1, told2, sure1, sure2] = row.d;
  const begin = at(s1 ?? told1);
  const end = Math.max(begin + 4, at((e2 ?? told2) + 1));
  const marks = [draw("rect", { class: "may", x: begin, y: y - 6, width: end - begin, height: 4 })];
  for (const part of [0, 1, 2]) {
    if (s1 === null) marks.push(draw("rect", { class: `fade${part}`, x: begin - 5 * (part + 1), y: y - 6, width: 5, height: 4 }));
    if (e2 === null) marks.push(draw("rect", { class: `fade${part}`, x: end + 5 * part, y: y - 6, width: 5, height: 4 }));
  }
  if (sure1 !== null && sure2 !== null && sure1 <= sure2) marks.push(draw("rect", { class: "sure", x: at(sure1), y: y - 9, width: Math.max(4, at(sure2 + 1) - at(sure1)), height: 10 }));
  const label = draw("text", { x: 12, y, class: "soft" });
  const plan = row.m[0].startsWith("~");
  label.textContent = cut(`${plan ? "~ " : ""}${types[tie.t][0]}${tie.both ? "" : `, by ${actors[tie.a].name}`}`, left - 44);
  const hover = draw("title");
  hover.textContent = `${row.says}. ${stands(row)}.`;
  const pick = () => choose({ ...NOBODY, tie: tie.id });
  return draw("g", { class: `bar f-${tie.family}${FIRM.includes(row.s) ? "" : " open"}${plan ? " plan" : ""}`, role: "button", tabindex: 0, "aria-label": `${row.says}. ${stands(row)}.`, "data-bar": number, onclick: pick,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } } }, hover, label, ...marks);
}
