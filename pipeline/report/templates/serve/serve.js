(() => {
  "use strict";
  const desk = () => document.getElementById("desk");
  const form = () => document.querySelector("form.decide");
  const field = (name) => form()?.elements.namedItem(name);

  // ---------------------------------------------------------------- drafts: what was typed outlives the page and the server

  const drafts = () => [...(form()?.querySelectorAll("[data-draft]") ?? [])];
  const keyOf = (finding) => `lakip:${desk().dataset.report}:${finding}`;
  const kept = (act) => { try { return act(); } catch { return null; } };

  const remember = () => {
    const typed = Object.fromEntries(drafts().filter((one) => one.value).map((one) => [one.name, one.value]));
    const key = keyOf(desk().dataset.finding);
    kept(() => (Object.keys(typed).length ? localStorage.setItem(key, JSON.stringify(typed)) : localStorage.removeItem(key)));
  };
  const recall = () => {
    if (desk().dataset.done) kept(() => localStorage.removeItem(keyOf(desk().dataset.done)));
    const typed = kept(() => JSON.parse(localStorage.getItem(keyOf(desk().dataset.finding)))) ?? {};
    for (const one of drafts()) if (!one.value && typeof typed[one.name] === "string") one.value = typed[one.name];
    if (typed.value || typed.response) form()?.querySelector("details.extra")?.setAttribute("open", "");
  };

  // ---------------------------------------------------------------- who

  const NAME = "lakip:oleh";
  const name = () => {
    const box = field("by");
    if (!box) return;
    if (!box.value) box.value = kept(() => localStorage.getItem(NAME)) ?? "";
    for (const other of document.querySelectorAll("input[data-by]")) other.value = box.value || other.value;
  };

  // ---------------------------------------------------------------- what is looked at comes into view

  let scrolled = 0;
  const show = () => {
    const [list, current] = [document.querySelector(".index"), document.querySelector(".found a[aria-current]")];
    if (list && list.scrollHeight > list.clientHeight) {
      list.scrollTop = scrolled;
      const [row, frame] = [current?.getBoundingClientRect(), list.getBoundingClientRect()];
      if (row && row.top < frame.top) list.scrollTop -= frame.top - row.top + 60;
      if (row && row.bottom > frame.bottom) list.scrollTop += row.bottom - frame.bottom + 60;
    }
    const pane = document.getElementById("pane");
    const mark = pane?.querySelector(".point.salah") ?? pane?.querySelector(".point.pembanding");
    if (!pane || !mark) return;
    const [spot, frame] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
    pane.scrollTop += spot.top - frame.top - (frame.height - spot.height) / 2;
    if (spot.left < frame.left || spot.right > frame.right) pane.scrollLeft += spot.left - frame.left - Math.max((frame.width - spot.width) / 2, 20);
  };
  // A picture that does not come is no longer being loaded; its alternative text stands there.
  const unpictured = (picture) => picture.closest(".sheet")?.querySelector(".loading")?.remove();
  document.addEventListener("error", (event) => { if (event.target.matches?.(".sheet img")) unpictured(event.target); }, true);
  const look = () => {
    const picture = document.querySelector(".sheet img");
    if (picture?.complete && !picture.naturalWidth) unpictured(picture);
  };
  const say = () => {
    const news = document.querySelector("[data-say]");
    document.getElementById("said").textContent = news ? news.textContent.trim() : "";
  };

  const arrive = () => {
    if (!desk()) return;
    recall();
    name();
    show();
    look();
    say();
    desk().dataset.ready = "";
  };
  document.addEventListener("DOMContentLoaded", arrive);
  document.addEventListener("htmx:beforeSwap", () => { scrolled = document.querySelector(".index")?.scrollTop ?? 0; });
  document.addEventListener("htmx:afterSettle", () => {
    trouble();
    arrive();
    if (document.activeElement === document.body) document.getElementById("looked")?.focus({ preventScroll: true });
  });
  const trouble = (which) => { for (const one of ["unsent", "locked", "broken"]) document.getElementById(one).hidden = one !== which; };
  document.addEventListener("htmx:sendError", () => trouble("unsent"));
  document.addEventListener("htmx:responseError", (event) => trouble(event.detail.xhr.status === 403 ? "locked" : "broken"));
  // A half typed reason is not swept away by the page looking whether the report is ready.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const polling = event.detail.requestConfig?.verb === "get" && event.target.id === "desk";
    if (polling && form()?.contains(document.activeElement)) event.preventDefault();
  });

  // ---------------------------------------------------------------- deciding

  let meant = null;
  const mean = (button) => {
    for (const other of form().querySelectorAll(".act")) other.classList.toggle("meant", other === button);
    meant = button;
  };
  const decide = (button) => {
    const missing = ["by", ...("reason" in button.dataset ? ["reason"] : [])].map(field).find((box) => !box.value.trim());
    if (!missing) { button.click(); return; }
    mean(button);
    missing.classList.add("needed");
    missing.focus();
  };
  document.addEventListener("input", (event) => {
    event.target.classList?.remove("needed");
    if (event.target.matches?.("[data-draft]")) remember();
    if (event.target.matches?.("[data-name]")) { kept(() => localStorage.setItem(NAME, event.target.value)); name(); }
  });
  // The second half of a double click falls on the next finding, which nobody has read yet.
  document.addEventListener("click", (event) => {
    if (event.detail > 1 && event.target.closest?.("form[method=post] button")) event.preventDefault();
  });
  const sending = (yes) => (event) => {
    if (event.detail.requestConfig?.verb !== "post") return;
    for (const button of event.target.querySelectorAll("button")) button.disabled = yes;
  };
  document.addEventListener("htmx:beforeRequest", sending(true));
  document.addEventListener("htmx:afterRequest", sending(false));
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".verdicts .act");
    if (button && event.isTrusted) {
      const missing = ["by", ...("reason" in button.dataset ? ["reason"] : [])].map(field).some((box) => !box.value.trim());
      if (missing) { event.preventDefault(); decide(button); }
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !form()?.contains(event.target) || event.target.tagName !== "INPUT" || event.target.type === "checkbox") return;
    event.preventDefault();
    const chosen = meant && form().contains(meant) ? meant : field("value")?.value ? form().querySelector("[data-key='2']") : null;
    if (chosen) decide(chosen);
  });

  // ---------------------------------------------------------------- keys; none acts while something is typed

  const typing = (target) => target.matches?.("input:not([type=checkbox]), textarea, select") || target.isContentEditable;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) { event.preventDefault(); event.target.blur(); return; }
    if (typing(event.target) || event.repeat) return;
    if (event.key === "?") {
      const help = document.getElementById("help");
      if (help) help.open = !help.open;
      return;
    }
    if (event.key === "/") {
      const box = document.getElementById("search");
      if (box) { event.preventDefault(); box.focus(); box.select(); }
      return;
    }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!target || target.disabled) return;
    event.preventDefault();
    if (target.closest(".verdicts")) decidedBy(target);
    else target.click();
  });
  const decidedBy = (button) => {
    if (button.value === "salah baca") form().querySelector("details.extra").open = true;
    if ("reason" in button.dataset) { mean(button); (field("by").value.trim() ? field("reason") : field("by")).focus(); }
    else decide(button);
  };

  // A cell that the finding is compared with is chosen as the one that was misread, without losing what was typed.
  document.addEventListener("click", (event) => {
    const spot = event.target.closest?.("a[data-place]");
    const which = spot && field("place");
    if (!which) return;
    event.preventDefault();
    event.stopPropagation();
    form().querySelector("details.extra").open = true;
    which.value = spot.dataset.place;
    field("value").focus();
  }, true);
})();
