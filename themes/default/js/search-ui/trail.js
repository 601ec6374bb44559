// Keeps the state of the search page in the address. A step that the reader completes
// is an entry of the history; what is half typed only stands in the address meanwhile,
// and the entry gets its own state back before the next one is made. Some browsers
// forbid all this for files, which costs the address and nothing else.
export function trail(restore) {
  let committed
  let timer

  const here = () => String(new URLSearchParams(location.search))

  // Keeps also where the reader is on the page.
  function write(method, params) {
    clearTimeout(timer)
    try {
      history[method](scrollY, '', params ? '?' + params : location.pathname)
    } catch {}
  }

  function read() {
    clearTimeout(timer)
    const y = history.state
    committed = here()
    restore(new URLSearchParams(committed)).then(() => y && scrollTo(0, y))
  }

  // Writes what the address should be by then.
  function later(params, delay) {
    clearTimeout(timer)
    timer = setTimeout(() => write('replaceState', String(params)), delay)
  }

  function commit(params) {
    const next = String(params)
    if (next !== committed) {
      write('replaceState', committed)
      write('pushState', next)
      committed = next
    } else later(params, 0)
  }

  // Results come when they come: the browser would scroll too early.
  history.scrollRestoration = 'manual'
  addEventListener('popstate', () => here() !== committed && read())
  read()
  return { commit, later }
}
