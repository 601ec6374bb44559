// The act of the calendar week: the same for everybody who looks this week.
export function week() {
  const section = document.querySelector('[data-week]')
  if (!section) return
  const acts = [...section.querySelectorAll('.week-all li')].map((item) => {
    const link = item.querySelector('a')
    return { act: item.querySelector('[data-act]').textContent, title: link.textContent, href: link.href }
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
  }

  button.addEventListener('click', () => {
    index = (index + 1) % acts.length
    show()
    status.textContent = acts[index].act
  })
  if (acts.length < 2) button.hidden = true
  show()
}

// Counts whole ISO weeks, which start on Monday, so that no year skips or repeats one.
function weeks(date) {
  const days = Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5)
  return Math.floor((days + 3) / 7) // 1 January 1970 was a Thursday
}
