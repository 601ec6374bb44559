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
  missing: 'A part of the search could not be loaded. Check the connection and try again.',
  corrupt: 'A part of the search is damaged or out of date. Load the page anew and try again.',
  format: 'The search was made for another version of this page. Load the page anew and try again.',
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
