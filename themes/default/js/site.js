// What every page runs. The colours are set at once, before the first paint;
// everything else waits for the document and improves what works without it.
import { applyTheme, themeToggle } from './site/theme.js'
import { searchOpener } from './site/search-open.js'
import { filters } from './site/filters.js'
import { terms } from './site/terms.js'
import { week } from './site/week.js'

document.documentElement.classList.add('js')
applyTheme()

function improve() {
  themeToggle()
  searchOpener()
  filters()
  terms()
  week()
}

document.addEventListener('DOMContentLoaded', improve)
// The preview of an author has changed the page in place.
document.addEventListener('playbook:patched', (event) => {
  event.preventDefault()
  improve()
})
