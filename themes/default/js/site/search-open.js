// Loads the search on first use. Script elements, not import(): modules and
// fetch do not work from file://.
import { isNew } from './once.js'

const loading = {}

function load(address) {
  loading[address] ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = resolve
    script.onerror = () => {
      delete loading[address]
      reject(new Error('the search could not be loaded'))
    }
    document.head.append(script)
  })
  return loading[address]
}

const loadSearch = () => load(document.documentElement.dataset.searchScript)

// Without the script there is still the search page, with its ways in.
function open() {
  loadSearch().then(() => window.playbookSearch.open(), () => {
    location.href = document.querySelector('.tools a.tool').href
  })
}

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

export function searchOpener() {
  for (const button of document.querySelectorAll('[data-search-open]')) {
    if (!isNew(button)) continue
    button.addEventListener('click', open)
    // By the time the click comes, most of it is there.
    button.addEventListener('pointerenter', () => loadSearch().catch(() => {}), { once: true })
  }
  if (isNew(document)) addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey) return
    const command = event.ctrlKey || event.metaKey
    const wanted = command ? event.key.toLowerCase() === 'k' && !event.shiftKey : event.key === '/' && !typing(event.target)
    if (!wanted) return
    event.preventDefault()
    open()
  })
  const page = document.querySelector('[data-search-page]')
  if (page && isNew(page)) Promise.all([loadSearch(), load(page.dataset.searchPage)]).then(() => window.playbookSearchPage(page, window.playbookSearch), () => {
    page.textContent = 'The search could not be loaded. The ways below lead everywhere without it.'
  })
}
