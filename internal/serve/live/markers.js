// Small marks in the margin, at the paragraphs that findings are about. They lie over
// the page and are no part of it.
import { button, count, make } from './dom.js'
import { layer } from './frame.js'

const body = '[data-body], .prose, .body'
let marks = []

// The n-th block of an entry's Markdown is the n-th element of its body.
export const blockOf = ({ block }) => (block >= 0 ? document.querySelector(body)?.children[block] : undefined)

const settle = () => marks.forEach(([finding, element]) => put(element, blockOf(finding), 36))

export function mark(findings, open) {
  const at = Map.groupBy(findings.map((finding, i) => ({ ...finding, i })), blockOf)
  at.delete(undefined)
  marks = [...at.values()].map((list) => [list[0], button(list.length, () => open(list[0].i), {
    class: 'mark ' + list[0].severity, 'aria-label': `${count(list.length, 'finding')} here: ${list[0].text}`,
  })])
  layer.replaceChildren(...marks.map(([, element]) => element))
  settle()
}

// Brings the block of a finding into view and draws a line round it for a moment.
export function reveal(finding) {
  const block = blockOf(finding)
  block?.scrollIntoView({ block: 'center' })
  const ring = make('div', { class: 'ring', animationend: () => ring.remove() })
  layer.append(ring)
  put(ring, block, 0)
}

function put(element, block, beside) {
  const from = layer.getBoundingClientRect()
  const { left, top, width, height } = block?.getBoundingClientRect() ?? {}
  element.hidden = !width
  Object.assign(element.style, { left: Math.max(0, left - beside) - from.left + 'px', top: top - from.top + 'px' })
  if (!beside) Object.assign(element.style, { width: width + 'px', height: height + 'px' })
}

new ResizeObserver(settle).observe(document.body)
document.addEventListener('playbook:patched', settle)
