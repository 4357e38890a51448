// Diagrams: pan, zoom and fit by pointer, wheel, pinch, buttons and keys; the neighbours of a node stand out.
"use strict";
(() => {
  const make = (label, sign, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    return button;
  };

  class Diagram {
    constructor(figure) {
      this.canvas = figure.querySelector(".canvas");
      this.svg = this.canvas.querySelector("svg");
      const { x, y, width, height } = this.svg.viewBox.baseVal;
      this.whole = { x, y, width, height };
      this.view = { ...this.whole };
      this.pointers = new Map();
      const natural = height * Math.min(1.35, this.canvas.clientWidth / width);
      this.canvas.style.setProperty("--tall", `${Math.round(natural + 32)}px`);
      this.canvas.classList.add("live");
      this.svg.removeAttribute("width");
      this.svg.removeAttribute("height");
      this.addButtons(figure.querySelector(".bar"));
      this.listenToPointer();
      this.listenToKeys();
      this.listenToFocus();
      this.fit();
    }

    show(view) {
      const least = this.whole.width / 24, most = Math.max(this.whole.width, this.whole.height) * 4;
      if (view.width < least || view.width > most) return;
      this.view = view;
      this.svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    }

    /** The whole drawing, never larger than its natural size by more than a third. */
    fit() {
      const { clientWidth, clientHeight } = this.canvas;
      if (clientWidth === 0 || clientHeight === 0) return; // Not on the screen: on paper, or in a closed part.
      const margin = 12;
      const scale = Math.min(clientWidth / (this.whole.width + margin), clientHeight / (this.whole.height + margin), 1.35);
      const width = clientWidth / scale, height = clientHeight / scale;
      this.show({
        x: this.whole.x - (width - this.whole.width) / 2, y: this.whole.y - (height - this.whole.height) / 2,
        width, height,
      });
    }

    /** Zooms so that the given point of the screen stays where it is. */
    zoom(factor, clientX, clientY) {
      const box = this.svg.getBoundingClientRect();
      const shareX = clientX === undefined ? 0.5 : (clientX - box.left) / box.width;
      const shareY = clientY === undefined ? 0.5 : (clientY - box.top) / box.height;
      const { x, y, width, height } = this.view;
      this.show({
        x: x + width * (1 - factor) * shareX, y: y + height * (1 - factor) * shareY,
        width: width * factor, height: height * factor,
      });
    }

    move(pixelsX, pixelsY) {
      const scale = this.view.width / this.svg.getBoundingClientRect().width;
      this.show({ ...this.view, x: this.view.x - pixelsX * scale, y: this.view.y - pixelsY * scale });
    }

    addButtons(bar) {
      bar.append(
        make("Zoom out", "\u2212", () => this.zoom(1.25)), make("Zoom in", "+", () => this.zoom(0.8)),
        make("Show all", "Fit", () => this.fit()));
    }

    listenToPointer() {
      this.canvas.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey && !this.canvas.contains(document.activeElement)) return;
        event.preventDefault();
        this.zoom(Math.exp(event.deltaY * 0.0015), event.clientX, event.clientY);
      }, { passive: false });
      this.canvas.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        this.pointers.set(event.pointerId, event);
        this.travelled = 0;
      });
      this.canvas.addEventListener("pointermove", (event) => this.drag(event));
      for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
        this.canvas.addEventListener(end, (event) => {
          this.pointers.delete(event.pointerId);
          this.canvas.classList.remove("moving");
        });
      }
      this.svg.addEventListener("dragstart", (event) => event.preventDefault());
      this.svg.addEventListener("click", (event) => {
        if (this.travelled > 6) event.preventDefault(); // The end of a drag is no click on a link.
      }, true);
      window.addEventListener("resize", () => this.fit());
    }

    drag(event) {
      const before = this.pointers.get(event.pointerId);
      if (!before) return;
      const others = [...this.pointers.values()].filter((pointer) => pointer.pointerId !== event.pointerId);
      if (others.length === 1) {
        const distance = (pointer) => Math.hypot(pointer.clientX - others[0].clientX, pointer.clientY - others[0].clientY);
        const factor = distance(before) / Math.max(1, distance(event));
        this.zoom(factor, (event.clientX + others[0].clientX) / 2, (event.clientY + others[0].clientY) / 2);
      } else {
        this.move(event.clientX - before.clientX, event.clientY - before.clientY);
      }
      this.travelled += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
      if (this.travelled > 6) {
        this.canvas.classList.add("moving");
        this.canvas.setPointerCapture(event.pointerId);
      }
      this.pointers.set(event.pointerId, event);
    }

    listenToKeys() {
      const step = 60;
      const acts = {
        "+": () => this.zoom(0.8), "=": () => this.zoom(0.8), "-": () => this.zoom(1.25), 0: () => this.fit(),
        ArrowLeft: () => this.move(step, 0), ArrowRight: () => this.move(-step, 0),
        ArrowUp: () => this.move(0, step), ArrowDown: () => this.move(0, -step),
      };
      this.canvas.addEventListener("keydown", (event) => {
        if (!acts[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        acts[event.key]();
      });
    }

    /** Edges carry the ids of their ends as classes: from-ID and to-ID. */
    listenToFocus() {
      const show = (event) => {
        const node = event.target.closest?.(".node");
        if (node) this.highlight(node);
      };
      const clear = () => this.highlight(null);
      this.svg.addEventListener("pointerover", show);
      this.svg.addEventListener("focusin", (event) => {
        show(event);
        this.reveal(event.target);
      });
      this.svg.addEventListener("pointerout", clear);
      this.svg.addEventListener("focusout", clear);
    }

    highlight(node) {
      for (const element of this.svg.querySelectorAll(".near")) element.classList.remove("near");
      this.svg.classList.toggle("focused", node !== null);
      if (!node) return;
      node.classList.add("near");
      for (const edge of this.svg.querySelectorAll(".edge")) {
        const ends = [...edge.classList].map((name) => /^(?:from|to)-(.+)$/.exec(name)?.[1]).filter(Boolean);
        if (!ends.includes(node.id)) continue;
        edge.classList.add("near");
        for (const end of ends) document.getElementById(end)?.classList.add("near");
      }
    }

    /** Moves a node that was reached by keyboard into view. */
    reveal(target) {
      const node = target.getBoundingClientRect(), frame = this.canvas.getBoundingClientRect();
      const off = (low, high, from, to) => (low < from ? from - low + 16 : high > to ? to - high - 16 : 0);
      this.move(off(node.left, node.right, frame.left, frame.right), off(node.top, node.bottom, frame.top, frame.bottom));
      this.canvas.scrollTo(0, 0);
    }
  }

  for (const figure of document.querySelectorAll(".diagram")) {
    if (figure.querySelector(".canvas > svg[viewBox]")) new Diagram(figure);
  }
})();
