// The rules that look for words; see command.go, howto.go, large.go, onestyle.go and hero.go of
// package check.

const hints = {
  'command-words': 'tell what you showed, asked or suggested; whoever decided should be the others',
  'how-to-teaching': 'set hat_after to training, coaching or what it was, and tell it under “Afterwards”',
  'large-change': 'name the part that somebody could do tomorrow with what they have',
  'one-style': 'say for whom and when it works, and when it does not',
  'hero-talk': 'tell the act itself, as small as it was',
}

/** wording reports the phrases of those rules. */
export function wording({ entry, prose }, { rules }, report) {
  for (const [code, hint] of Object.entries(hints)) {
    if (code === 'how-to-teaching' && entry.hat_after !== 'none') continue
    for (const hit of prose.hits(rules, code)) phrase(prose, code, hit, hint, report)
  }
}

/** phrase reports a hit, with as much of it as stands on its first line. */
export function phrase({ lines, words, say }, code, { first, last, reason }, hint, report) {
  const [a, b] = [words[first], words[last]]
  const { text, field, section } = lines[a.line]
  const end = a.line === b.line ? b.end : text.replace(/ +$/, '').length
  const said = words.slice(first, last + 1).map(say).join(' ')
  report(code, { field, section }, `“${said}” ${reason}`, hint, text.slice(a.start, end))
}
