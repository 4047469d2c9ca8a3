// The picture: moved and scaled as one by a transform on the svg element, which a browser does without drawing it anew.
const map = $("map");
const size = map ? { w: map.viewBox.baseVal.width, h: map.viewBox.baseVal.height } : { w: 1, h: 1 };
const place = { x: 0, y: 0, k: 1 };
const nodes = new Map();
const edges = new Map();
const labels = new Map();
const pale = new Map(); // by the number of a line: what is drawn as over, with its colour then and its own
const idle = { timer: 0, frame: 0 };

function put() {
  idle.frame = 0;
  map.classList.toggle("far", place.k < 0.45); // words on lines would be no more than dust
  map.style.transform = `translate(${place.x}px,${place.y}px) scale(${place.k})`;
}

function move(x, y, k) {
  Object.assign(place, { x, y, k });
  map.classList.add("moving");
  clearTimeout(idle.timer);
  idle.timer = setTimeout(() => map.classList.remove("moving"), 250); // drawn anew, sharp, once it rests
  idle.frame = idle.frame || requestAnimationFrame(put);
}

function zoom(factor, x, y) {
  const box = $("picture").getBoundingClientRect();
  const at = { x: x ?? box.width / 2, y: y ?? box.height / 2 };
  const k = Math.min(6, Math.max(0.04, place.k * factor));
  move(at.x - ((at.x - place.x) * k) / place.k, at.y - ((at.y - place.y) * k) / place.k, k);
}

// All of it in sight; where it would be too small to read, its middle actor in the middle.
function fit(whole) {
  const box = $("picture").getBoundingClientRect();
  const k = Math.min((box.width - 16) / size.w, (box.height - 16) / size.h, 1.6);
  if (whole || k > 0.34 || !nodes.size) return move((box.width - size.w * k) / 2, Math.max(8, (box.height - size.h * k) / 2), k);
  const most = [...nodes.keys()].reduce((one, other) => (around[other].length > around[one].length ? other : one));
  centre(most, 0.5);
}

function centre(number, k = place.k) {
  const group = nodes.get(number);
  if (!group) return;
  const box = $("picture").getBoundingClientRect();
  const at = middle(group);
  move(box.width / 2 - at.x * k, box.height / 2 - at.y * k, k);
}

// The middle of a group in the picture's own units.
function middle(group) {
  const own = group.getBBox();
  const here = map.getScreenCTM().inverse().multiply(group.getScreenCTM());
  const x = own.x + own.width / 2;
  const y = own.y + own.height / 2;
  return { x: here.a * x + here.c * y + here.e, y: here.b * x + here.d * y + here.f };
}

function inSight(number) {
  const group = nodes.get(number);
  if (!group || choice.view !== "picture") return;
  const [own, box] = [group.getBoundingClientRect(), $("picture").getBoundingClientRect()];
  if (own.left < box.left || own.right > box.right || own.top < box.top || own.bottom > box.bottom) centre(number);
}

function setUpPicture() {
  if (!map) return;
  for (const group of map.querySelectorAll("g.node")) {
    const number = actorOf.get(group.id.slice(5));
    const actor = actors[number];
    nodes.set(number, group);
    const told = `${actor.name}, ${actor.kind.replace(/-/g, " ")}, ${counted(around[number].length, "tie")}`;
    fill(group, { tabindex: nodes.size === 1 ? 0 : -1, role: "button", "aria-label": told, "data-actor": number }, []);
  }
  for (const group of map.querySelectorAll("g.edge")) {
    const number = parseInt(group.id.slice(5), 10);
    if (!behind.has(number)) continue;
    edges.set(number, group);
    group.dataset.line = number;
    const found = [...group.querySelectorAll("*")].flatMap((one) => ["stroke", "fill"].map((name) => [one, name, one.getAttribute(name), data.full[one.getAttribute(name)]]));
    pale.set(number, found.filter(([, , , full]) => full));
  }
  for (const group of map.querySelectorAll('g[id^="label"]')) {
    const number = parseInt(group.id.replace(/\D+/, ""), 10);
    group.classList.add("label");
    group.dataset.line = number;
    labels.set(number, group);
  }
  for (const text of map.querySelectorAll("text[textLength]")) text.setAttribute("lengthAdjust", "spacingAndGlyphs");
  setUpPointers();
}

