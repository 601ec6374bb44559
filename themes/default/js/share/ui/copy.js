// Copies the text of a field that may be hidden. Says whether that worked.

// At once, for a press that also opens another tab: the newer way waits, and by then this
// page is no longer in front.
export function copyAtOnce(field) {
  const before = document.activeElement, box = field.parentElement, { hidden } = box
  box.hidden = false
  field.select()
  let done = false
  try {
    done = document.execCommand('copy')
  } catch {}
  box.hidden = hidden
  before?.focus({ preventScroll: true })
  return done
}

export async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value)
    return true
  } catch {
    return copyAtOnce(field) // not on a page without TLS, or not allowed
  }
}
