// Every tie that the filters leave, a row each: also those that no picture draws.
const MOST_ROWS = 1000;

function showList(found) {
  let held = [...found].filter(([, one]) => !choice.on || one.answer !== "n");
  if (choice.actor) held = held.filter(([number]) => around[actorOf.get(choice.actor)].includes(number));
  const rank = "cpuen";
  if (choice.on) held.sort((one, other) => rank.indexOf(one[1].answer) - rank.indexOf(other[1].answer) || one[0] - other[0]);
  const rows = held.slice(0, MOST_ROWS).map(([number, one]) => make("tr", { "data-row": number },
    make("td", {}, make("button", { type: "button", class: "link", dir: "auto", onclick: () => choose({ ...NOBODY, tie: ties[number].id }) }, one.row.says)),
    make("td", { class: `f-${ties[number].family}` }, SAID[ties[number].family]),
    make("td", {}, stands(one.row)),
    make("td", { hidden: !choice.on }, choice.on ? ANSWERS[one.answer] : "")));
  const more = held.length > MOST_ROWS ? ` The first ${MOST_ROWS} of ${held.length}; choose an actor or a filter.` : "";
  const table = make("table", {},
    make("caption", {}, `${counted(held.length, "tie")}${choice.actor ? ` of ${actors[actorOf.get(choice.actor)].name}` : ""}.${map ? "" : ` ${data.undrawn || ""}`}${more}`),
    make("thead", {}, make("tr", {}, ["Tie", "Family", "Standing"].map((told) => make("th", { scope: "col" }, told)), make("th", { scope: "col", hidden: !choice.on }, choice.on || "When"))),
    make("tbody", {}, rows));
  $("list").replaceChildren(rows.length ? table : make("p", { class: "nothing" }, "No tie is left by the filters."));
}