function setUpPointers() {
  const held = new Map();
  const field = $("picture");
  let moved = 0;
  field.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = held.size > 1 ? 99 : 0;
  });
  field.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved > 4 && event.isTrusted && !field.hasPointerCapture(event.pointerId)) field.setPointerCapture(event.pointerId);
    field.classList.toggle("held", moved > 4);
    if (held.size === 1) move(place.x + now.x - before.x, place.y + now.y - before.y, place.k);
    else {
      const other = [...held].find(([id]) => id !== event.pointerId)[1];
      const box = field.getBoundingClientRect();
      const far = (one) => Math.max(10, Math.hypot(one.x - other.x, one.y - other.y));
      zoom(far(now) / far(before), (now.x + other.x) / 2 - box.left, (now.y + other.y) / 2 - box.top);
    }
    held.set(event.pointerId, now);
  });
  const drop = (event) => {
    held.delete(event.pointerId);
    field.classList.remove("held");
  };
  field.addEventListener("pointerup", drop);
  field.addEventListener("pointercancel", drop);
  field.addEventListener("click", (event) => {
    if (moved > 4) return;
    const group = event.target.closest("[data-actor],[data-line]");
    if (!group) return choose(NOBODY);
    if (group.dataset.actor) return choose({ ...NOBODY, actor: actors[group.dataset.actor].id });
    return choose({ ...NOBODY, tie: ties[behind.get(Number(group.dataset.line))[0]].id });
  });
  field.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = field.getBoundingClientRect();
    const far = event.deltaMode ? event.deltaY * 30 : event.deltaY;
    zoom(Math.exp(-Math.max(-240, Math.min(240, far)) * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  field.addEventListener("keydown", walk);
  // What a line says on pointing at it is written when somebody points: there may be thousands.
  field.addEventListener("pointerover", (event) => {
    const group = event.target.closest("g.edge[data-line]");
    if (!group || group.querySelector("title")) return;
    const told = draw("title");
    told.textContent = behind.get(Number(group.dataset.line)).map((tie) => ties[tie].says).join("\n").slice(0, 600);
    group.prepend(told);
  });
}

// From an actor the arrow keys lead to the nearest one in that direction.
function walk(event) {
  const group = event.target.closest("[data-actor]");
  if (!group) return;
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose({ ...NOBODY, actor: actors[group.dataset.actor].id });
    $("panel").focus();
  } else if (ways[event.key]) {
    event.preventDefault();
    event.stopPropagation();
    const [dx, dy] = ways[event.key];
    const from = middle(group);
    let best = null;
    for (const [number, other] of nodes) {
      if (other === group || other.classList.contains("away")) continue;
      const to = middle(other);
      const [x, y] = [to.x - from.x, to.y - from.y];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (ahead > 1 && (!best || ahead + 2 * aside < best.far)) best = { number, far: ahead + 2 * aside };
    }
    if (best) stepTo(best.number);
  }
}

function stepTo(number) {
  for (const group of nodes.values()) group.setAttribute("tabindex", -1);
  nodes.get(number).setAttribute("tabindex", 0);
  nodes.get(number).focus({ preventScroll: true });
  inSight(number);
}

// What the filters leave, what the time makes of it, and what is chosen.
function showPicture(found) {
  if (!map) return;
  const chosen = chosenTies();
  const lit = new Set(chosen ? [...chosen].flatMap((number) => [ties[number].a, ties[number].b]) : []);
  const present = new Set();
  const order = "cpuen";
  for (const [number, group] of edges) {
    const held = behind.get(number).filter((tie) => found.has(tie));
    const best = held.map((tie) => found.get(tie).answer).sort((a, b) => order.indexOf(a) - order.indexOf(b))[0];
    const away = !best || best === "u" || best === "n";
    const bright = Boolean(chosen) && held.some((tie) => chosen.has(tie));
    const here = Boolean(choice.tie) && held.some((tie) => ties[tie].id === choice.tie);
    for (const one of [group, labels.get(number)]) {
      if (!one) continue;
      one.classList.toggle("away", away);
      one.classList.toggle("maybe", best === "p");
      one.classList.toggle("ended", best === "e");
      one.classList.toggle("lit", bright);
      one.classList.toggle("here", here);
    }
    for (const [one, name, over, full] of pale.get(number)) one.setAttribute(name, choice.on && best !== "e" ? full : over);
    if (!away) held.forEach((tie) => present.add(ties[tie].a).add(ties[tie].b));
  }
  for (const tie of chosen || []) if (found.has(tie)) present.add(ties[tie].a).add(ties[tie].b);
  const two = (choice.compare || choice.path).split(",");
  for (const [number, group] of nodes) {
    const here = actors[number].id === choice.actor || two.includes(actors[number].id);
    group.classList.toggle("away", !present.has(number) && !here);
    group.classList.toggle("lit", lit.has(number) || here);
    group.classList.toggle("here", here);
  }
  map.classList.toggle("chosen", Boolean(chosen));
}

// The ties that what is chosen concerns; null where nothing is.
function chosenTies() {
  if (choice.actor) return new Set(around[actorOf.get(choice.actor)]);
  if (choice.tie) return new Set(behind.get(ties[tieOf.get(choice.tie)].n) || [tieOf.get(choice.tie)]);
  if (choice.compare || choice.path) return pairTies();
  return null;
}
