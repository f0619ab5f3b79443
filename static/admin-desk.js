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

/* A menu of the navigation closes when one goes on elsewhere, and with Escape. */

(() => {
  const close = (but) => {
    for (const menu of document.querySelectorAll(".desk-nav details[open]")) {
      if (menu.contains(but)) continue;
      if (!but && menu.contains(document.activeElement)) menu.firstElementChild.focus();
      menu.open = false;
    }
  };
  for (const kind of ["click", "focusin"]) document.addEventListener(kind, (event) => close(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(null);
  });
})();

/* Nothing typed is lost: leaving the page asks first, and a move waits until the text is saved. */

(() => {
  const form = document.getElementById("article_form");
  if (!form) return;
  let unsaved = false;
  const changed = (event) => {
    if (event.target.closest("#article_form")) unsaved = true;
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  for (const done of ["submit", "kept"]) {
    form.addEventListener(done, () => {
      unsaved = false;
    });
  }
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  for (const move of document.querySelectorAll(".acts form, .report form")) {
    move.addEventListener("submit", (event) => {
      const notice = move.closest(".acts, .report").querySelector(".unsaved");
      if (!unsaved || !notice) return;
      event.preventDefault();
      notice.hidden = false;
      notice.scrollIntoView({ block: "nearest" });
    });
  }
})();

/* A button that acts at a set time says at which. */

(() => {
  const language = document.documentElement.lang || "en";
  const said = new Intl.DateTimeFormat(language.startsWith("en") ? "en-GB" : language, {
    day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC",
  });
  for (const button of document.querySelectorAll("[data-time-of]")) {
    const field = document.getElementById(button.dataset.timeOf);
    const plain = button.textContent;
    // The field holds the newsroom's time; "Z" keeps the browser's own zone out of it.
    const tell = () => {
      button.textContent = field.value ? button.dataset.label.replace("…", said.format(new Date(`${field.value}Z`))) : plain;
    };
    field.addEventListener("input", tell);
    tell();
  }
})();

/* While one types, the text is kept beside the article, and others are told who is editing. */

(() => {
  const line = document.querySelector("[data-typing]");
  const form = document.getElementById("article_form");
  if (!line || !form) return;
  const takeOver = line.querySelector("form");
  const kept = form.querySelector(".kept");
  const names = ["headline", "standfirst", "body", "body_as", "byline", "dateline", "report_date", "slug", "tags"];
  const text = () => new URLSearchParams(
    names.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]),
  );
  let last = text().toString();
  let leaving = false;
  let typed = false; // who only looks keeps nobody else from editing
  let soon = 0;
  const tell = async () => {
    const now = text();
    const changed = now.toString() !== last;
    const body = changed ? now : new URLSearchParams();
    if (!typed) body.set("looks", "1");
    body.set("seen", form.elements.seen.value);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(line.dataset.typing, { method: "POST", body });
      if (!answer.ok || leaving) return;
      const said = await answer.json();
      if (changed) {
        now.delete("looks");
        now.delete("seen");
        now.delete("csrfmiddlewaretoken");
        last = now.toString();
      }
      if (said.kept && kept) kept.textContent = said.kept;
      const words = line.querySelector("p");
      words.textContent = [said.others, said.moved, said.held].filter(Boolean).join(" ");
      line.hidden = !words.textContent;
      takeOver.hidden = !said.held;
    } catch {
      // No network: what is typed stands on the screen, and the next round tries again.
    }
  };
  form.addEventListener("input", () => {
    typed = true;
    clearTimeout(soon);
    soon = setTimeout(tell, 3000);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(soon);
  });
  // What was typed last is kept before a colleague's text is taken over, and the page left without a question.
  takeOver.addEventListener("submit", async (event) => {
    event.preventDefault();
    await tell();
    form.dispatchEvent(new CustomEvent("kept"));
    takeOver.submit();
  });
  addEventListener("pagehide", () => {
    if (leaving) return;
    const body = text().toString() === last ? new URLSearchParams() : text();
    body.set("closed", "1");
    body.set("seen", form.elements.seen.value);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    navigator.sendBeacon(line.dataset.typing, body);
  });
  setInterval(() => {
    if (!document.hidden && !leaving) tell();
  }, 30000);
  setTimeout(tell, 1000);
})();

/* On a narrow screen the rows of a list are cards: what stands in a column says which. */

(() => {
  const names = [...document.querySelectorAll("#result_list thead th")].map(
    (head) => (head.querySelector(".text") ?? head).textContent.trim(),
  );
  for (const row of document.querySelectorAll("#result_list tbody tr")) {
    [...row.cells].forEach((cell, at) => {
      const says = cell.textContent.trim();
      if (cell.localName === "th" || cell.matches(".action-checkbox")) return;
      if ((!says || says === "-" || says === "–") && !cell.querySelector("img, input, button")) cell.dataset.empty = "";
      else if (at && names[at] && !cell.querySelector(".badge, button")) cell.dataset.label = names[at];
    });
  }
})();
