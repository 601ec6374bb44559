// The form of share.html. The page holds all questions; the script asks them one step at a
// time, and what it knows of the playbook comes with share-data.js. Until both run, the page
// says how to do without them.
import { begin } from './share/ui/begin.js'

const place = () => document.querySelector('[data-share]')

function start() {
  if (place() && window.playbookShare) begin(place(), window.playbookShare)
}

start()
// A preview has put the page of the next build in place of this one. What was written is kept.
document.addEventListener('playbook:patched', () => {
  if (place()?.hidden) location.reload()
})
