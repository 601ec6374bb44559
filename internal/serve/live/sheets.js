// Stylesheets: the new ones are loaded beside the old ones, which leave afterwards, so
// that the page is never seen without.
const selector = 'link[rel~="stylesheet" i]:not([disabled])'
const patience = 5000 // ms; a stylesheet that does not come must not hold up the text

export const sheetsIn = (head) => [...head.querySelectorAll(selector)]

// The new head with what leaves still in it; nothing when no stylesheet is new.
export function together(old, fresh) {
  const head = fresh.cloneNode(true)
  const sheets = sheetsIn(head)
  const has = (list, sheet) => list.find((other) => other.isEqualNode(sheet))
  if (sheets.every((sheet) => has(sheetsIn(old), sheet))) return
  let [place] = sheets
  for (const sheet of sheetsIn(old)) {
    const kept = has(sheets, sheet)
    if (kept) place = kept.nextSibling
    else head.insertBefore(sheet.cloneNode(), place)
  }
  return head
}

export function loaded(sheets) {
  const each = sheets.map((sheet) => new Promise((done) => {
    sheet.onload = sheet.onerror = done
    setTimeout(done, patience)
  }))
  return Promise.all(each)
}
