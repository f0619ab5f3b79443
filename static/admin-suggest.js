"use strict";
/* Suggestions below a text box, from the desk's own autocomplete. Without this file the boxes take plain names.
   <input data-suggest="ADDRESS">                   several names, shown as chips; sent as one comma-separated line
   <input data-suggest="ADDRESS" data-suggest-one>  one name */

(() => {
  const PAUSE = 200; // milliseconds without a key before the desk is asked
  let made = 0;

  const element = (tag, attributes = {}, text = "") => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    return made;
  };

  /** Give `input` a list of suggestions; `choose` is called with the one that was taken. */
  const suggest = (input, address, choose, skip = () => false) => {
    const id = `suggest-${(made += 1)}`;
    const around = element("span", { class: "suggest" });
    const list = element("ul", { id, role: "listbox", hidden: "" });
    list.setAttribute("aria-label", input.getAttribute("aria-label") || input.labels?.[0]?.textContent.trim() || "");
    input.replaceWith(around);
    around.append(input, list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": id,
    })) input.setAttribute(name, value);

    let waiting = 0;
    let asked = null;
    let active = -1;

    const close = () => {
      clearTimeout(waiting);
      asked?.abort();
      list.hidden = true;
      list.replaceChildren();
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const take = (option) => {
      choose(option.textContent);
      close();
    };
    const mark = (index) => {
      active = index;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      const option = list.children[index];
      if (option) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    };
    const show = (names) => {
      list.replaceChildren(
        ...names.map((name, i) => element("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false" }, name)),
      );
      list.hidden = !names.length;
      active = -1;
      input.setAttribute("aria-expanded", String(names.length > 0));
    };
    const ask = async (term) => {
      asked?.abort();
      asked = new AbortController();
      try {
        const answer = await fetch(`${address}&term=${encodeURIComponent(term)}`, { signal: asked.signal });
        if (!answer.ok) return close();
        const names = (await answer.json()).results.map((result) => result.text);
        if (document.activeElement === input) show(names.filter((name) => !skip(name)).slice(0, 10));
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      const term = input.value.trim();
      if (!term) return close();
      waiting = setTimeout(() => ask(term), PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      const count = list.children.length;
      if (event.key === "Escape" && count) {
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        take(list.children[active]);
      }
    });
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(option);
    });
    input.addEventListener("blur", close);
    return { around, close };
  };

  /** The names of a comma-separated line; one with a comma stands in double quotes. */
  const namesIn = (line) => {
    const names = [];
    const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/gy;
    while (pattern.lastIndex < line.length) {
      const found = pattern.exec(line);
      if (!found) break;
      const name = (found[1] === undefined ? found[2] : found[1].replaceAll('""', '"')).replace(/\s+/g, " ").trim();
      if (name) names.push(name);
    }
    return names;
  };
  const lineOf = (names) =>
    names.map((name) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(", ");
  const same = (one, other) => one.toLocaleLowerCase() === other.toLocaleLowerCase();

  const chips = (box) => {
    let names = [];
    const list = element("ul", { class: "chips", "aria-label": box.dataset.wordsList });
    const input = element("input", { type: "text", id: box.id });
    const described = box.getAttribute("aria-describedby");
    if (described) input.setAttribute("aria-describedby", described);
    box.removeAttribute("id");
    box.type = "hidden";
    const frame = element("div", { class: "chip-box" });
    box.after(frame);
    frame.append(list, input);

    const write = () => {
      box.value = lineOf(names);
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const draw = () => {
      list.replaceChildren(
        ...names.map((name) => {
          const item = element("li", { class: "chip" }, name);
          const remove = element("button", { type: "button", "aria-label": `${box.dataset.wordsRemove} ${name}` }, "×");
          remove.addEventListener("click", () => {
            names = names.filter((other) => other !== name);
            draw();
            write();
            input.focus();
          });
          item.append(remove);
          return item;
        }),
      );
    };
    const add = (text) => {
      const fresh = namesIn(text).filter((name, i, all) =>
        !names.some((other) => same(other, name)) && all.findIndex((other) => same(other, name)) === i);
      if (fresh.length) {
        names = [...names, ...fresh];
        draw();
        write();
      }
      input.value = "";
    };
    names = namesIn(box.value);
    draw();
    suggest(input, box.dataset.suggest, (name) => add(lineOf([name])), (name) => names.some((other) => same(other, name)));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && input.value.trim()) {
        event.preventDefault();
        add(input.value);
      } else if (event.key === "Backspace" && !input.value && names.length) {
        names = names.slice(0, -1);
        draw();
        write();
      }
    });
    input.addEventListener("input", () => {
      if (input.value.includes(",") && !input.value.trimStart().startsWith('"')) add(input.value);
    });
    input.addEventListener("blur", () => add(input.value)); // what was typed and not finished is not lost
    box.form?.addEventListener("submit", () => add(input.value));
  };

  for (const box of document.querySelectorAll("input[data-suggest]")) {
    if (box.hasAttribute("data-suggest-one")) {
      suggest(box, box.dataset.suggest, (name) => {
        box.value = name;
        box.form.requestSubmit();
      });
    } else {
      chips(box);
    }
  }
})();
