// The search box: an ARIA combobox over the index. `/` focuses it, arrows move, Enter opens, Escape closes.
"use strict";
(() => {
  const box = document.querySelector(".search");
  if (!box) return;
  const form = box.querySelector("form");
  const input = box.querySelector("input");
  const root = document.documentElement.dataset.root ?? "";
  const perGroup = 6;
  let kind = null;
  let options = [];
  let active = -1;
  let loading = false;

  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };

  const panel = make("div", "results");
  const filters = make("div", "filters");
  const list = make("div", "hits");
  const status = make("div", "visually-hidden");
  const keys = make("div", "keys");
  panel.hidden = true;
  filters.setAttribute("role", "group");
  filters.setAttribute("aria-label", "Show only");
  list.id = "search-results";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Search results");
  status.setAttribute("role", "status");
  for (const [key, does] of [["\u2191\u2193", "move"], ["Enter", "open"], ["Esc", "close"]]) {
    keys.append(make("span", "", make("kbd", "", key), ` ${does}`));
  }
  panel.append(filters, list, keys);
  box.append(panel, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  // The index is read when it is first wanted, so that a page costs nothing more than itself.
  const load = () => {
    if (loading || rackbook.index) return;
    loading = true;
    const script = document.createElement("script");
    script.src = `${root}search-index.js`;
    document.head.append(script);
  };

  /** Text with the words of the query marked, at the beginnings of words first. */
  const marked = (text, words) => {
    const plain = rackbook.fold(text);
    if (plain.length !== text.length) return [text];
    const ranges = [];
    for (const word of words) {
      for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length)) {
        const inside = at > 0 && /[\p{L}\p{N}]/u.test(plain[at - 1]);
        if (!inside || word.length >= 3) ranges.push([at, at + word.length]);
      }
    }
    ranges.sort((left, right) => left[0] - right[0]);
    const out = [];
    let done = 0;
    for (const [from, to] of ranges) {
      if (from < done) continue;
      out.push(text.slice(done, from), make("mark", "", text.slice(from, to)));
      done = to;
    }
    out.push(text.slice(done));
    return out;
  };

  /** Where on the page the words are: a symptom or another name, else a heading, else the page itself. */
  const place = (page, words) => {
    const count = (text) => {
      const plain = rackbook.fold(text);
      return words.filter((word) => plain.includes(word)).length;
    };
    const best = (list, text) => list.reduce(
      (found, item) => (count(text(item)) > found.count ? { item, count: count(text(item)) } : found),
      { item: null, count: count(page.title) });
    const alias = best(page.aliases, (item) => item);
    const heading = best(page.headings, (item) => item[0]);
    if (alias.item && alias.count >= heading.count) return { text: alias.item, anchor: "" };
    if (heading.item) return { heading: heading.item[0], text: page.summary, anchor: `#${heading.item[1]}` };
    return { text: page.summary, anchor: "" };
  };

  const option = ({ page }, words) => {
    const { heading, text, anchor } = place(page, words);
    const icon = make("span", "icon");
    const name = make("span", "name", ...marked(page.title, words));
    const line = make("div", "", name);
    if (heading) line.append(make("span", "where", " \u203A ", ...marked(heading, words)));
    const element = make("div", `hit kind-${page.kind}`, icon, make("div", "", line, make("p", "", ...marked(text, words))));
    element.id = `hit-${options.length}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.dataset.href = root + page.path + anchor;
    element.addEventListener("click", () => open(element));
    options.push(element);
    return element;
  };

  const group = (id, hits, words) => {
    const [, , plural] = rackbook.index.kinds.find(([known]) => known === id);
    const heading = make("div", "group", plural);
    heading.id = `hits-${id}`;
    const element = make("div", "", heading);
    element.setAttribute("role", "group");
    element.setAttribute("aria-labelledby", heading.id);
    for (const hit of hits.slice(0, kind ? hits.length : perGroup)) element.append(option(hit, words));
    return element;
  };

  const chip = (id, label, count) => {
    const button = make("button", id ? `kind-${id}` : "", ...(id ? [make("span", "icon")] : []), `${label} ${count}`);
    button.type = "button";
    button.setAttribute("aria-pressed", String(kind === id));
    button.addEventListener("click", () => {
      kind = kind === id ? null : id;
      show();
      input.focus();
    });
    return button;
  };

  const showFilters = (counts) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    filters.replaceChildren(chip(null, "All", all));
    for (const [id, , plural] of rackbook.index.kinds) {
      if (counts.has(id) || kind === id) filters.append(chip(id, plural, counts.get(id) ?? 0));
    }
  };

  const show = () => {
    if (!rackbook.index || input.value.trim() === "") return close();
    const { hits, counts, words, total } = rackbook.index.search(input.value, { kind });
    const groups = new Map();
    for (const hit of hits) groups.set(hit.page.kind, [...(groups.get(hit.page.kind) ?? []), hit]);
    options = [];
    list.replaceChildren(...[...groups].map(([id, members]) => group(id, members, words)));
    if (options.length === 0) list.append(nothing());
    showFilters(counts);
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent = total === 1 ? "1 result" : `${total ?? 0} results`;
    select(options.length > 0 ? 0 : -1);
  };

  const nothing = () => {
    const message = make("div", "nothing", "Nothing has that name, address or symptom. ");
    const link = make("a", "", "All pages from A to Z");
    link.href = `${root}a-z.html`;
    message.append(link);
    message.setAttribute("role", "option");
    message.setAttribute("aria-disabled", "true");
    return message;
  };

  const select = (index) => {
    options[active]?.setAttribute("aria-selected", "false");
    active = index;
    const chosen = options[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  };

  const close = () => {
    panel.hidden = true;
    options = [];
    select(-1);
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
  };

  const open = (element) => {
    close();
    location.href = element.dataset.href;
  };

  const moves = {
    ArrowDown: () => (active + 1) % options.length,
    ArrowUp: () => (active - 1 + options.length) % options.length,
    PageDown: () => Math.min(active + 8, options.length - 1),
    PageUp: () => Math.max(active - 8, 0),
  };

  input.addEventListener("focus", () => {
    load();
    if (panel.hidden) show();
  });
  input.addEventListener("input", show);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (panel.hidden) input.blur();
      else close();
      event.preventDefault();
    } else if (moves[event.key] && options.length > 0) {
      event.preventDefault();
      select(moves[event.key]());
    } else if (event.key === "ArrowDown" && panel.hidden) show();
  });
  form.addEventListener("submit", (event) => {
    if (!rackbook.index) return; // Then the form leads to the list of all pages.
    event.preventDefault();
    if (options[active]) open(options[active]);
  });
  document.addEventListener("rackbook-index", () => {
    if (document.activeElement === input) show();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    const command = (event.metaKey || event.ctrlKey) && event.key === "k";
    if (command || (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target)) close();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
})();
