// Small comforts: copy buttons, ticks of a runbook that survive a reload, the heading one is at.
"use strict";
(() => {
  for (const block of document.querySelectorAll(".code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(block.querySelector("code").textContent.replace(/\n$/, ""));
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 1600);
    });
    block.classList.add("has-copy");
    block.append(button);
  }

  // What is late is late on the day of reading.
  const today = new Date().toISOString().slice(0, 10);
  for (const due of document.querySelectorAll("time.due")) {
    if (due.dateTime >= today) continue;
    const badge = document.createElement("span");
    badge.className = "badge severity-error";
    badge.textContent = "overdue";
    due.after(" ", badge);
  }

  const ticks = [...document.querySelectorAll(".tick input")];
  const key = `rackbook-ticks ${document.documentElement.dataset.page ?? ""}`;
  const save = () => {
    try {
      localStorage.setItem(key, JSON.stringify(ticks.filter((tick) => tick.checked).map((tick) => tick.name)));
    } catch {
      // Without storage the ticks last for this page only.
    }
  };
  try {
    const saved = JSON.parse(localStorage.getItem(key) ?? "[]");
    for (const tick of ticks) tick.checked = saved.includes(tick.name);
  } catch {
    for (const tick of ticks) tick.checked = false;
  }
  for (const tick of ticks) tick.addEventListener("change", save);
  document.querySelector(".untick")?.addEventListener("click", () => {
    for (const tick of ticks) tick.checked = false;
    save();
  });

  const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
  if (links.size > 0) {
    const watcher = new IntersectionObserver((entries) => {
      const seen = entries.find((entry) => entry.isIntersecting);
      if (!seen) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(seen.target.id)?.setAttribute("aria-current", "location");
    }, { rootMargin: "-15% 0px -70%" });
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading) watcher.observe(heading);
    }
  }

  // On a narrow screen the navigation is a drawer; choosing a place on the same page closes it.
  document.querySelector(".navigation")?.addEventListener("click", (event) => {
    if (event.target.closest("a") && event.currentTarget.matches(":popover-open")) event.currentTarget.hidePopover();
  });
})();
