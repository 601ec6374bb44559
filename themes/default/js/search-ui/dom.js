// Makes an element. Content is text or elements, never markup: what was typed
// and what was found are shown as they are.
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value)
  }
  element.append(...content)
  return element
}

// Copies an icon that the page has.
export function copyIcon(selector) {
  return document.querySelector(selector)?.cloneNode(true) ?? ''
}

export function address(path) {
  return document.documentElement.dataset.root + path
}
