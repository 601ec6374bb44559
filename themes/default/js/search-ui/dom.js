// Makes an element. Content is text or elements, never markup: what was typed
// and what was found are shown as they are.
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value)
  element.append(...content)
  return element
}

export function button(className, text, press, label) {
  const element = make('button', { type: 'button', class: className, 'aria-label': label }, text)
  element.addEventListener('click', press)
  return element
}

// The parts of a place, by selectors.
export function parts(place, ...selectors) {
  return selectors.map((selector) => place.querySelector(selector))
}

export function address(path) {
  return document.documentElement.dataset.root + path
}
