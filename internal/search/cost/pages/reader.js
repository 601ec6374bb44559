// What a reader does, put into the page by the measuring program. Results are there when
// the list has changed and is not empty, or the line that counts them says that there
// are none, and nothing changed for a while. That the line alone changes means nothing: an
// interface may say that it searches, and leave older results until it has found some.
(() => {
  const list = () => document.querySelector('.hits')
  const status = () => document.querySelector('.search-status')
  const help = () => document.querySelector('.search-help') // where an interface says that it failed, with a button to try again
  const field = () => document.querySelector('dialog[open] input, body > input')
  const until = (condition) => new Promise((resolve) => {
    const look = () => condition() ? resolve() : setTimeout(look, 5)
    look()
  })
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const put = (text) => {
    field().value = text
    field().dispatchEvent(new Event('input', { bubbles: true }))
  }

  async function open() {
    document.querySelector('[data-search-open]').click()
    await until(() => field() && list() && status())
    return true
  }

  // Puts a query into the field and resolves when its results stand for so many ms. How
  // long they took is told in ms; when the first of them stood and were drawn, by the clock.
  function ask(query, quiet) {
    return new Promise((resolve, reject) => {
      const answer = { ms: 0, first: 0, painted: 0, shown: 0 }
      let timer
      const start = performance.now()
      const done = (stop, value) => {
        for (const observer of observers) observer.disconnect()
        stop(value)
      }
      const changed = () => {
        const now = performance.now()
        answer.shown = list().children.length
        answer.ms = now - start
        clearTimeout(timer)
        timer = setTimeout(() => done(resolve, answer), quiet)
        if (!answer.shown || answer.first) return
        answer.first = performance.timeOrigin + now
        requestAnimationFrame(() => (answer.painted = performance.timeOrigin + performance.now()))
      }
      const observers = [
        new MutationObserver(() => list().children.length && changed()),
        new MutationObserver(() => /^0 /.test(status().textContent) && changed()),
        new MutationObserver(() => /Try again/.test(help().textContent) && done(reject, new Error(help().textContent))),
      ]
      for (const [i, place] of [list(), status(), help()].entries()) place && observers[i].observe(place, { childList: true })
      put(query)
    })
  }

  // Types all but the last letter, then asks with it.
  async function type(query, quiet, pace) {
    for (let i = 1; i < query.length; i++) {
      put(query.slice(0, i))
      await pause(pace)
    }
    return ask(query, quiet)
  }

  async function again(queries, rounds, quiet) {
    const times = []
    for (let i = 0; i < rounds; i++) {
      for (const query of queries) times.push((await ask(query, quiet)).ms)
    }
    return times
  }

  const state = () => `${list()?.children.length} results, “${status()?.textContent}”`

  self.reader = { open, ask, type, again, state }
  return true
})()
