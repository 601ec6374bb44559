import { lower, size } from '../letters.js'

const most = 100 // bytes

/** slug turns a title into a name of letters, digits and hyphens; see slug.go. */
export function slug(title) {
  let out = ''
  let gap = false
  for (const c of title.normalize('NFD')) {
    if (/[\u0300-\u036f’'\ufffd]/.test(c) || (!out && /\p{M}/u.test(c))) continue
    if (!/[\p{L}\p{Nd}\p{M}]/u.test(c)) {
      gap = true
      continue
    }
    if (size(out) + size(c) >= most) break
    if (gap && out) out += '-'
    gap = false
    out += lower(c)
  }
  return out.normalize('NFC')
}
