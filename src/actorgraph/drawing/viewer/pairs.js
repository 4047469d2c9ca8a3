// Two actors: the program's own answers, worked out beforehand for every pair of the page, or asked of its server.
const READINGS = {
  opposite: "opposite signs on a common date", same: "same sign on a common date", mixed: "both signs on common dates",
  open: "signs on both sides, one not (yet) a fact", disputed: "signs on both sides, one contested, doubted or only claimed",
  "no date": "signs on both sides, no common date", "no sign": "no sign on both sides",
};
const asked = new Map();

const chosenPair = () => (choice.compare || choice.path).split(",").map((id) => actorOf.get(id));

// The answer for a pair: [state, ties through parts, third parties, paths, more paths], words put in; null if unknown.
function pairAnswer(one, other) {
  const key = [one, other].sort((a, b) => a - b).join(",");
  const kept = asked.get(key) || (data.pairs && { words: data.pairs.words, pair: data.pairs.pairs[key] || [data.pairs.usual, [], [], [], 0] });
  if (!kept) return null;
  const word = (number) => (number < 0 ? "" : kept.words[number]);
  const [state, through, thirds, paths, more] = kept.pair;
  const turned = paths.map(([who, when]) => ({ who: one > other ? [...who].reverse() : who, when: word(when) }));
  return { state: word(state), through, thirds: thirds.map(([who, reading, shared]) => ({ who, reading: word(reading), shared: word(shared) })), paths: turned, more };
}

async function askServer(one, other) {
  const key = [one, other].sort((a, b) => a - b).join(",");
  if (!data.served || asked.has(key)) return;
  const told = await fetch(`/pair?of=${key}`);
  if (told.ok) asked.set(key, await told.json());
  show();
}

const unknown = (verb, one, other) => {
  if (data.served) askServer(one, other);
  return make("p", { class: "soft" }, data.served ? "Working it out ..." : "This page has too many actors for every pair to be worked out beforehand. Ask: ",
    data.served ? "" : make("code", {}, `actorgraph ${verb} ${actors[one].cmd} ${actors[other].cmd}${data.command}`));
};

function between(one, other) {
  return around[one].filter((tie) => [ties[tie].a, ties[tie].b].includes(other));
}

function pairTies() {
  const [one, other] = chosenPair();
  if (choice.compare) {
    const third = (pairAnswer(one, other)?.thirds || []).map((found) => found.who);
    return new Set([...between(one, other), ...third.filter(Number.isInteger).flatMap((who) => [...between(one, who), ...between(other, who)])]);
  }
  const steps = (pairAnswer(one, other)?.paths || []).flatMap(({ who }) => who.slice(1).map((to, at) => [who[at], to]));
  return new Set(steps.filter((step) => step.every(Number.isInteger)).flatMap(([a, b]) => between(a, b)).filter((tie) => FIRM.includes(ties[tie].s) && (ties[tie].st || "aim").startsWith("aim")));
}

const who = (number) => (Number.isInteger(number) ? toActor(number) : make("bdi", {}, number));

const note = (verb, one, other) => make("p", { class: "soft" }, "Over the whole record, whatever the filters show. In full: ",
  make("code", {}, `actorgraph ${verb} ${actors[one].cmd} ${actors[other].cmd}${data.command}`));

function compared(found) {
  const [one, other] = chosenPair();
  const parts = [closing(), make("h2", {}, toActor(one), " and ", toActor(other))];
  const answer_ = pairAnswer(one, other);
  if (!answer_) return [...parts, unknown("compare", one, other)];
  parts.push(make("p", { id: "state" }, "Between them: ", make("strong", {}, answer_.state), "."));
  const own = between(one, other);
  parts.push(...inTime(own.filter((tie) => found.has(tie)), found));
  const through = answer_.through.filter((tie) => found.has(tie));
  if (through.length) parts.push(make("h3", {}, "Through their parts"), ...through.map((tie) => card(tie, false)));
  for (const [reading, told] of Object.entries(READINGS)) {
    const held = answer_.thirds.filter((third) => third.reading === reading);
    if (!held.length) continue;
    parts.push(make("h3", {}, `Third parties: ${told}`), make("ul", { class: "plain thirds", "data-reading": reading },
      held.map((third) => make("li", {}, who(third.who), make("span", { class: "soft" }, third.shared ? ` ${third.shared}` : "")))));
  }
  if (!answer_.thirds.length) parts.push(make("p", { class: "soft" }, "No third party has a coded tie to both."));
  return [...parts, note("compare", one, other)];
}

function walked() {
  const [one, other] = chosenPair();
  const parts = [closing(), make("h2", {}, "From ", toActor(one), " to ", toActor(other))];
  const answer_ = pairAnswer(one, other);
  if (!answer_) return [...parts, unknown("path", one, other)];
  parts.push(make("p", { class: "soft" }, "Over firm ties. A path is a reading aid, not a finding."));
  if (!answer_.paths.length) parts.push(make("p", { id: "nopath" }, "No path is found."));
  parts.push(make("ol", { class: "paths" }, answer_.paths.map(({ who: steps, when }) =>
    make("li", {}, steps.flatMap((number, at) => (at ? [" – ", who(number)] : [who(number)])),
      make("span", { class: "soft" }, when ? ` all steps together ${when}` : " direct")))));
  if (answer_.more) parts.push(make("p", { class: "soft" }, `${answer_.more} more of that length.`));
  return [...parts, note("path", one, other)];
}

// The lists are filled when they are wanted: there may be thousands of actors.
function offerActors() {
  if ($("one").options.length) return;
  const order = actors.map((_, number) => number).sort(byName);
  for (const id of ["one", "other"]) $(id).replaceChildren(...order.map((number) => make("option", { value: actors[number].id }, actors[number].name)));
  if ($("other").options.length > 1) $("other").selectedIndex = 1;
}

function setUpPairs() {
  $("two").addEventListener("toggle", offerActors);
  $("pairing").addEventListener("submit", (event) => {
    event.preventDefault();
    const [one, other] = [$("one").value, $("other").value];
    if (one === other) return $("other").setCustomValidity("Choose two different actors."), $("other").reportValidity();
    const verb = event.submitter?.value === "path" ? "path" : "compare";
    $("two").open = false;
    choose({ ...NOBODY, [verb]: `${one},${other}` });
    return $("panel").focus();
  });
  for (const id of ["one", "other"]) $(id).addEventListener("change", () => $("other").setCustomValidity(""));
}

function open(id, number) {
  offerActors();
  $(id).open = true;
  $("one").value = actors[number].id;
  $("other").focus();
}
