// Drafts, on this device only. Each has a place of its own in the storage, and a tab
// writes over nothing that it has not read: what another tab has written since stays, and
// the story of this tab goes on as a second one. Several playbooks may share a host, so each
// keeps its own.
import { address } from '../../search-ui/dom.js'

const version = 1
const prefix = 'playbook-story ' + new URL(address('.'), document.baseURI).pathname + ' '
const newName = () => prefix + Date.now().toString(36) + Math.random().toString(36).slice(2, 8)

function read(name) {
  try {
    const { draft, saved, step } = JSON.parse(localStorage.getItem(name))
    return { name, draft, saved: Number(saved) || 0, step, title: String(draft.fields?.title ?? '') }
  } catch {} // damaged, or of another program
}

// The drafts that are there, the latest first.
export function kept() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix)).map(read).filter(Boolean).sort((a, b) => b.saved - a.saved)
  } catch {
    return [] // storage is forbidden
  }
}

export function store() {
  let name = newName()
  let seen = null // what stands at the name, as far as this tab knows

  // Which story this tab tells, for when it is loaded again.
  const own = () => {
    try {
      sessionStorage.setItem(prefix, name)
    } catch {}
  }

  return {
    // What this tab told before, or else the latest.
    last() {
      const all = kept()
      try {
        const mine = sessionStorage.getItem(prefix)
        return all.find((one) => one.name === mine) ?? all[0]
      } catch {
        return all[0]
      }
    },
    open(entry) {
      name = entry.name
      seen = localStorage.getItem(name)
      own()
    },
    another() {
      name = newName()
      seen = null
    },
    others: () => kept().filter((one) => one.name !== name),
    // Says whether the draft is safe, and whether it had to move.
    save(draft, step) {
      try {
        const there = localStorage.getItem(name)
        const moved = there !== null && there !== seen
        if (moved) name = newName()
        const text = JSON.stringify({ version, saved: Date.now(), step, draft })
        localStorage.setItem(name, text)
        seen = text
        own()
        return { safe: true, moved }
      } catch {
        return { safe: false }
      }
    },
    remove() {
      try {
        if (localStorage.getItem(name) === seen) localStorage.removeItem(name)
      } catch {}
      this.another()
    },
  }
}
