// Begins the form: the answers, the steps, the draft that was kept, and what the address
// has filled in.
import { fileName, toMarkdown } from '../story.js'
import { check } from '../rules/index.js'
import { button, parts } from '../../search-ui/dom.js'
import { answersOf } from './answers.js'
import { ask } from './ask.js'
import { ends } from './ends.js'
import { about, isError, showFindings, summary, things } from './findings.js'
import { preview } from './preview.js'
import { prefilled } from './prefill.js'
import { isEmpty } from './question.js'
import { steps } from './steps.js'
import { store } from './store.js'

// A file can wait for consent, and so the rules let it pass. Who gives it is here now.
const unagreed = ({ fields }) =>
  fields.consent ? [] : [{ severity: 'warning', field: 'consent', text: 'nobody may publish it before you have agreed', hint: 'tick the box if you do' }]

export function begin(place, data) {
  if (!place.hidden) return
  const [form, notice, line, dialog, shown, out, again] = parts(place, 'form', '[data-share-notice]', '[data-share-kept]', 'dialog', '[data-share-preview]', '[data-share-ends]', '[data-share-again]')
  const answers = answersOf(form, data)
  const drafts = store()
  const looked = new Set() // questions whose findings are shown: those that were left
  let unsafe = false
  let waiting

  // The draft.

  function save() {
    clearTimeout(waiting)
    waiting = undefined
    if (answers.isBlank()) return
    const { safe, moved } = drafts.save(answers.draft(true), walk.open.id)
    unsafe = !safe
    tell()
    if (moved) notice.textContent = 'This story was changed in another tab. Both are kept: what you write here is a second one from now on.'
  }

  function tell() {
    line.textContent = unsafe
      ? 'This browser keeps nothing for this page, or has no room. Leave it open until you have handed the story in.'
      : 'What you write stays on this device, and is still here when you come back.'
    line.classList.toggle('share-unsafe', unsafe)
  }

  // Says what else was begun here, so that it can be found again.
  function offerOthers() {
    const others = drafts.others().slice(0, 3)
    notice.replaceChildren(...(others.length ? ['Also begun here: '] : []),
      ...others.map((other) => button('button', other.title || 'a story without a title', () => open(other))))
  }

  function open(entry) {
    if (waiting) save()
    drafts.open(entry)
    answers.fill(entry.draft)
    restart(entry.step)
  }

  function fresh(draft) {
    drafts.another()
    answers.fill(draft)
    restart()
  }

  function restart(step) {
    looked.clear()
    offerOthers()
    judge()
    walk.go(walk.sections.find(({ id }) => id === step) ?? walk.sections[0])
  }

  // The findings.

  function judge() {
    const draft = answers.draft()
    const all = [...check(draft, data), ...unagreed(draft)]
    const entries = []
    for (const question of answers.questions) {
      const findings = answers.applies(question) ? about(question, all) : []
      if (findings.length) entries.push({ question, findings })
      showFindings(question, looked.has(question) ? findings : [])
    }
    return { draft, all, entries }
  }

  function left(section) {
    for (const question of answers.questions) if (question.step === section) looked.add(question)
    if (waiting) save()
  }

  function entered(section, before) {
    const last = section.id === 'look'
    if (last) answers.questions.forEach((question) => looked.add(question))
    const { draft, all, entries } = judge()
    for (const step of walk?.sections ?? []) mark(step, entries)
    const advice = section.querySelector('.share-advice')
    const from = entries.filter(({ question }) => last || question.step === before && before !== section)
    const count = from.reduce((n, { findings }) => n + findings.length, 0)
    const where = last ? 'Before you hand it in: ' : before && `In “${before.querySelector('h2').textContent}”: `
    summary(advice, where + things(count) + (last ? '.' : '. You can go on and come back.'), from, show)
    if (last) finish(draft, all)
  }

  function mark(step, entries) {
    const mine = answers.questions.filter((question) => question.step === step && looked.has(question))
    const count = entries.filter(({ question }) => mine.includes(question)).length
    if (mine.length) walk.mark(step, count ? 'look' : 'done', count ? things(count) : 'done')
  }

  const show = (question) => walk.go(question.step, question.fields().find((field) => field.checked) ?? question.fields()[0])

  // The end.

  function finish(draft, all) {
    preview(shown, answers, draft)
    update(!all.some(isError))
  }

  const update = ends(out, () => {
    const draft = answers.draft()
    return { name: fileName(draft, data), text: toMarkdown(draft, data), hidden: draft.fields.credit !== 'named' }
  })

  // What the teller does.

  form.addEventListener('input', () => {
    answers.update()
    clearTimeout(waiting)
    waiting = setTimeout(save, 300)
  })
  form.addEventListener('change', (event) => {
    const question = answers.questions.find(({ element }) => element.contains(event.target))
    if (!isEmpty(question.read())) looked.add(question)
    judge()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    walk.move(1)
  })
  place.addEventListener('click', (event) => event.target.closest('[data-share-back]') && walk.move(-1))
  again.addEventListener('click', async () => {
    const answer = answers.isBlank() ? 'delete' : await ask(dialog, 'Start again?', 'Your story is on this device only. What is deleted cannot be brought back.', {
      stay: 'Go on with it', another: 'Keep it and begin another', delete: 'Delete it and start again',
    })
    if (answer === 'another') {
      save()
      fresh()
    }
    if (answer === 'delete') {
      clearTimeout(waiting)
      waiting = undefined
      drafts.remove()
      fresh()
    }
  })
  addEventListener('pagehide', () => waiting && save())
  document.addEventListener('visibilitychange', () => waiting && save())
  addEventListener('beforeunload', (event) => unsafe && !answers.isBlank() && event.preventDefault())

  async function take() {
    const filled = prefilled(location.hash, answers, data)
    if (!filled) return
    history.replaceState(null, '', location.pathname + location.search)
    if (isEmpty(Object.keys(filled.fields))) return
    if (answers.isBlank()) return answers.fill(filled)
    const answer = await ask(dialog, 'You have begun a story here', 'The link that you followed asks for another one. Both can be kept.', {
      another: 'Begin another', stay: 'Go on with mine',
    })
    if (answer === 'another') fresh(filled)
  }

  const walk = steps(place, { left, entered })
  const last = drafts.last()
  answers.fill(last?.draft)
  if (last) drafts.open(last)
  tell()
  offerOthers()
  place.hidden = false
  take()
  walk.begin(last?.step)
  addEventListener('hashchange', take)
}
