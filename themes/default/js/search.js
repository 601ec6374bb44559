// The search: loaded by the pages when somebody first wants it.
import { openDialog } from './search-ui/dialog.js'
import { searchPage } from './search-ui/page.js'

window.playbookSearch = { open: openDialog, page: searchPage }
