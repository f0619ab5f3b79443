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
  // A comment or a reason that is typed elsewhere on the page does not go with the form that is sent.
  let sent = null;
  document.addEventListener("submit", (event) => {
    sent = event.target;
  });
  const said = (area) => ![form, sent].includes(area.form) && area.value.trim() && area.value !== area.defaultValue;
  addEventListener("beforeunload", (event) => {
    if (unsaved || [...document.querySelectorAll("textarea[name]")].some(said)) event.preventDefault();
    sent = null;
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

/* While one types, the text is kept beside the article, and others are told who is editing. A new article begins with
   the first words that are typed; from then on this page is its own. Before a save the text is kept once more. */

(() => {
  const line = document.querySelector("[data-typing], [data-begin]");
  const form = document.getElementById("article_form");
  if (!line || !form) return;
  const words = line.querySelector("p");
  const takeOver = line.querySelector("form");
  const kept = form.querySelector(".kept") ?? words;
  const names = ["headline", "standfirst", "body", "body_as", "byline", "dateline", "report_date", "slug", "tags"];
  const text = () => new URLSearchParams(
    names.filter((name) => form.elements[name]).map((name) => [name, form.elements[name].value]),
  );
  let last = text().toString();
  let leaving = false;
  let asked = false;
  let saving = false;
  let typed = false; // who only looks keeps nobody else from editing
  let soon = 0;
  const signed = (body) => {
    body.set("seen", form.elements.seen.value);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    return body;
  };
  // Who has signed in anew elsewhere has a new mark, which every form of this page must carry.
  const renew = async () => {
    const page = await fetch(location.href);
    if (!page.ok || page.redirected) return false;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const mark = fresh.querySelector("#article_form [name=csrfmiddlewaretoken]")?.value;
    if (!mark) return false;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = mark;
    return true;
  };
  const post = async (address, body) => {
    const answer = await fetch(address, { method: "POST", body: signed(body) });
    return answer.status === 403 && await renew() ? fetch(address, { method: "POST", body: signed(body) }) : answer;
  };
  const begun = (said) => {
    history.replaceState(null, "", said.change);
    line.dataset.typing = said.typing;
    takeOver.action = said.take_over;
    form.elements.seen.value = said.seen;
  };
  const say = (sentence) => {
    words.textContent = sentence;
    line.hidden = !sentence;
  };
  // True where the server has heard of it, "out" where the person is not signed in, false where no answer came.
  const send = async () => {
    const now = text();
    const changed = now.toString() !== last;
    const body = changed ? new URLSearchParams(now) : new URLSearchParams();
    if (!typed) body.set("looks", "1");
    if (!line.dataset.typing && !changed) return true;
    try {
      const answer = await post(line.dataset.typing ?? line.dataset.begin, body);
      if (leaving) return true;
      if (answer.redirected) {
        kept.textContent = line.dataset.out;
        kept.classList.add("out");
        return "out";
      }
      if (!answer.ok) return false;
      const said = await answer.json();
      if (said.change) begun(said);
      if (changed) last = now.toString();
      if (said.kept || kept.classList.contains("out")) kept.textContent = said.kept;
      kept.classList.remove("out");
      say([said.others, said.moved, said.held].filter(Boolean).join(" "));
      takeOver.hidden = !said.held;
      return true;
    } catch {
      // No network: what is typed stands on the screen, and the next round tries again.
      return false;
    }
  };
  let before = Promise.resolve(); // one after the other, so that a new article begins once
  const tell = () => (before = before.then(send));
  form.addEventListener("input", () => {
    typed = true;
    clearTimeout(soon);
    soon = setTimeout(tell, 3000);
  });
  form.addEventListener("submit", async (event) => {
    clearTimeout(soon);
    if (saving) {
      leaving = true;
      return;
    }
    event.preventDefault();
    if (asked) return; // a double click
    asked = true;
    const heard = await tell();
    asked = false;
    if (heard === "out") {
      form.dispatchEvent(new Event("change")); // it is not saved yet
      return;
    }
    saving = true;
    form.requestSubmit(event.submitter);
    saving = false;
  });
  // What was typed last is kept before a colleague's text is taken over, and the page left without a question.
  takeOver.addEventListener("submit", async (event) => {
    event.preventDefault();
    await tell();
    form.dispatchEvent(new CustomEvent("kept"));
    takeOver.submit();
  });
  addEventListener("pagehide", () => {
    const body = text().toString() === last ? new URLSearchParams() : text();
    if (leaving || !line.dataset.typing && !body.size) return;
    body.set("closed", "1");
    navigator.sendBeacon(line.dataset.typing ?? line.dataset.begin, signed(body));
  });
  addEventListener("pageshow", () => {
    leaving = false; // back from the page after a save
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
