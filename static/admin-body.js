"use strict";

/* The text of an article in an editor. The text area below it is the form: it is what is sent, kept and compared.
   As soon as something is changed in the editor the area holds HTML and `body_as` says so; until then, and where this
   file or the editor's does not load, it holds what is typed. */

(() => {
  const box = document.querySelector(".body-box");
  if (!box) return;
  const area = box.querySelector("textarea");
  const how = area.form.elements.body_as;
  const tools = box.querySelector(".tools");
  const restored = area.value !== area.defaultValue;
  const own = (address) => Boolean(address) && address.startsWith(box.dataset.media);

  // What a word processor or a web page puts into the clipboard, as far as the editor would take it for text.
  const JUNK = "svg, math, iframe, object, select, button, input, textarea, noscript, template";
  const BLOCKS = "p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, figure, section, article, pre, hr";
  const KEPT = /^(?:href|title|src|alt|width|height|data-pm-slice)$/i;

  // Of each tag what the editor reads. All else, even in a page that is never shown, the browser would report as a
  // breach of this page's policy; how a word processor says "bold" is read further down.
  const ATTRIBUTE = /\s([\w:-]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/g;
  const bare = (tag) => tag.replace(ATTRIBUTE, (whole, name, value = "") => {
    if (name.toLowerCase() === "style") return ` data-style${value}`;
    return KEPT.test(name) ? whole : "";
  });

  const fromClipboard = (html) => {
    const bullets = /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]*?)<!(?:--)?\[endif\](?:--)?\s*>/gi;
    const isNumber = (sign) => /\d/.test(sign.replace(/<[^>]*>|&\w+;/g, ""));
    const marked = html
      .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, "")
      .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, bare)
      .replace(bullets, (_, sign) => (isNumber(sign) ? "<s data-number></s>" : "<s data-bullet></s>"))
      .replace(/(?:<br[^>]*>\s*){2,}/gi, "<p>");
    const page = new DOMParser().parseFromString(marked, "text/html").body;
    for (const junk of page.querySelectorAll(JUNK)) junk.remove();
    for (const head of page.querySelectorAll("h1, h4, h5, h6")) {
      const made = document.createElement(head.localName === "h1" ? "h2" : "h3");
      made.append(...head.childNodes);
      head.replaceWith(made);
    }
    for (const part of page.querySelectorAll("span[data-style]")) {
      const look = part.dataset.style;
      for (const [says, tag] of [[/font-weight:\s*(?:bold|[6-9]00)/i, "strong"], [/font-style:\s*italic/i, "em"]]) {
        if (!says.test(look)) continue;
        const made = document.createElement(tag);
        made.append(...part.childNodes);
        part.append(made);
      }
    }
    for (const plain of page.querySelectorAll("b[data-style]")) {
      if (/(?:^|[;\s])font-weight:\s*(?:normal|400)/i.test(plain.dataset.style)) plain.replaceWith(...plain.childNodes);
    }
    for (const sign of page.querySelectorAll("s[data-number], s[data-bullet]")) {
      const line = sign.closest("p, div, h2, h3, li");
      const tag = "number" in sign.dataset ? "ol" : "ul";
      sign.remove();
      if (!line || line.localName === "li") continue;
      const before = line.previousElementSibling;
      const list = before?.localName === tag && "made" in before.dataset ? before : document.createElement(tag);
      const item = document.createElement("li");
      list.dataset.made = "";
      if (list !== before) line.before(list);
      item.append(...line.childNodes);
      list.append(item);
      line.remove();
    }
    // A table has no place in a text, but its words and figures must not run into one another: a row is a line.
    for (const row of page.querySelectorAll("tr")) {
      const isLong = ({ children }) => [...children].filter((one) => one.matches(BLOCKS)).length > 1;
      if (row.querySelector("table, ul, ol, blockquote") || [...row.cells].some(isLong)) {
        for (const cell of row.cells) {
          const part = document.createElement("div");
          part.append(...cell.childNodes);
          cell.append(part);
        }
        continue;
      }
      const line = document.createElement("p");
      for (const cell of [...row.cells].filter((one) => one.textContent.trim())) {
        for (const block of cell.querySelectorAll(BLOCKS)) block.replaceWith(...block.childNodes);
        line.append(...(line.hasChildNodes() ? [" | "] : []), ...cell.childNodes);
      }
      row.replaceWith(line);
    }
    if (page.querySelector(`:scope > :is(${BLOCKS})`)) {
      let line = null; // words between blocks become a paragraph, with their spaces
      for (const node of [...page.childNodes]) {
        if (node.nodeType === 1 && node.matches(BLOCKS)) {
          line = null;
        } else if (line) {
          line.append(node);
        } else if (node.textContent.trim()) {
          line = document.createElement("p");
          node.replaceWith(line);
          line.append(node);
        }
      }
    }
    return page.innerHTML;
  };

  const parts = (kit) => {
    const figure = kit.Node.create({
      name: "figure",
      group: "block",
      content: "text*", // the caption
      isolating: true,
      draggable: true,
      addAttributes: () => Object.fromEntries(["src", "alt", "width", "height"].map((name) => [name, {
        default: null,
        parseHTML: (element) => element.querySelector("img")?.getAttribute(name),
      }])),
      parseHTML: () => [{
        tag: "figure",
        getAttrs: (element) => (own(element.querySelector("img")?.getAttribute("src")) ? null : false),
        contentElement: (element) => element.querySelector("figcaption") ?? document.createElement("figcaption"),
      }],
      renderHTML: ({ HTMLAttributes }) => [
        "figure",
        ["img", HTMLAttributes],
        ["figcaption", { "data-empty": box.dataset.wordsCaption }, 0],
      ],
      addKeyboardShortcuts: () => ({
        Enter: ({ editor }) => {
          const { $from } = editor.state.selection;
          if ($from.parent.type.name !== "figure") return false;
          const after = $from.after();
          return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).run();
        },
        Backspace: ({ editor }) => {
          const { $from, empty } = editor.state.selection;
          if (!empty || $from.parent.type.name !== "figure" || $from.parentOffset) return false;
          return $from.parent.content.size ? true : editor.commands.deleteNode("figure");
        },
      }),
    });
    const link = kit.Link.extend({
      addAttributes: () => ({ href: { default: null }, title: { default: null } }),
      addPasteRules: () => [],
      addKeyboardShortcuts: () => ({ "Mod-k": () => (document.querySelector("[data-do=link]").click(), true) }),
    }).configure({
      autolink: false,
      openOnClick: false,
      HTMLAttributes: {},
      isAllowedUri: (address) => /^(?:https?:\/\/|mailto:|[/#])/i.test(address ?? ""),
    });
    return [
      ...["Document", "Paragraph", "Text", "Bold", "Italic", "HardBreak", "History", "Dropcursor", "Gapcursor"].map(
        (name) => kit[name],
      ),
      kit.Heading.configure({ levels: [2, 3] }).extend({
        addKeyboardShortcuts: () => ({
          "Mod-Alt-2": ({ editor }) => acts.subhead.run(editor.chain(), editor).run(),
          "Mod-Alt-3": ({ editor }) => acts.small.run(editor.chain(), editor).run(),
        }),
      }),
      kit.Blockquote.extend({ content: "paragraph+" }),
      kit.BulletList,
      kit.OrderedList.extend({
        addAttributes: () => ({}),
        addNodeView: () => null,
        // Not at any number: “1968. ” begins a paragraph.
        addInputRules() {
          return [kit.wrappingInputRule({ find: /^1\.\s$/, type: this.type })];
        },
      }),
      kit.ListItem.extend({ content: "paragraph list*" }),
      link,
      figure,
    ];
  };

  const head = (editor, level) => editor.isActive("heading", { level });
  const quoted = (editor) => editor.isActive("blockquote");
  const toHead = (level) => ({
    run: (chain, editor) => (head(editor, level) ? chain.setParagraph() : chain.clearNodes().setHeading({ level })),
    on: (editor) => head(editor, level),
  });
  const acts = {
    undo: { run: (chain) => chain.undo(), can: (editor) => editor.can().undo() },
    redo: { run: (chain) => chain.redo(), can: (editor) => editor.can().redo() },
    text: {
      run: (chain) => chain.clearNodes(),
      on: (editor) => editor.isActive("paragraph") && !["blockquote", "listItem"].some((name) => editor.isActive(name)),
    },
    subhead: toHead(2),
    small: toHead(3),
    bold: { run: (chain) => chain.toggleBold(), on: (editor) => editor.isActive("bold") },
    italic: { run: (chain) => chain.toggleItalic(), on: (editor) => editor.isActive("italic") },
    link: { on: (editor) => editor.isActive("link") },
    bullets: { run: (chain) => chain.toggleBulletList(), on: (editor) => editor.isActive("bulletList") },
    numbers: { run: (chain) => chain.toggleOrderedList(), on: (editor) => editor.isActive("orderedList") },
    quote: {
      run: (chain, editor) => (quoted(editor) ? chain.lift("blockquote") : chain.clearNodes().wrapIn("blockquote")),
      on: (editor) => quoted(editor),
    },
    break: { run: (chain) => chain.setHardBreak() },
    describe: {},
    without: { run: (chain) => chain.deleteNode("figure") },
  };
  const ANYWHERE = ["undo", "redo", "bold", "italic", "link", "describe", "without"];

  // An address as people write it: of a page, with or without https://, of this site, or of a mailbox.
  const addressOf = (typed) => {
    if (/^(?:https?:\/\/[^\s/]+|mailto:[^\s@]+@|\/|#)\S*$/i.test(typed)) return typed;
    if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(typed)) return `mailto:${typed}`;
    return /^[^\s/:@]+\.[^\s/:@]{2,}(?:[/:?#]\S*)?$/.test(typed) ? `https://${typed}` : "";
  };

  const dialogs = {};
  const dialogOf = (name) => {
    if (!dialogs[name]) {
      dialogs[name] = document.getElementById(name).content.cloneNode(true).querySelector("dialog");
      document.body.append(dialogs[name]);
    }
    return dialogs[name];
  };

  const askForLink = (editor) => {
    const dialog = dialogOf("body-link");
    const input = dialog.querySelector("input");
    const wrong = dialog.querySelector(".wrong");
    const has = editor.isActive("link");
    input.value = editor.getAttributes("link").href ?? "";
    wrong.hidden = true;
    dialog.querySelector("[value=none]").hidden = !has;
    const done = (choice) => {
      const href = addressOf(input.value.trim());
      if (choice === "set" && !href) {
        wrong.hidden = false;
        input.focus();
        return;
      }
      dialog.close();
      const chain = editor.chain().focus();
      if (choice === "none" || choice === "set" && has) chain.extendMarkRange("link");
      if (choice === "none") chain.unsetLink().run();
      else if (choice !== "set") chain.run();
      else if (!has && editor.state.selection.empty) {
        const words = { type: "text", text: input.value.trim(), marks: [{ type: "link", attrs: { href } }] };
        chain.insertContent([words, { type: "text", text: " " }]).run();
      } else chain.setLink({ href }).run();
    };
    dialog.onclick = (event) => {
      const button = event.target.closest("button");
      if (button) done(button.value);
    };
    input.onkeydown = (event) => {
      if (event.key === "Enter") done("set");
    };
    dialog.showModal();
    input.select();
  };

  // Where the picture that one is in, or that is chosen as a whole, stands in the text.
  const pictureAt = ({ selection }) => {
    const { $from, node } = selection;
    if (node?.type.name === "figure") return { node, start: selection.from + 1 };
    const depth = Array.from({ length: $from.depth + 1 }, (_, at) => at).find((at) => $from.node(at).type.name === "figure");
    return depth === undefined ? null : { node: $from.node(depth), start: $from.start(depth) };
  };

  const describe = (editor) => {
    const picture = pictureAt(editor.state);
    if (!picture) return;
    const dialog = dialogOf("body-figure");
    const [alt, caption, credit] = ["alt", "caption", "credit"].map((name) => dialog.querySelector(`[name=${name}]`));
    const said = (field) => field.value.split(/\s+/).filter(Boolean).join(" ");
    alt.value = picture.node.attrs.alt ?? "";
    const stood = picture.node.textContent.trim();
    [, caption.value, credit.value] = /^(.*?)\s*\(([^()]*)\)$/s.exec(stood) ?? ["", stood, ""];
    dialog.onclick = (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      dialog.close();
      const chain = editor.chain().focus();
      if (button.value === "set") {
        chain.command(({ tr, state }) => {
          const end = picture.start + picture.node.content.size;
          tr.setNodeMarkup(picture.start - 1, null, { ...picture.node.attrs, alt: said(alt) });
          // Words in italics and links stay where nothing of the caption was changed.
          const words = [said(caption), said(credit) && `(${said(credit)})`].filter(Boolean).join(" ");
          if (words !== stood) tr.replaceWith(picture.start, end, words ? state.schema.text(words) : []);
          return true;
        });
      }
      chain.run();
    };
    dialog.showModal();
    alt.focus();
  };

  const count = (editor) => {
    const words = editor.getText({ blockSeparator: "\n" }).split(/\s+/).filter(Boolean).length;
    const says = { words, minutes: Math.max(1, Math.round(words / Number(box.dataset.pace))) };
    for (const place of document.querySelectorAll("[data-length]")) place.textContent = says[place.dataset.length];
  };

  const show = (editor) => {
    const inFigure = editor.isActive("figure");
    for (const button of tools.querySelectorAll("button")) {
      const act = acts[button.dataset.do];
      if (act.on) button.setAttribute("aria-pressed", act.on(editor));
      const can = (act.can?.(editor) ?? true) && (!inFigure || ANYWHERE.includes(button.dataset.do));
      button.setAttribute("aria-disabled", !can);
    }
    tools.querySelector("[data-in-figure]").hidden = !inFigure;
  };

  // One stop for the Tab key, arrows between the buttons.
  const steer = () => {
    const buttons = () => [...tools.querySelectorAll("button")].filter((one) => one.offsetParent);
    const stop = (one) => buttons().forEach((other) => { other.tabIndex = other === one ? 0 : -1; });
    stop(buttons()[0]);
    tools.addEventListener("focusin", (event) => stop(event.target));
    tools.addEventListener("keydown", (event) => {
      const all = buttons();
      const at = all.indexOf(event.target);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      all[(to + all.length) % all.length].focus();
    });
  };

  // A picture of the article goes below the paragraph that one is in.
  const putIn = (editor, figure) => {
    const { $from } = editor.state.selection;
    const here = $from.depth ? $from.node(1) : null;
    const blank = here?.type.name === "paragraph" && !here.content.size;
    const at = !here ? $from.pos : blank ? { from: $from.before(1), to: $from.after(1) } : $from.after(1);
    editor.chain().insertContentAt(at, `${figure}<p></p>`).focus().run();
  };

  // A picture that is pasted or dropped as a file has no address yet that readers could ask for.
  const tip = document.querySelector(".body-tip");
  const isFile = (event, data) => {
    if (!data?.files.length || data.types.includes("text/html")) return false;
    event.preventDefault();
    tip.textContent = tip.dataset.tip;
    tip.hidden = false;
    return true;
  };

  const start = (kit) => {
    const typed = area.value !== area.defaultValue;
    if (typed && !(restored && how.value === "html")) return; // somebody was faster than this file: they go on typing
    const label = document.querySelector(`label[for="${area.id}"]`);
    label.id ||= "body-label";
    const editor = new kit.Editor({
      element: box,
      injectCSS: false, // the policy of this page has no room for it; the lines are in admin-desk.css
      extensions: parts(kit),
      content: typed ? area.value : box.dataset.html,
      editorProps: {
        attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, class: "body-text" },
        transformPastedHTML: fromClipboard,
        handlePaste: (_, event) => isFile(event, event.clipboardData),
        handleDrop: (_, event) => isFile(event, event.dataTransfer),
      },
      onUpdate: () => {
        area.value = editor.getHTML();
        how.value = "html";
        count(editor);
        area.dispatchEvent(new Event("input", { bubbles: true }));
      },
      onTransaction: () => show(editor),
    });
    const focused = document.activeElement === area;
    area.hidden = true;
    document.getElementById(`${area.id}_helptext`)?.setAttribute("hidden", "");
    label.addEventListener("click", () => editor.commands.focus());
    tools.hidden = false;
    tools.addEventListener("mousedown", (event) => event.preventDefault()); // what is selected stays so
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      const name = button.dataset.do;
      if (name === "link") askForLink(editor);
      else if (name === "describe") describe(editor);
      else acts[name].run(editor.chain().focus(), editor).run();
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-into-text]");
      if (button) putIn(editor, button.dataset.intoText);
    });
    for (const button of document.querySelectorAll("[data-into-text]")) button.hidden = false;
    for (const line of document.querySelectorAll("[data-typed]")) line.hidden = true;
    steer();
    show(editor);
    if (focused) editor.commands.focus();
  };

  import(box.dataset.editor).then(start, () => {});
})();
