// Brings the page on the screen to what the server has now.
import { mayChange, shows } from './assets.js'
import { pair } from './copy.js'
import { keep } from './keep.js'
import { line } from './notice.js'
import { read, versionOf } from './page.js'
import { patch } from './patch.js'
import { loaded, sheetsIn, together } from './sheets.js'

// Returns a function that refreshes the page and resolves to whether it could ask the
// server. When it is called again meanwhile, the newer call wins.
export function keepFresh() {
  const gone = line('gone')
  let newest
  const edited = new Set() // assets that are new since the page was last looked at
  let copy
  let unsure // whether others may be
  let lost // whether the page on the screen is the one that stands in for what is not there

  // assets are those that were edited; none given: nobody knows which.
  return async function refresh(assets) {
    if (assets) assets.forEach((address) => edited.add(address))
    else unsure = true
    newest?.abort()
    newest = new AbortController()
    const { signal } = newest
    const page = await read(signal).catch(() => {})
    if (!page) return signal.aborted
    const missing = page.status === 404
    if (copy && page.status === 503) return true
    if (copy && missing && !lost) {
      gone.show('This page is gone.', { 'Go back': () => history.back(), 'To the start': '/' })
      return true
    }
    if (!copy) {
      if (page.version !== versionOf(document)) location.reload() // it is older than what the server has
      pair((copy = page.root), document.documentElement)
    } else {
      gone.hide()
      await bring(copy, page.root, signal)
    }
    lost = missing
    if (signal.aborted) return true
    if (shows((address) => edited.has(address) || (unsure && mayChange(address)))) location.reload()
    edited.clear()
    unsure = false
    return true
  }
}

async function bring(copy, next, signal) {
  if (fixed(copy) !== fixed(next)) return location.reload()
  const [head, newHead] = [copy, next].map((page) => page.querySelector('head'))
  const both = together(head, newHead)
  if (both) {
    const old = sheetsIn(document.head)
    patch(head, both)
    await loaded(sheetsIn(document.head).filter((sheet) => !old.includes(sheet)))
    if (signal.aborted) return
  }
  try {
    const restore = keep()
    const clash = patch(copy, next)
    restore()
    // A theme whose scripts take up new elements, and put again what they had put, says so.
    const taken = !document.dispatchEvent(new Event('playbook:patched', { cancelable: true }))
    if (clash && !taken) location.reload()
  } finally {
    if (!copy.isEqualNode(next)) location.reload() // never a page that is only nearly right
  }
}

// What cannot be changed in place: scripts that have run (those of another type are
// data), and templates, whose content is not among their children.
function fixed(page) {
  const all = [...page.querySelectorAll('script, template')]
  return String(all.filter(({ type }) => !type || /^module$|javascript/.test(type)).map((element) => element.outerHTML))
}
