// Finds for each of the new children the old one that it continues: an equal one, else
// the one with the same name, else one of the same kind at the same place. Returns a
// map from new to old; what is not in it is new or gone.
export function match(old, fresh) {
  const found = new Map()
  const free = new Set(old)
  const take = (one, other) => {
    found.set(one, other)
    free.delete(other)
  }

  let start = 0
  let [oldEnd, end] = [old.length, fresh.length]
  while (start < oldEnd && start < end && old[start].isEqualNode(fresh[start])) take(fresh[start], old[start++])
  while (oldEnd > start && end > start && old[oldEnd - 1].isEqualNode(fresh[end - 1])) take(fresh[--end], old[--oldEnd])
  const rest = fresh.slice(start, end)

  for (const sign of [(node) => node.outerHTML, nameOf, groupOf]) {
    const waiting = Map.groupBy(free, sign)
    for (const node of rest) {
      const other = sign(node) && !found.has(node) && waiting.get(sign(node))?.shift()
      if (other) take(node, other)
    }
  }

  const places = new Map(old.map((node, i) => [node, i]))
  let at = start
  for (const node of rest) {
    let other = found.get(node)
    for (let i = at; !other && free.has(old[i]); i++) {
      if (old[i].nodeName === node.nodeName && nameOf(old[i]) === nameOf(node)) take(node, (other = old[i]))
    }
    if (other) at = places.get(other) + 1
  }
  return found
}

const field = 'input, select, textarea'

// What an element is called, so that what a reader typed or chose is never taken over by
// another field. A label is called after its field.
function nameOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return
  const fields = node.querySelectorAll(field)
  const named = node.id || node.matches(field) ? node : fields.length === 1 && fields[0]
  return named && `${node.nodeName} ${named.id} ${named.getAttribute('name')} ${named.getAttribute('value')}`
}

// What a group of fields is about.
const groupOf = (node) => node.querySelector?.(field) && `${node.nodeName} ${node.querySelector(field).name}`
