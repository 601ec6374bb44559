// The act of the calendar week: the same for everybody who looks this week.
export function week() {
  const section = document.querySelector('[data-week]')
  if (!section) return
  const acts = [...section.querySelectorAll('.week-all li')].map((item) => {
    const link = item.querySelector('a')
    return { act: item.querySelector('[data-act]').textContent, title: link.textContent, href: link.href, lang: item.lang }
  })
  const act = section.querySelector('[data-week-act]')
  const link = section.querySelector('[data-week-link]')
  const status = section.querySelector('[data-week-status]')
  const button = section.querySelector('[data-week-next]')
  let index = weeks(new Date()) % acts.length

  function show() {
    act.textContent = acts[index].act
    link.textContent = acts[index].title
    link.href = acts[index].href
    for (const element of [act, link]) spokenIn(element, acts[index].lang)
  }

  button.addEventListener('click', () => {
    index = (index + 1) % acts.length
    show()
    status.textContent = acts[index].act
    spokenIn(status, acts[index].lang)
  })
  if (acts.length < 2) button.hidden = true
  show()
}

// An act in the language of the page around it has none of its own; lang="" would mean unknown.
function spokenIn(element, lang) {
  if (lang) element.lang = lang
  else element.removeAttribute('lang')
}

// Counts whole ISO weeks, which start on Monday, so that no year skips or repeats one.
function weeks(date) {
  const days = Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5)
  return Math.floor((days + 3) / 7) // 1 January 1970 was a Thursday
}
