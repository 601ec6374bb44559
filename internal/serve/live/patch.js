// Changes the page on the screen by what differs between its copy and a new page. The
// copy follows along and is equal to the new page afterwards; what only the screen has
// (opened, typed, added by a script) stays.
import { pair, shownBy } from './copy.js'
import { match } from './match.js'

let clash

// Returns whether a script had put something else in the place of what changes.
export function patch(copy, next) {
  clash = false
  bring(copy, next)
  return clash
}

function bring(copy, next) {
  if (copy.isEqualNode(next)) return
  const shown = shownBy(copy)
  if (copy.nodeType === Node.ELEMENT_NODE) {
    patchAttributes(copy, next, shown)
    patchChildren(copy, next, shown)
  } else {
    patchText(shown, copy.data, next.data)
    copy.data = next.data
  }
}

// Only the letters that differ, so that a selection around them stays.
function patchText(shown, old, text) {
  if (shown.data !== old) return (shown.data = text)
  const most = Math.min(old.length, text.length)
  let start = 0
  let end = 0
  while (start < most && old[start] === text[start]) start++
  while (end < most - start && old.at(-1 - end) === text.at(-1 - end)) end++
  shown.replaceData(start, old.length - start - end, text.slice(start, text.length - end))
}

function patchAttributes(copy, next, shown) {
  for (const { namespaceURI, localName } of [...copy.attributes, ...next.attributes]) {
    const [old, fresh] = [copy, next].map((element) => element.getAttributeNodeNS(namespaceURI, localName))
    if (old?.value === fresh?.value) continue
    for (const element of [shown, copy]) {
      const now = element.getAttributeNS(namespaceURI, localName)
      if (localName === 'class' && now !== (old?.value ?? null)) {
        element.classList.remove(...words(old)) // and keep the classes that a script has added
        element.classList.add(...words(fresh))
      } else if (fresh) element.setAttributeNodeNS(element.ownerDocument.importNode(fresh))
      else element.removeAttributeNS(namespaceURI, localName)
    }
  }
}

const words = (attribute) => attribute?.value.split(/\s+/).filter(Boolean) ?? []

function patchChildren(copy, next, shown) {
  const old = [...copy.childNodes]
  const fresh = [...next.childNodes]
  const found = match(old, fresh)
  const same = new Set(fresh.filter((node) => found.get(node)?.isEqualNode(node)).map((node) => found.get(node)))
  if (old.some((node) => !same.has(node) && shownBy(node)?.parentNode !== shown)) return replaceChildren(copy, next, shown)

  const places = new Map(old.map((node, i) => [node, i]))
  const matched = new Set(found.values())
  const stay = longestRun(fresh.filter((node) => found.has(node)).map((node) => places.get(found.get(node))), old)
  for (const node of old) {
    if (matched.has(node)) continue
    shownBy(node).remove()
    node.remove()
  }
  let last
  let lastShown
  for (const node of fresh) {
    const one = found.get(node) ?? twin(node, copy)
    bring(one, node)
    const its = shownBy(one)
    if (!stay.has(one)) {
      put(copy, one, last)
      if (its) put(shown, its, lastShown)
    }
    last = one
    if (its?.parentNode === shown) lastShown = its
  }
}

function replaceChildren(copy, next, shown) {
  clash = true
  for (const node of copy.childNodes) shownBy(node)?.remove()
  copy.replaceChildren(...[...next.childNodes].map((node) => twin(node, copy)))
  shown.replaceChildren(...[...copy.childNodes].map(shownBy))
}

// A copy of a new node, and what shows it.
function twin(node, { ownerDocument }) {
  const copy = ownerDocument.importNode(node, true)
  pair(copy, document.importNode(node, true))
  return copy
}

// Moving keeps the focus and what is playing, where the browser can.
function put(parent, node, after) {
  const before = after ? after.nextSibling : parent.firstChild
  if (parent.moveBefore && node.isConnected) parent.moveBefore(node, before)
  else parent.insertBefore(node, before)
}

// The most nodes that are in the right order already: the others move around them.
function longestRun(places, nodes) {
  const ends = [] // ends[n] is the run of n+1 places with the smallest last one
  for (const at of places) {
    const n = ends.at(-1)?.at > at ? ends.findIndex((run) => run.at > at) : ends.length
    ends[n] = { at, before: ends[n - 1] }
  }
  const run = new Set()
  for (let one = ends.at(-1); one; one = one.before) run.add(nodes[one.at])
  return run
}
