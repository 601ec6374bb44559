// Filters and live counts; see facet.go.

/** filtered returns those of docs that pass all filters but those that choose from the facet except. */
export function filtered(columns, filters, docs, except) {
  const active = filters.filter((f) => f.drop || f.facet !== except)
  if (!active.length) return docs
  return docs.filter((doc) => active.every((f) => f.values.some((v) => columns[f.facet][v].has(doc)) !== !!f.drop))
}

/** counts returns how many of docs have each value: { kind: { story: 3 } }. */
export function counts(facets, columns, filters, docs) {
  return Object.fromEntries(
    facets.map(({ name, values }, facet) => {
      const left = filtered(columns, filters, docs, facet)
      const all = values.map(({ value }, v) => [value, left.filter((doc) => columns[facet][v].has(doc)).length])
      return [name, Object.fromEntries(all.filter(([, n]) => n))]
    }),
  )
}
