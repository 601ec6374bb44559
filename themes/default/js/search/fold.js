// Folding of text to the form in which words are compared; see fold.go.

const maxMarks = 8
const mark = /^\p{M}$/u

/**
 * fold returns three parallel lists: the folded code points, each as a string, and
 * the UTF-16 range of the source that each stands for.
 */
export function fold(text) {
  const folded = { chars: [], starts: [], ends: [] }
  for (let i = 0; i < text.length;) {
    const end = cluster(text, i)
    if (end === i + 1 && text.charCodeAt(i) < 0x80) {
      add(folded, text[i].toLowerCase(), i, end)
    } else {
      for (const c of foldCluster(text.slice(i, end))) add(folded, c, i, end)
    }
    i = end
  }
  return folded
}

function add(folded, c, start, end) {
  folded.chars.push(c)
  folded.starts.push(start)
  folded.ends.push(end)
}

/** cluster returns where the letter at i ends, its marks included. */
function cluster(text, i) {
  i += width(text.codePointAt(i))
  while (i < text.length && text.charCodeAt(i) >= 0x80) {
    const r = text.codePointAt(i)
    if (!extendsLetter(r)) break
    i += width(r)
  }
  return i
}

function width(r) {
  return r > 0xffff ? 2 : 1
}

function extendsLetter(r) {
  return (
    r === 0xff9e || r === 0xff9f || (r >= 0x1160 && r <= 0x11ff) || (r >= 0x300 && mark.test(String.fromCodePoint(r)))
  )
}

function foldCluster(text) {
  const kept = [...text].slice(0, maxMarks + 1).join('')
  let folded = ''
  for (let c of kept.normalize('NFKD')) {
    c = c.toLowerCase()
    if (!ignorable(c.codePointAt(0))) folded += letters[c] ?? c
  }
  return folded.normalize('NFC')
}

const letters = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '‐': '-',
}

function ignorable(r) {
  return (
    (r >= 0x0300 && r <= 0x036f) ||
    (r >= 0x0591 && r <= 0x05bd) ||
    r === 0x05bf ||
    r === 0x05c1 ||
    r === 0x05c2 ||
    r === 0x0640 ||
    (r >= 0x064b && r <= 0x065f) ||
    r === 0x0670 ||
    (r >= 0x20d0 && r <= 0x20ff) ||
    (r >= 0x200b && r <= 0x200f) ||
    (r >= 0x202a && r <= 0x202e) ||
    (r >= 0x2060 && r <= 0x2069) ||
    r === 0x00ad ||
    r === 0xfeff ||
    (r >= 0xfe00 && r <= 0xfe0f)
  )
}
