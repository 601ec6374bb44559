// The search over any page: loaded when somebody first wants it. What else the search page
// does is in search-page.js, which is made from the same parts.
import { asker, queryIn } from './search-ui/asker.js'
import { openDialog } from './search-ui/dialog.js'
import { showHit } from './search-ui/hit.js'
import { remember } from './search-ui/recent.js'

window.playbookSearch = { open: openDialog, asker, queryIn, remember, showHit }
