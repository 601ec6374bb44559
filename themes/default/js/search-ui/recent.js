// The last searches, on this device only. Where storage is forbidden they last for the
// page. Several playbooks may share a host, so each keeps its own.
import { address } from './dom.js'

const most = 8
const longest = 100
const key = 'playbook-searches ' + new URL(address('.'), document.baseURI).pathname
let kept = []

export function recent() {
  try {
    kept = JSON.parse(localStorage.getItem(key)).filter((query) => typeof query === 'string')
  } catch {}
  return kept
}

export function remember(query) {
  if (query && query.length <= longest) keep([query, ...recent().filter((other) => other !== query)])
}

export function keep(queries) {
  kept = queries.slice(0, most)
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {}
}
