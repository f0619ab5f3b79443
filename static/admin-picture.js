"use strict";

/* The focal point: a click on the picture writes it in figures, and the figures show it on the picture. */

(() => {
  const parts = (focus) => {
    const [x, y] = focus.closest(".picture-file").querySelectorAll(".focus-numbers input[type=number]");
    return { x, y };
  };
  const show = (focus) => {
    const { x, y } = parts(focus);
    let point = focus.querySelector(".point");
    if (!point) {
      point = document.createElement("span");
      point.className = "point";
      focus.append(point);
    }
    point.style.left = `${x.value || 50}%`;
    point.style.top = `${y.value || 50}%`;
  };
  const each = (root) => root.querySelectorAll("[data-focus]").forEach(show);
  addEventListener("DOMContentLoaded", () => each(document));
  document.addEventListener("click", (event) => {
    const focus = event.target.closest?.("[data-focus]");
    if (!focus) return;
    const box = focus.getBoundingClientRect();
    const percent = (at, from, length) => Math.round(Math.min(1, Math.max(0, (at - from) / length)) * 100);
    const { x, y } = parts(focus);
    x.value = percent(event.clientX, box.left, box.width);
    y.value = percent(event.clientY, box.top, box.height);
    x.dispatchEvent(new Event("change", { bubbles: true }));
    show(focus);
  });
  document.addEventListener("input", (event) => {
    const file = event.target.closest?.(".focus-numbers")?.closest(".picture-file");
    const focus = file?.querySelector("[data-focus]");
    if (focus) show(focus);
  });
})();
