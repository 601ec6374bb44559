// The reader's choice of colours: automatic, light or dark. It is kept on this
// device; where storage is forbidden it lasts for the page.
import { isNew } from './once.js'

const key = 'playbook-colours'
const next = { auto: 'light', light: 'dark', dark: 'auto' }
const words = { auto: 'automatic', light: 'light', dark: 'dark' }

function stored() {
  try {
    const value = localStorage.getItem(key)
    return value in next ? value : 'auto'
  } catch {
    return 'auto'
  }
}

function store(value) {
  try {
    localStorage.setItem(key, value)
  } catch {}
}

export function applyTheme(value = stored()) {
  const root = document.documentElement
  if (value === 'auto') delete root.dataset.theme
  else root.dataset.theme = value
  return value
}

export function themeToggle() {
  const button = document.querySelector('[data-theme-toggle]')
  if (!button || !isNew(button)) return
  let value = stored()
  const label = () => {
    button.ariaLabel = 'Colours: ' + words[value]
    button.title = button.ariaLabel
  }
  button.addEventListener('click', () => {
    value = applyTheme(next[value])
    store(value)
    label()
  })
  // Another tab changed it.
  addEventListener('storage', (event) => {
    if (event.key !== key) return
    value = applyTheme()
    label()
  })
  label()
}
