// The ways out: each is a link or a button that the teller presses. Nothing is sent, and
// no host is asked for anything, before that.
import { copied, copyAtOnce } from './copy.js'
import { mail, newFile } from './forges.js'

export function ends(place, file) {
  const to = place.dataset
  const [forge, post, download, copy, said, shown] = ['forge', 'mail', 'download', 'copy', 'said', 'text']
    .map((part) => place.querySelector(part === 'text' ? '.share-text' : `[data-share-${part}]`))
  const field = shown.querySelector('textarea')
  const anyway = place.querySelector('[data-share-anyway]'), ways = place.querySelector('[data-share-ways]')
  const say = (text) => (said.textContent = text)
  let filled, whole

  // When no program may copy, the reader can: the text is there, and selected.
  function offer() {
    shown.hidden = false
    field.focus()
    field.select()
    say('The text is selected below. Copy it with Ctrl+C, or ⌘C.')
  }

  function save() {
    const { name, text } = file()
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // some browsers read it late
    return name
  }

  copy.addEventListener('click', async () => ((await copied(field)) ? say('The text of the file is on your clipboard.') : offer()))
  download.addEventListener('click', () => say(`${save()} is among your downloads. Nothing has been sent: give it to somebody who works on this playbook.`))
  forge?.querySelector('a').addEventListener('click', () => {
    const { name } = file()
    const where = { text: '', name: ' Paste it into the new file.', nothing: ` Choose “Add file” there, name it ${to.folder}/${name}, and paste it.` }[filled]
    if (copyAtOnce(field)) say(`${to.name} opens in a new tab. The text is on your clipboard too${filled === 'text' ? ', in case the page comes up empty.' : '.' + where}`)
    else offer()
  })
  post?.querySelector('a').addEventListener('click', () => {
    if (whole) say('Your mail program opens, if the browser knows one. Nothing is sent until you send it there.')
    else say(`${save()} is among your downloads: attach it to the e-mail.`)
  })

  // A story that the checker would stop can be handed in all the same: half a story is more
  // than none, and people read it first.
  anyway.querySelector('button').addEventListener('click', () => {
    anyway.hidden = true
    ways.hidden = false
    ways.querySelector('a, button').focus()
  })

  // Brings links and texts up to date with the story.
  return (ready) => {
    const { name, text, hidden } = file()
    anyway.hidden = ready
    ways.hidden = !ready
    field.value = text
    shown.hidden = true
    say('')
    if (forge) {
      const page = newFile(to, name, text)
      filled = page.filled
      forge.querySelector('a').href = page.href
      forge.querySelector('p').textContent = {
        text: 'It opens in a new tab as a new file with your story in it. You save it there, and need an account.',
        name: 'Your story is too long for the address of a page. A new file opens in a new tab with its name, and the text is copied: paste it there. You need an account.',
        nothing: `The files open in a new tab, and the text is copied. Choose “Add file” there, name it ${to.folder}/${name}, and paste it. You need an account.`,
      }[filled] + (hidden ? ` ${to.name} shows everybody which account it was, so this way does not keep you unknown.` : '')
    }
    if (post) {
      const letter = mail(to.email, 'A story for the playbook', name, text)
      whole = letter.whole
      post.querySelector('a').href = letter.href
      post.querySelector('p').textContent = (whole ? `To ${to.email}, with the story in it.` : `To ${to.email}. The story is too long for the address that opens a mail program, so the file is downloaded: attach it.`)
        + (hidden ? ' Whoever reads that mail sees who sent it, and nobody else.' : '')
    }
  }
}
