// Loads scripts that hand over a payload: script elements, because modules and fetch
// do not work from file://, and script-src 'self' allows them.

/** SearchError says what is wrong with the index, in words for the reader. */
export class SearchError extends Error {
  constructor(code) {
    super(messages[code])
    this.code = code
  }
}

const messages = {
  missing: 'A part of the search did not load. Check the connection and try again.',
  corrupt: 'The search is out of date. Load the page anew.',
}

const payloads = new Map()
self.playbookShard = (name, payload) => payloads.set(name, payload)

/** load returns the payload that the script at address has under a name. */
export function load(address, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = script.onerror = (event) => {
      script.remove()
      const payload = payloads.get(name)
      payloads.delete(name)
      if (payload !== undefined) resolve(payload)
      else reject(new SearchError(event.type === 'load' ? 'corrupt' : 'missing'))
    }
    document.head.append(script)
  })
}
