// What a user takes away: the picture as it stands, and the ties as a table.
function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 5000);
}

const fileName = () => folded(data.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "actorgraph";

function lens() {
  const told = [];
  if (choice.families.length < FAMILIES.length) told.push(`family ${choice.families.join(", ") || "none"}`);
  for (const key of ["type", "kind", "source", "standing"]) if (choice[key]) told.push(`${key} ${choice[key]}`);
  if (choice.voice) told.push(`as said by ${voices.find(([id]) => id === choice.voice)[1]}`);
  if (choice.on) told.push(`on ${choice.on}`);
  return told.join("; ");
}

// The picture with title and lens above, legend and sources below, what is hidden left out.
function pictureAlone() {
  const margin = 28;
  const wide = Math.max(size.w, 700) + 2 * margin;
  const copy = map.cloneNode(true);
  for (const gone of copy.querySelectorAll(".away:not(.node)")) gone.remove();
  for (const group of copy.querySelectorAll("g")) {
    const faint = group.classList.contains("away") ? 0.13 : group.classList.contains("ended") ? 0.25 : group.classList.contains("maybe") ? 0.62 : 1;
    for (const name of ["tabindex", "role", "aria-label", "data-actor", "data-line"]) group.removeAttribute(name);
    if (faint < 1) group.setAttribute("opacity", faint);
  }
  const words = (x, y, text, look) => {
    const made = draw("text", { x, y, ...look });
    made.textContent = text;
    return made;
  };
  const whole = draw("svg", { xmlns: "http://www.w3.org/2000/svg", "font-family": "Arial,'Liberation Sans',Helvetica,sans-serif" });
  const parts = [words(margin, 44, data.title.slice(0, 140), { "font-size": 22, "font-weight": "bold", fill: "#222222" })];
  let y = 64;
  for (const line_ of broken([data.subtitle, lens() && `Shown: ${lens()}.`].filter(Boolean).join(" "), wide / 6.2)) parts.push(words(margin, y, line_, { "font-size": 12, fill: "#555555" })), y += 16;
  const inner = draw("g", { transform: `translate(${(wide - size.w) / 2},${y + 8})`, "stroke-width": map.getAttribute("stroke-width"), "font-size": map.getAttribute("font-size") });
  inner.append(...copy.childNodes);
  y += size.h + 32;
  let x = margin;
  for (const [sample, told] of data.legend) {
    const room = 60 + told.length * 5.6;
    if (x + room > wide - margin) [x, y] = [margin, y + 18];
    const group = draw("g", { transform: `translate(${x},${y})` });
    group.append(...sampled(sample).childNodes);
    parts.push(group, words(x + 42, y + 3.5, told, { "font-size": 10, fill: "#222222" }));
    x += room;
  }
  y += 28;
  for (const line_ of broken(data.foot, wide / 4.9)) parts.push(words(margin, y, line_, { "font-size": 9, fill: "#444444" })), y += 12;
  fill(whole, { width: wide, height: y + 16, viewBox: `0 0 ${wide} ${y + 16}` }, [draw("rect", { width: wide, height: y + 16, fill: "#ffffff" }), ...parts, inner]);
  return { text: new XMLSerializer().serializeToString(whole), wide, high: y + 16 };
}

function broken(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) && lines.at(-1).length + word.length > most) lines.push("");
    lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim().slice(0, 400);
  }
  return lines.filter(Boolean);
}

// A sample of the legend: drawn by the program from its own shapes and colours, never from a name of the record.
function sampled(markup) {
  const parsed = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`, "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}

const COLUMNS = ["id", "from", "type", "to", "family", "standing", "answer", "tie", "voices", "permanent_id"];

function table() {
  const safe = (value) => {
    const text = String(value ?? "");
    const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(tame) ? `"${tame.replace(/"/g, '""')}"` : tame;
  };
  const rows = [...selection()].map(([number, { row, answer: on }]) => {
    const tie = ties[number];
    const said = row.i.map((item) => `${voices[item[1]][0]}:${item[3] || "supports"}`).join(" ");
    return [tie.id, actors[tie.a].id, tie.t, actors[tie.b].id, tie.family, row.s, choice.on ? ANSWERS[on] : "", row.says, said, tie.pid];
  });
  return [COLUMNS, ...rows].map((row) => row.map(safe).join(",")).join("\r\n") + "\r\n";
}

function png() {
  const { text, wide, high } = pictureAlone();
  const image = new Image();
  image.onload = () => {
    const scale = Math.max(0.1, Math.min(2, 8000 / Math.max(wide, high)));
    const sheet = make("canvas", { width: Math.round(wide * scale), height: Math.round(high * scale) });
    const brush = sheet.getContext("2d");
    brush.scale(scale, scale);
    brush.drawImage(image, 0, 0, wide, high);
    sheet.toBlob((made) => save(`${fileName()}.png`, "image/png", made), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

function setUpCopies() {
  const offer = (id, told, act) => make("button", { id, type: "button", onclick: () => { act(); $("saving").open = false; } }, told);
  const ways = [];
  if (map) ways.push(offer("svg", "Picture as SVG", () => save(`${fileName()}.svg`, "image/svg+xml", `<?xml version="1.0" encoding="UTF-8"?>\n${pictureAlone().text}`)), offer("png", "Picture as PNG", png));
  ways.push(offer("csv", "Ties shown, as CSV", () => save(`${fileName()}.csv`, "text/csv;charset=utf-8", table())));
  $("save").append(...ways);
  for (const [sample, told] of data.legend) {
    const drawing = draw("svg", { class: "sample drawn", viewBox: "-1 -7 38 14", "aria-hidden": "true" });
    drawing.append(...sampled(sample).childNodes);
    $("samples").append(make("span", {}, drawing, told));
  }
  $("legend").hidden = !data.legend.length;
}
