// Filters and live counts; see facet.go.

/** filtered returns the matches that pass all filters but those that choose from the facet except. */
export function filtered(columns, filters, matches, except) {
  const active = filters.filter((f) => f.drop || f.facet !== except)
  if (!active.length) return matches
  return matches.filter(({ doc }) => active.every((f) => f.values.some((v) => columns[f.facet][v].has(doc)) !== !!f.drop))
}

/** counts returns how many of the matches have each value: { kind: { story: 3 } }. */
export function counts(facets, columns, filters, matches) {
  return Object.fromEntries(
    facets.map(({ name, values }, facet) => {
      const left = filtered(columns, filters, matches, facet)
      const all = values.map(({ value }, v) => [value, left.filter(({ doc }) => columns[facet][v].has(doc)).length])
      return [name, Object.fromEntries(all.filter(([, n]) => n))]
    }),
  )
}
