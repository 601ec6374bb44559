// Where everything of ours is shown: one element at the end of the body with a shadow
// root, so that no theme can spoil it and it can spoil no theme.
import { make } from './dom.js'

export const layer = make('div', { class: 'layer' }) // moves with the page
export const dock = make('div', { class: 'dock' }) // stays at the lower edge
const voice = make('p', { class: 'voice', role: 'status' })

const all = make('div', { hidden: '' }, layer, dock, voice)
const host = make('playbook-author', { lang: 'en' })
host.attachShadow({ mode: 'open' }).append(
  make('link', { rel: 'stylesheet', href: '/_playbook/live.css', load: () => (all.hidden = false) }), all)
document.body.append(host)

// Tells those who listen to the page, without taking the focus.
export function say(text) {
  voice.textContent = text
}
