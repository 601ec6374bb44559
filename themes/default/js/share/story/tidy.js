const breaks = /\r\n?|[\x85\u2028\u2029]/g
const wide = /[\t\v\f]/g
const controls = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g

/** tidy returns a text without what nobody can see and no page may hold. */
export const tidy = (text) =>
  text.toWellFormed().replace(breaks, '\n').replace(wide, ' ').replace(controls, '')
