// The server's events. Browsers allow six connections to a host, and each stream is one:
// with more tabs the next page would wait for ever. So only some tabs keep theirs while
// nobody sees them; the others hear how things stand when they are looked at again.
const most = 4
const patience = 1000 // ms before a lost stream is worth a word: a restart is faster

export function listen({ heard, lost }) {
  let source
  let timer
  let keeps // whether this tab is one of them

  function open() {
    close()
    if (document.hidden && !keeps) return
    source = new EventSource('/_playbook/events')
    for (const name of ['state', 'change']) {
      source.addEventListener(name, (event) => {
        clearTimeout(timer)
        timer = undefined
        heard(name, JSON.parse(event.data))
      })
    }
    source.onerror = ({ target }) => {
      timer ??= setTimeout(lost, patience)
      // A refusal ends the stream for good, so it has to be opened anew.
      if (target.readyState === EventSource.CLOSED) setTimeout(open, patience)
    }
  }

  function close() {
    source?.close()
    clearTimeout(timer)
    source = timer = undefined
  }

  // A lock is a tab's until it is closed. Where there are none, no tab keeps its stream.
  function claim(n) {
    navigator.locks?.request('playbook-stream-' + n, { ifAvailable: true }, (lock) => {
      if (!lock) return n < most && claim(n + 1)
      keeps = true
      if (!source) open()
      return new Promise(() => {})
    })
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !source) open()
    if (document.hidden && !keeps) close()
  })
  addEventListener('pagehide', close)
  addEventListener('pageshow', (event) => event.persisted && open())
  open()
  claim(1)
}
