// What a folded character is to the splitter; see letter.go.

export const letter = 1
export const clings = 2
export const unspaced = 4

const isLetter = /^[a-z\d]$|(?![\0-\x7f])[\p{L}\p{N}]/u
const isClinging = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u
const isUnspaced =
  /[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3005-\u3007\u3040-\u31ff\u3400-\u9fff\ua960-\ua9ff\uaa60-\uaadf\uac00-\ud7ff\uf900-\ufaff\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]/u

const known = new Map()

/** classOf returns the sum of what holds for a character; 0 for none. */
export function classOf(c) {
  let sum = known.get(c)
  if (sum === undefined) {
    sum = isLetter.test(c) * letter + isClinging.test(c) * clings + isUnspaced.test(c) * unspaced
    known.set(c, sum)
  }
  return sum
}
