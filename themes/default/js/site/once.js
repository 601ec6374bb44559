// The preview changes the page while it is open and then asks for all improvements
// again: each element is taken up once.
const known = new WeakSet()

export function isNew(element) {
  const before = known.has(element)
  known.add(element)
  return !before
}
