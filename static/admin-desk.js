"use strict";

/* Boxes that search while one types are named after their label. */
(() => {
  const name = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const box = select.nextElementSibling?.querySelector(".select2-selection");
      const shown = box?.querySelector(".select2-selection__rendered");
      const label = select.getAttribute("aria-label") || select.labels?.[0]?.textContent.trim().replace(/:$/, "");
      if (!shown || !label) continue;
      box.removeAttribute("aria-labelledby");
      box.setAttribute("aria-label", label);
      shown.setAttribute("aria-label", label);
    }
  };
  // Behind Django's own set-up of these boxes, which waits for the same moment.
  const ready = window.django?.jQuery ?? ((run) => addEventListener("load", run));
  ready(() => name(document));
  // An icon with a name needs a role, else screen readers may not say it. Django draws them when the page has loaded.
  addEventListener("load", () => setTimeout(() => {
    for (const icon of document.querySelectorAll(".help-tooltip[aria-label]")) icon.setAttribute("role", "img");
  }));
  document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
})();

/* Nothing typed is lost: leaving the page asks first, and a move waits until the text is saved. */

(() => {
  const form = document.getElementById("article_form");
  if (!form) return;
  let unsaved = false;
  const notice = document.querySelector(".acts .unsaved");
  const changed = (event) => {
    if (event.target.closest("#article_form")) unsaved = true;
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  for (const move of document.querySelectorAll(".acts form")) {
    move.addEventListener("submit", (event) => {
      if (!unsaved || !notice) return;
      event.preventDefault();
      notice.hidden = false;
      notice.scrollIntoView({ block: "nearest" });
    });
  }
})();
