// What a link to the form may have filled in already, as the map of what is missing does:
// share.html#principle=lead-by-example&toward=boss&way=by-suggestion&style=question
const names = { principle: 'principles', example: 'examples' }

// The answers in an address, only those that the form has; undefined without any.
export function prefilled(hash, answers, data) {
  if (!hash.includes('=')) return
  const fields = {}
  for (const [key, value] of new URLSearchParams(hash.slice(1))) {
    const name = names[key] ?? key
    const question = answers.find(name)
    const known = name === 'examples'
      ? data.examples?.some(({ id }) => id === value)
      : value && question?.fields().some((field) => /radio|checkbox/.test(field.type) && field.value === value)
    if (!known || question.element.dataset.kind === 'agree') continue
    if (Array.isArray(question.read())) fields[name] = [...(fields[name] ?? []), value]
    else fields[name] = value
  }
  return { fields, sections: {} }
}
