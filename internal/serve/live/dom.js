// Makes an element. Content is text or elements, never markup: what an author wrote is
// shown as it is. A function among the attributes listens to the event of that name.
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else element.setAttribute(name, value)
  }
  element.append(...content.filter((one) => one || one === 0))
  return element
}

export const button = (text, click, attributes) => make('button', { type: 'button', click, ...attributes }, text)

export const count = (n, one, many = one + 's') => `${n} ${n === 1 ? one : many}`
