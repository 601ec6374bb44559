// The page as the server has it now.
const ours = 'script[src^="/_playbook/"]'

// Which page this is.
export const address = () => addressOf(location)

// What a URL leads to, as the site names it: principles/ask.html.
export function addressOf({ pathname }) {
  const path = pathname.slice(1) + (pathname.endsWith('/') ? 'index.html' : '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path // what is no text is no address of the site either
  }
}

// Where an address of the site leads; never out of it, whatever it looks like.
export function hrefOf(address) {
  return '/' + String(address).split('/').filter(Boolean).map(encodeURIComponent).join('/')
}

// The server writes into our script element which version of the page it is in.
export const versionOf = (root) => root.querySelector(ours)?.dataset.page

export async function read(signal) {
  const response = await fetch(location.href, { cache: 'no-cache', signal })
  const { documentElement: root } = new DOMParser().parseFromString(await response.text(), 'text/html')
  const version = versionOf(root)
  for (const script of root.querySelectorAll(ours)) script.remove()
  // Where scripts run, what is inside is text.
  for (const element of root.querySelectorAll('noscript')) element.textContent = element.innerHTML
  return { root, version, status: response.status }
}
