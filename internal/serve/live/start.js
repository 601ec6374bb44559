// Puts the parts together: what the server says goes to whoever shows it.
import { remember } from './copy.js'
import { keepFresh } from './fresh.js'
import { announce, line } from './notice.js'
import { address } from './page.js'
import { panel } from './panel.js'
import { overlay } from './problems.js'
import { listen } from './stream.js'

remember(document.documentElement) // before the scripts of the theme have improved anything

const stopped = line('stopped')
const showProblems = overlay()
const showPanel = panel()
const refresh = keepFresh()
let seen

listen({
  async heard(event, { run, generation, follow, changed, assets = [], ...about }) {
    const version = `${run} ${generation}`
    const known = seen
    seen = version
    // What was edited while nobody listened is not told afterwards.
    const missed = known && !(event === 'change' && [version, `${run} ${generation - 1}`].includes(known))
    stopped.hide()
    if (event === 'state' && known === version) return
    showProblems(about)
    if (known && !changed.some((page) => page.address === address())) announce(changed, follow)
    // What could not be fetched is fetched when the stream is back.
    if (!(await refresh(missed ? undefined : assets))) seen = known ? 'unknown' : undefined
    showPanel()
  },
  lost: () => stopped.show('The preview has stopped; trying again.'),
})
