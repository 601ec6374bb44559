// The page of each forge that begins a new file, with as much filled in as the forge takes.
// An address can only be so long: what does not fit is pasted.
//
// Spaces are written as +, as forms write them: all of these read it, and the text is a
// quarter shorter than with %20.
const query = (values) => '?' + new URLSearchParams(values)
const path = (text) => text.split('/').map(encodeURIComponent).join('/')

const forges = {
  // It refuses addresses beyond 8,191 bytes. Who is not signed in is sent to a sign-in page
  // that has the whole address in its own, encoded once more, so that one has to fit. The
  // folder is a part of the name: the last part of a path before it gets lost.
  github: {
    most: 8191,
    length: (address) => ('https://github.com/login?return_to=' + encodeURIComponent(address)).length,
    page: (to, name, value) => `${to.url}/new/${path(to.branch)}${query({ filename: to.folder + '/' + name, ...(value && { value }) })}`,
  },
  // The server before it takes a request line of at most 8 KiB. Not every version takes the
  // text, therefore it is copied as well.
  gitlab: {
    most: 8100,
    page: (to, name, content) => `${to.url}/-/new/${path(to.branch)}/${path(to.folder)}${query({ file_name: name, ...(content && { content }) })}`,
  },
  // Gitea and Forgejo. They take a megabyte, but the server that most put before them 8 KiB.
  gitea: {
    most: 8100,
    page: (to, name, value) => `${to.url}/_new/${path(to.branch)}/${path(to.folder)}${query({ filename: name, ...(value && { value }) })}`,
  },
  // Nothing can be filled in: it opens the files, where a new one is added by hand.
  bitbucket: { most: 0, page: (to) => `${to.url}/src/${path(to.branch)}/` },
}

// Where a story can be begun on a forge, and how much comes with it: text, name, nothing.
export function newFile(to, name, text) {
  const forge = forges[to.forge]
  const whole = forge.page(to, name, text)
  const length = forge.length?.(whole) ?? whole.length
  if (length <= forge.most) return { href: whole, filled: 'text' }
  return { href: forge.page(to, name), filled: forge.most ? 'name' : 'nothing' }
}

// Windows hands programs addresses of at most 2,083 characters; mail programs cut at less.
const mostMail = 2000

export function mail(email, subject, name, text) {
  const address = (body) => `mailto:${encodeURIComponent(email).replace(/%40/g, '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`
  const whole = address(text)
  if (whole.length <= mostMail) return { href: whole, whole: true }
  return { href: address(`The story is in the attached file, ${name}.\n`), whole: false }
}
