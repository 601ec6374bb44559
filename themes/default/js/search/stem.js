// The Porter2 stemmer for English, as Go's kljensen/snowball has it.
// R1 and R2, the regions in which endings are dropped, keep their starts through
// all steps; y as a consonant is written Y meanwhile.

/** stem returns the stem of a term; terms with anything but a to z stay as they are. */
export function stem(term) {
  if (term.length <= 2 || !/^[a-z]+$/.test(term)) return term
  if (special.has(term)) return special.get(term)
  const w = new Word(consonantYs(term))
  step1a(w)
  step1b(w)
  step1c(w)
  step2(w)
  step3(w)
  step4(w)
  step5(w)
  return w.text.toLowerCase()
}

const special = new Map(
  `skis ski|skies sky|dying die|lying lie|tying tie|idly idl|gently gentl|ugly ugli|early earli|only onli|singly singl
sky sky|news news|howe howe|atlas atlas|cosmos cosmos|bias bias|andes andes|inning inning|innings inning|outing outing
outings outing|canning canning|cannings canning|herring herring|herrings herring|earring earring|earrings earring
proceed proceed|proceeds proceed|proceeded proceed|proceeding proceed|exceed exceed|exceeds exceed|exceeded exceed
exceeding exceed|succeed succeed|succeeds succeed|succeeded succeed|succeeding succeed`
    .split(/[|\n]/)
    .map((pair) => pair.split(' ')),
)

function consonantYs(term) {
  let text = ''
  for (const c of term) text += c === 'y' && (text === '' || isVowel(text.at(-1))) ? 'Y' : c
  return text
}

function isVowel(c) {
  return 'aeiouy'.includes(c)
}

class Word {
  constructor(text) {
    this.text = text
    const prefix = ['gener', 'commun', 'arsen'].find((p) => text.startsWith(p))
    this.r1 = prefix ? prefix.length : this.afterVowel(0)
    this.r2 = this.afterVowel(this.r1)
  }

  /** afterVowel returns where the part after the first consonant that follows a vowel begins. */
  afterVowel(start) {
    for (let i = start + 1; i < this.text.length; i++) {
      if (isVowel(this.text[i - 1]) && !isVowel(this.text[i])) return i + 1
    }
    return this.text.length
  }

  /** ending returns the first of the endings that the word has, or "". */
  ending(...endings) {
    return endings.find((e) => this.text.endsWith(e)) ?? ''
  }

  replace(ending, by) {
    this.text = this.text.slice(0, this.text.length - ending.length) + by
    this.r1 = Math.min(this.r1, this.text.length)
    this.r2 = Math.min(this.r2, this.text.length)
  }

  inR1(ending) {
    return ending.length <= this.text.length - this.r1
  }

  inR2(ending) {
    return ending.length <= this.text.length - this.r2
  }

  /** shortSyllable says whether text[:i] ends in one. */
  shortSyllable(i) {
    const [c, b, a] = [this.text[i - 1], this.text[i - 2], this.text[i - 3]]
    if (i === 2) return isVowel(b) && !isVowel(c)
    return i > 2 && !isVowel(c) && !'wxY'.includes(c) && isVowel(b) && !isVowel(a)
  }

  isShort() {
    return this.r1 >= this.text.length && this.shortSyllable(this.text.length)
  }

  hasVowelBefore(end) {
    return [...this.text.slice(0, Math.max(0, end))].some(isVowel)
  }
}

function step1a(w) {
  const ending = w.ending('sses', 'ied', 'ies', 'us', 'ss', 's')
  if (ending === 'sses') w.replace(ending, 'ss')
  else if (ending === 'ied' || ending === 'ies') w.replace(ending, w.text.length > 4 ? 'i' : 'ie')
  else if (ending === 's' && w.hasVowelBefore(w.text.length - 2)) w.replace(ending, '')
}

function step1b(w) {
  const ending = w.ending('eedly', 'ingly', 'edly', 'ing', 'eed', 'ed')
  if (ending === '') return
  if (ending === 'eed' || ending === 'eedly') {
    if (w.inR1(ending)) w.replace(ending, 'ee')
    return
  }
  if (!w.hasVowelBefore(w.text.length - ending.length)) return
  const { r1, r2 } = w
  w.replace(ending, '')
  const next = w.ending('at', 'bl', 'iz', 'bb', 'dd', 'ff', 'gg', 'mm', 'nn', 'pp', 'rr', 'tt')
  if (next === '') {
    if (w.isShort()) {
      w.text += 'e'
      w.r1 = w.r2 = w.text.length
      return
    }
  } else if (next === 'at' || next === 'bl' || next === 'iz') {
    w.text += 'e'
  } else {
    w.text = w.text.slice(0, -1)
  }
  w.r1 = Math.min(r1, w.text.length)
  w.r2 = Math.min(r2, w.text.length)
}

function step1c(w) {
  if (w.text.length > 2 && /[yY]$/.test(w.text) && !isVowel(w.text.at(-2))) {
    w.text = w.text.slice(0, -1) + 'i'
  }
}

const replacements2 = {
  ational: 'ate',
  fulness: 'ful',
  iveness: 'ive',
  ization: 'ize',
  ousness: 'ous',
  biliti: 'ble',
  lessli: 'less',
  tional: 'tion',
  alism: 'al',
  aliti: 'al',
  ation: 'ate',
  entli: 'ent',
  fulli: 'ful',
  iviti: 'ive',
  ousli: 'ous',
  anci: 'ance',
  abli: 'able',
  alli: 'al',
  ator: 'ate',
  enci: 'ence',
  izer: 'ize',
  bli: 'ble',
  ogi: 'og',
  li: '',
}
const endings2 = Object.keys(replacements2)

function step2(w) {
  const ending = w.ending(...endings2)
  if (ending === '' || !w.inR1(ending)) return
  if (ending === 'li' && !/[cdeghkmnrt]li$/.test(w.text)) return
  if (ending === 'ogi' && !w.text.endsWith('logi')) return
  w.replace(ending, replacements2[ending])
}

const replacements3 = {
  ational: 'ate',
  tional: 'tion',
  alize: 'al',
  icate: 'ic',
  ative: '',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
}
const endings3 = Object.keys(replacements3)

function step3(w) {
  const ending = w.ending(...endings3)
  if (ending === '' || !w.inR1(ending)) return
  if (ending === 'ative' && !w.inR2(ending)) return
  w.replace(ending, replacements3[ending])
}

const endings4 = 'ement ance ence able ible ment ent ant ism ate iti ous ive ize ion al er ic'.split(' ')

function step4(w) {
  const ending = w.ending(...endings4)
  if (ending === '' || !w.inR2(ending)) return
  if (ending === 'ion' && !/[st]ion$/.test(w.text)) return
  w.replace(ending, '')
}

function step5(w) {
  const last = w.text.length - 1
  if (w.r1 > last) return
  if (w.text[last] === 'e') {
    if (w.r2 <= last || !w.shortSyllable(last)) w.replace('e', '')
  } else if (w.r2 <= last && w.text.endsWith('ll')) {
    w.replace('l', '')
  }
}
