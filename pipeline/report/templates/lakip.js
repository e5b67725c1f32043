(() => {
  "use strict";
  const entries = [...document.querySelectorAll(".entry")].map((element) => ({
    element, text: element.textContent.toLowerCase(), severity: element.dataset.severity, family: element.dataset.family,
    lead: element.querySelector(".finding.lead"), button: element.querySelector(".fold"),
  }));

  // ---------------------------------------------------------------- filter and search
  const bar = document.getElementById("filter");
  const query = document.getElementById("query");
  const kind = document.getElementById("kind");
  const ticks = bar ? [...bar.querySelectorAll("input[name=severity]")] : [];
  const terms = (text) => [...text.toLowerCase().matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)]
    .map(([, not, phrase, word]) => ({ not: not === "-", text: phrase ?? word }))
    .filter((term) => term.text && term.text !== "-");
  const apply = () => {
    const wanted = terms(query.value);
    const severities = new Set(ticks.filter((tick) => tick.checked).map((tick) => tick.value));
    let count = 0;
    for (const entry of entries) {
      const fits = severities.has(entry.severity) && (!kind.value || kind.value === entry.family)
        && wanted.every((term) => entry.text.includes(term.text) !== term.not);
      entry.element.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of document.querySelectorAll(".block, .group:has(.entry)")) part.hidden = !part.querySelector(".entry:not([hidden])");
    document.getElementById("shown").textContent = bar.dataset.shown.replace("{n}", count).replace("{all}", entries.length);
    bar.classList.toggle("partial", count < entries.length);
  };
  const clear = () => {
    query.value = kind.value = "";
    for (const tick of ticks) tick.checked = true;
    apply();
  };

  // ---------------------------------------------------------------- collapse
  const foldAll = document.getElementById("fold-all");
  const isFolded = (entry) => entry.element.classList.contains("folded");
  const fold = (entry, folded) => {
    entry.element.classList.toggle("folded", folded);
    entry.button.setAttribute("aria-expanded", String(!folded));
    const all = entries.every(isFolded);
    foldAll.textContent = all ? foldAll.dataset.unfold : foldAll.dataset.fold;
  };
  const toggleAll = () => {
    const folded = !entries.every(isFolded);
    for (const entry of entries) fold(entry, folded);
  };

  // ---------------------------------------------------------------- links to a finding, or to those of a severity
  const reveal = () => {
    const target = /^#[tk]-/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) clear();
    const entry = entries.find((one) => one.element.contains(target));
    if (entry) fold(entry, false);
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };
  const said = document.getElementById("said");
  const tell = (words) => {
    said.textContent = words;
    setTimeout(() => { said.textContent = ""; }, 4000);
  };
  // A page from the disk may not have the clipboard of its own accord; the old way still works there.
  const copyByHand = (text) => {
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByHand(text);
    }
  };
  for (const anchor of document.querySelectorAll("a.anchor")) {
    anchor.addEventListener("click", async () => tell((await copy(anchor.href)) ? said.dataset.copied : said.dataset.notCopied));
  }

  // ---------------------------------------------------------------- keyboard
  const help = document.getElementById("help");
  const keysOn = document.getElementById("keys-on");
  const current = () => entries.findIndex((entry) => entry.element.contains(document.activeElement));
  const next = () => {
    const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const found = entries.findIndex((entry) => !entry.element.hidden && entry.lead.getBoundingClientRect().top >= edge - 2);
    return found < 0 ? entries.length : found;
  };
  const move = (step) => {
    const at = current();
    let to = at < 0 ? next() - (step < 0 ? 1 : 0) : at + step;
    while (entries[to]?.element.hidden) to += step;
    const entry = entries[to];
    if (!entry) return;
    entry.lead.focus({ preventScroll: true });
    entry.lead.scrollIntoView();
  };
  const toggle = () => {
    const entry = entries[current()];
    if (entry) fold(entry, !isFolded(entry));
  };
  const keys = { j: () => move(1), k: () => move(-1), "/": () => query.focus(), o: toggle, O: toggleAll, "?": () => help.showModal() };
  const pressed = (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.matches("input:not([type=checkbox]), select, textarea");
    if (busy || !(event.key in keys) || (!keysOn.checked && event.key !== "?")) return;
    event.preventDefault();
    keys[event.key]();
  };
  // Whether shortcuts are on is kept where the browser lets a page from the disk keep something.
  const remembered = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("lakip-pintasan", value);
      return localStorage.getItem("lakip-pintasan");
    } catch {
      return null;
    }
  };

  if (bar) {
    for (const entry of entries) {
      entry.button.hidden = false;
      entry.button.addEventListener("click", () => fold(entry, !isFolded(entry)));
    }
    keysOn.checked = remembered() !== "mati";
    keysOn.addEventListener("change", () => remembered(keysOn.checked ? "aktif" : "mati"));
    foldAll.addEventListener("click", toggleAll);
    document.getElementById("keys").addEventListener("click", () => help.showModal());
    document.getElementById("help-close").addEventListener("click", () => help.close());
    document.addEventListener("keydown", pressed);
    bar.addEventListener("input", apply);
    bar.hidden = false;
    apply();
    window.addEventListener("hashchange", reveal);
    // The address does not change when a link is followed again.
    document.addEventListener("click", (event) => {
      if (event.target.closest("a")?.hash === location.hash) reveal();
    });
    reveal();
  }

  // ---------------------------------------------------------------- tables that sort
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.querySelectorAll("thead th[scope=col]")];
    const value = (row, column) => {
      const text = row.cells[column].textContent.trim();
      const figure = Number(text.replace(/[.,](?=\d{3}\b)/g, ""));
      return text === "–" ? -1 : Number.isNaN(figure) ? text.toLowerCase() : figure;
    };
    heads.forEach((head) => {
      const column = Number(head.dataset.column);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") !== "descending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows].map((row) => [value(row, column), row]);
        rows.sort(([one], [two]) => (typeof one === typeof two ? (one > two) - (one < two) : typeof one === "string" ? 1 : -1));
        if (down) rows.reverse();
        table.tBodies[0].append(...rows.map(([, row]) => row));
      });
    });
  }
})();
