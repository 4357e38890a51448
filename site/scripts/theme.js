// The switch between the system's colours, light and dark. Loaded before the page is drawn, so that nothing flashes.
"use strict";
(() => {
  const themes = ["system", "light", "dark"];
  const names = { system: "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };
  const signs = { system: "\u25D0", light: "\u2600", dark: "\u263E" };
  const root = document.documentElement;

  const read = () => {
    try {
      const saved = localStorage.getItem("rackbook-theme");
      return themes.includes(saved) ? saved : "system";
    } catch {
      return "system"; // A browser may refuse storage to pages from files.
    }
  };

  const show = (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  };

  let theme = read();
  show(theme);

  document.addEventListener("DOMContentLoaded", () => {
    const links = document.querySelector(".header-links");
    if (!links) return;
    const button = document.createElement("button");
    const sign = document.createElement("b");
    button.type = "button";
    button.id = "theme";
    sign.setAttribute("aria-hidden", "true");
    const label = () => {
      sign.textContent = signs[theme];
      button.title = names[theme];
      button.setAttribute("aria-label", names[theme]);
    };
    button.append(sign);
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      show(theme);
      label();
      try {
        localStorage.setItem("rackbook-theme", theme);
      } catch {
        // The choice then lasts for this page only.
      }
    });
    label();
    links.append(button);
  });
})();
