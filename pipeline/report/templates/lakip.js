(() => {
  "use strict";
  const bar = document.getElementById("filter");
  if (bar) {
    const query = document.getElementById("query");
    const kind = document.getElementById("kind");
    const shown = document.getElementById("shown");
    const ticks = [...bar.querySelectorAll("input[name=severity]")];
    const entries = [...document.querySelectorAll(".entry")].map((element) => ({
      element, text: element.textContent.toLowerCase(), severity: element.dataset.severity, family: element.dataset.family,
    }));
    const holds = (text, word) => (word[0] === "-" && word.length > 1 ? !text.includes(word.slice(1)) : text.includes(word));
    const apply = () => {
      const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
      const severities = new Set(ticks.filter((tick) => tick.checked).map((tick) => tick.value));
      let count = 0;
      for (const entry of entries) {
        const fits = severities.has(entry.severity) && (!kind.value || kind.value === entry.family) && words.every((word) => holds(entry.text, word));
        entry.element.hidden = !fits;
        count += fits ? 1 : 0;
      }
      for (const part of document.querySelectorAll(".block, .group")) part.hidden = !part.querySelector(".entry:not([hidden])");
      shown.textContent = bar.dataset.shown.replace("{n}", count).replace("{all}", entries.length);
    };
    bar.addEventListener("input", apply);
    bar.hidden = false;
    apply();
  }

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
