"use strict";

/* What a line of the report is, asked in its place instead of on a page of its own. */

(() => {
  const form = document.getElementById("ask-form");
  const raw = document.querySelector(".report .raw");
  if (!form || !raw) return;
  let asked = null;
  const leave = () => {
    form.hidden = true;
    asked?.focus();
  };
  raw.addEventListener("click", (event) => {
    const link = event.target.closest("a.ask");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    asked = link;
    form.action = link.href;
    form.reset();
    form.elements.role.value = link.dataset.role;
    link.after(form);
    form.hidden = false;
    form.elements.role.focus();
  });
  form.querySelector(".leave").addEventListener("click", leave);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });
})();
