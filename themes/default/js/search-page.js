// The search page: loaded there, beside search.js.
import { searchPage } from './search-ui/page.js'

window.playbookSearchPage = searchPage
