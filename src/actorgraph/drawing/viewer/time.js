// The slider goes by the days that the program answered for; at its left end no time is asked.
let playing = 0;

function setUpTime() {
  if (!stops.length) {
    $("clock").hidden = true;
    return;
  }
  const slider = make("input", { id: "slider", type: "range", min: 0, max: stops.length, value: 0, "aria-label": "Time", oninput: () => {
    stop();
    choose({ on: stops[slider.value - 1] || "" }, true);
  } });
  $("clock").append(make("button", { id: "play", type: "button", onclick: play }, "Play"), slider, make("output", { id: "when", for: "slider" }, ""));
}

function stop() {
  clearInterval(playing);
  playing = 0;
  $("play").textContent = "Play";
}

function play() {
  if (playing) return stop();
  if (!choice.on || choice.on === stops.at(-1)) choose({ on: stops[0] }, true);
  const slow = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("play").textContent = "Pause";
  playing = setInterval(() => {
    const next = stops[stops.indexOf(choice.on) + 1];
    if (next) choose({ on: next }, true);
    if (!next || next === stops.at(-1)) stop();
  }, slow ? 1500 : Math.max(150, Math.min(900, 20000 / stops.length)));
}

function showTime() {
  if (!stops.length) return;
  $("slider").value = stops.indexOf(choice.on) + 1;
  $("slider").setAttribute("aria-valuetext", choice.on || "any time");
  $("when").textContent = choice.on || "any time";
}
