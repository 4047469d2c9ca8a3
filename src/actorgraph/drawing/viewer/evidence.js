// What stands behind an actor or a tie: every voice, where it speaks, and how to cite it.
const toActor = (number) =>
  make("button", { type: "button", class: "link", onclick: () => choose({ ...NOBODY, actor: actors[number].id }) }, named(actors[number]));

function references(rows) {
  const used = [...new Set(rows.flatMap((row) => row.i.map((item) => item[0])))].sort((a, b) => a - b);
  return used.map((number) => sources[number]);
}

function citation(tie, row) {
  const voices_ = row.i.map((item) => `   ${item[2]}`);
  return [`${row.says}.`, data.reasons[row.why], ...voices_, `Permanent id: ${tie.pid}`, "", ...references([row]).map((one) => one.ref), `Recorded in ${data.record}`].join("\n");
}

// One tie with its evidence; `open` shows it at once.
function card(number, open) {
  const tie = ties[number];
  const row = seen(tie);
  if (!row) return "";
  const items = row.i.filter((item) => (choice.voice === "" || voices[item[1]][0] === choice.voice) && (choice.source === "" || sources[item[0]].id === choice.source));
  const when = choice.on ? ` On ${choice.on}: ${ANSWERS[answer(row)]}.` : "";
  const body = make("div", {},
    make("p", { class: "soft", dir: "auto" }, data.reasons[row.why]),
    make("ul", {}, items.map((item) => make("li", { dir: "auto" }, item[2]))),
    make("ul", { class: "plain soft" }, references([{ i: items }]).map((one) => make("li", { dir: "auto" }, linked(one)))),
    make("div", { class: "row" },
      toActor(tie.a), toActor(tie.b),
      make("button", { type: "button", onclick: (event) => copied(event.target, citation(tie, row)) }, "Copy citation"),
      make("button", { type: "button", onclick: (event) => copied(event.target, tie.pid) }, "Copy permanent id")));
  const box = make("details", { class: `tie ${tie.family}`, open, "data-tie": number },
    make("summary", { dir: "auto" }, row.says, make("span", { class: "soft" }, ` ${SAID[tie.family]}; ${stands(row)}.${when}`)));
  // Thousands of ties are listed; what stands behind one is made when somebody looks.
  if (open) box.append(body);
  else box.addEventListener("toggle", () => box.append(body), { once: true });
  box.unfold = () => box.append(body);
  return box;
}

function linked(source) {
  if (!source.url) return source.ref;
  return make("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.ref);
}

function showPanel(found) {
  const panel = $("panel");
  const before = panel.dataset.shown;
  const now = JSON.stringify([choice.actor, choice.tie, choice.compare, choice.path]);
  if (choice.actor) panel.replaceChildren(...ofActor(actorOf.get(choice.actor), found));
  else if (choice.tie) panel.replaceChildren(...ofTie(tieOf.get(choice.tie), found));
  else if (choice.compare) panel.replaceChildren(...compared(found));
  else if (choice.path) panel.replaceChildren(...walked());
  else panel.replaceChildren(...ofAll(found));
  if (before !== now) panel.scrollTop = 0;
  if (before !== now && chosenTies()) panel.querySelector("h2").scrollIntoView({ block: "nearest" }); // on a phone it lies below
  panel.dataset.shown = now;
}

const closing = () => make("button", { type: "button", class: "link soft", onclick: () => choose(NOBODY) }, "Back to all");

function ofAll(found) {
  const most = 300;
  const present = actors.map((_, number) => number).filter((number) => around[number].some((tie) => found.has(tie)));
  return [
    make("h2", {}, "Who is on this page"),
    make("p", { class: "soft intro" }, "Choose an actor or a line: its evidence opens here, voice by voice."),
    present.length > most ? make("p", { class: "soft" }, `The first ${most} of ${counted(present.length, "actor")}; find others by name.`) : "",
    make("ul", { class: "plain" }, present.sort(byName).slice(0, most).map((number) => {
      const held = around[number].filter((tie) => found.has(tie)).length;
      return make("li", {}, toActor(number), make("span", { class: "soft" }, ` ${counted(held, "tie")}`));
    })),
  ].filter(Boolean);
}

function ofActor(number, found) {
  const actor = actors[number];
  const held = around[number].filter((tie) => found.has(tie));
  const rest = around[number].length - held.length;
  const parts = [closing(), make("h2", { dir: "auto" }, actor.name)];
  const told = [actor.kind.replace(/-/g, " ")];
  parts.push(make("p", { class: "soft" }, told.join(""), ...actor.also.flatMap((name) => ["; ", make("bdi", {}, name)])));
  parts.push(make("p", {},
    make("button", { type: "button", onclick: () => open("two", number) }, "Compare, or find a path"), " ",
    make("button", { type: "button", onclick: (event) => copied(event.target, `actorgraph show ${actor.cmd}${data.command}`) }, "Copy command")));
  for (const family of FAMILIES) {
    const own = held.filter((tie) => ties[tie].family === family);
    if (own.length) parts.push(make("h3", {}, `${SAID[family]}, ${counted(own.length, "tie")}`), ...inTime(own, found));
  }
  if (rest) parts.push(make("p", { class: "soft" }, `${counted(rest, "tie")} more outside the filters.`));
  if (actor.facts.length) parts.push(make("h3", {}, "Described as"), make("ul", { class: "plain" }, actor.facts.map((fact) => make("li", { dir: "auto" }, fact))));
  return parts;
}

// What holds on the chosen time first; what has ended or is not known then stands below.
function inTime(numbers, found) {
  const order = "cpuen";
  const rank = (tie) => order.indexOf(found.get(tie).answer);
  return [...numbers].sort((one, other) => rank(one) - rank(other) || one - other).map((tie) => card(tie, false));
}

function ofTie(number, found) {
  const tie = ties[number];
  const same = (behind.get(tie.n) || [number]).filter((one) => one !== number);
  const rest = around[tie.a].filter((one) => one !== number && !same.includes(one) && [ties[one].a, ties[one].b].includes(tie.b));
  const parts = [closing(), make("h2", {}, toActor(tie.a), " and ", toActor(tie.b))];
  parts.push(card(number, true) || make("p", { class: "soft" }, "The chosen voice or source says nothing of this tie."));
  const listed = (title, held) => held.length && parts.push(make("h3", {}, title), ...held.map((one) => card(one, false)));
  listed("On the same line", same.filter((one) => found.has(one)));
  listed("Other ties of the two", rest.filter((one) => found.has(one)));
  return parts;
}

async function copied(button, text) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", {}, text);
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  document.documentElement.dataset.copied = text;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = before; }, 1200);
}
