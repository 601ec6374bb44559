// Keeps a previewed page fresh: reloads it when the site has changed, and shows the
// author's mistakes over it. Served pages only; it is never published.
(() => {
  const ID = "playbook-problems";
  // Set through the object model, which the page's policy allows; a style attribute it would not.
  const LOOK = `position: fixed; inset: auto 1rem 1rem; margin: 0; z-index: 99; max-height: 60vh; overflow: auto;
    padding: 1rem 1.25rem; border: 2px solid #b3261e; border-radius: .5rem; background: #1f1a17; color: #fbf3e7;
    font: 14px/1.5 ui-monospace, monospace; text-align: start`;
  let known = false;

  function show(problems, errors) {
    document.getElementById(ID)?.remove();
    if (!problems) return;
    const box = document.createElement("section"); // not a dialog: it must not take the focus
    box.id = ID;
    box.style.cssText = LOOK;
    box.setAttribute("role", "alert");
    const title = document.createElement("strong");
    title.textContent = errors === 1 ? "1 error" : `${errors} errors`;
    const text = document.createElement("pre");
    text.textContent = problems;
    text.style.cssText = "white-space: pre-wrap; margin: .5rem 0; background: none; color: inherit; border: 0; padding: 0";
    const close = document.createElement("button");
    close.textContent = "Hide";
    close.style.cssText = "font: inherit; float: inline-end; padding: .25rem .75rem; color: inherit; background: #463c35; border: 1px solid";
    close.addEventListener("click", () => box.remove());
    box.append(close, title, text);
    document.body.append(box);
  }

  const events = new EventSource("/_playbook/events");
  events.addEventListener("state", (e) => {
    // The first state is this page's own; a later one means that the server was
    // restarted and what it now holds may differ.
    if (known) location.reload();
    known = true;
    const state = JSON.parse(e.data || "{}");
    show(state.problems, state.errors);
  });
  events.addEventListener("change", () => location.reload());
})();
