// Pictures and other files that pages show. Their addresses stay when they are edited, so
// that the page is equal, and what the browser has of them is old.
import { addressOf } from './page.js'

const showing = '[src], [srcset], [imagesrcset], [poster], object[data], [*|href]:not(a, area, base, link), link:is([rel~=icon i], [rel|=apple-touch-icon i], [rel~=manifest i], [rel~=preload i])'

// The addresses of the theme's files say what is in them, and ours change with the program.
export const mayChange = (address) => !/^_playbook\/|^assets\/.*\.[A-Z2-7]{8}\.\w+$/.test(address)

// Whether the page shows anything of the site of which this is so. A link that somebody may
// follow shows nothing.
export function shows(so) {
  const elements = document.querySelectorAll(showing)
  return [...elements].flatMap(sources).some((source) => {
    const url = URL.canParse(source, document.baseURI) && new URL(source, document.baseURI)
    return url.origin === location.origin && so(addressOf(url))
  })
}

const single = ['src', 'poster', 'data', 'href', 'xlink:href']
const several = ['srcset', 'imagesrcset']
const candidate = /[\s,]*(\S*[^\s,])(?:\s[^,]*)?/g // an address, which may have commas inside, and its size

const sources = (element) => [
  ...single.map((name) => element.getAttribute(name)),
  ...several.flatMap((name) => [...(element.getAttribute(name) ?? '').matchAll(candidate)].map(([, address]) => address)),
].filter(Boolean)
