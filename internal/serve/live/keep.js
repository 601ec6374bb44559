// Remembers what readers have done to the page; the function that it returns puts back
// what a patch has disturbed.
export function keep() {
  const focus = document.activeElement
  const inputs = [...document.querySelectorAll('input, textarea, option')].filter(touched).map((input) => [input, input.value, input.checked, input.selected])
  const anchor = scrollY > 0 && firstInView()
  const top = anchor && anchor.getBoundingClientRect().top

  return () => {
    for (const [input, value, checked, selected] of inputs) {
      if (input.nodeName === 'OPTION') input.selected = selected
      else if (/checkbox|radio/.test(input.type)) input.checked = checked
      else if (input.value !== value) input.value = value
    }
    if (focus !== document.activeElement && focus?.isConnected) focus.focus({ preventScroll: true })
    // Some browsers do this by themselves; then nothing is left to do.
    if (anchor?.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' })
  }
}

// The first thing in view that is not as large as the view itself.
function firstInView() {
  for (let y = 1; y < innerHeight; y += 16) {
    const element = document.elementFromPoint(innerWidth / 2, y)
    if (element?.offsetHeight < innerHeight) return element
  }
}

function touched(input) {
  if (input.nodeName === 'OPTION') return input.selected !== input.defaultSelected
  return input.checked !== input.defaultChecked || (input.value !== input.defaultValue && !/file|checkbox|radio/.test(input.type))
}
