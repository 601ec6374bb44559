// The three questions of finder.html. The page holds all that can be found, in sections to
// jump to; with this, an answer leaves only what fits it.
import { begin } from './finder/begin.js'
import { isNew } from './site/once.js'

let renew

function start() {
  const form = document.querySelector('[data-finder]')
  if (!form) return
  if (isNew(form)) renew = begin(form)
  renew()
}

start()
// A preview has put the page of the next build in place of this one.
document.addEventListener('playbook:patched', start)
