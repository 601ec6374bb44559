// Tags; see check/tag.go and tagmerge.go.

import { alike, count } from '../letters.js'
import { slug } from '../story/slug.js'

const device = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/

/** tags reports those that can have no page, and those that would get onto another's. */
export function tags({ entry, id }, data, report) {
  const place = { field: 'tags' }
  const most = data.rules.tag
  for (const tag of entry.tags) {
    const name = slug(tag)
    if (!tag) continue
    if (!name) report('unusable-tag', place, `the tag “${tag}” has no letter or digit to make an address of`, 'write it in words', tag)
    else if (count(tag) > most) {
      report('unusable-tag', place, `the tag has ${count(tag)} characters, which is no keyword`,
        'keep it to a few words; what readers would type belongs under asks', tag)
    } else if (device.test(name)) {
      report('unusable-tag', place, `the tag “${tag}” cannot be an address: Windows keeps “${name}.html” for itself`,
        'use another word, or one more', tag)
    }
  }
  const file = `${data.settings.share.folder}/${id}.md`
  const first = new Map()
  const told = new Set()
  const meet = (tag, from, tell) => {
    const name = slug(tag)
    const other = first.get(name)
    const key = sameTag(tag)
    if (!name || (other && (told.has(key) || sameTag(other.tag) === key))) return
    if (!other) {
      first.set(name, { tag, from })
      return
    }
    told.add(key)
    if (tell) {
      report('merged-tags', place, `the tag “${tag}” shares its page with “${other.tag}” of ${other.from}`,
        'write them so that letters tell them apart, or both in one way', tag)
    }
  }
  for (const [tag, from] of data.tags) if (before(from, file)) meet(tag, from, false)
  for (const tag of entry.tags) meet(tag, file, true)
}

const sameTag = (tag) => alike(tag.replace(/[-_]/g, ' '))

/** before says whether a path comes before another, by characters. */
function before(a, b) {
  const [x, y] = [[...a], [...b]]
  const i = x.findIndex((c, i) => c !== y[i])
  return i < 0 ? x.length < y.length : i >= y.length ? false : x[i].codePointAt(0) < y[i].codePointAt(0)
}
