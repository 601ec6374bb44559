// Keeps a previewed page fresh: reloads it when the site has changed, and shows the
// author's mistakes over it. Served pages only; it is never published.
(() => {
  const ID = "playbook-problems";
  let known = false;

  function show(problems, errors) {
    document.getElementById(ID)?.remove();
    if (!problems) return;
    const box = document.createElement("dialog");
    box.id = ID;
    const title = document.createElement("h2");
    title.textContent = errors === 1 ? "1 error" : `${errors} errors`;
    const text = document.createElement("pre");
    text.textContent = problems;
    const close = document.createElement("button");
    close.textContent = "Hide";
    close.addEventListener("click", () => box.remove());
    box.append(title, text, close);
    document.body.append(box);
    box.show();
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
