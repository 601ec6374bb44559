// All answers of the form as one draft, and which questions are questions at all.
import { make } from '../../search-ui/dom.js'
import { isEmpty, readQuestion } from './question.js'

export function answersOf(form, data) {
  const questions = [...form.querySelectorAll('[data-question]')].map(readQuestion)
  const find = (name) => questions.find((question) => question.name === name)

  function applies(question) {
    if (question === examples) return question.fields().length > 0
    if (!question.when) return true
    const other = find(question.when.name)
    return applies(other) && question.when.answers.includes(other.read())
  }

  // The examples of the principles that are chosen, with those that were before.
  const principles = find('principles'), examples = find('examples')
  let wanted = [] // what was chosen, also among those that are not on the list now

  function listExamples() {
    const of = principles.read()
    const chosen = new Set([...wanted, ...examples.read()])
    const known = (data.examples ?? []).filter((example) => example.principles?.some((id) => of.includes(id)))
    const now = examples.fields().map((field) => field.value)
    if (now.join() === known.map(({ id }) => id).join()) return
    wanted = [...chosen]
    examples.element.querySelector('[data-choices]').replaceChildren(...known.map(({ id, title, lang }, number) => {
      const field = make('input', { type: 'checkbox', value: id, id: 'q-examples-' + number, 'data-shows': title })
      field.checked = chosen.has(id)
      return make('div', { class: 'share-choice' }, field, make('label', { for: field.id, lang }, title))
    }))
  }

  function update() {
    listExamples()
    for (const question of questions) question.element.hidden = !applies(question)
  }

  // A draft of all answers, or of those only that the others leave a question for: who has
  // chosen another way finds the old answers again, and the file does not have them.
  function draft(all) {
    const out = { fields: {}, sections: {} }
    for (const question of questions) {
      const value = question.read()
      out[question.section ? 'sections' : 'fields'][question.name] = all || applies(question) ? value : instead(question, value)
    }
    return out
  }

  // The answer to what is no question: what follows from that, once somebody has said so.
  function instead(question, value) {
    if (question.otherwise && !isEmpty(find(question.when.name).read())) return question.otherwise
    return Array.isArray(value) ? [] : ''
  }

  // Takes what it can of a draft, whoever wrote it.
  function fill(draft) {
    wanted = [draft?.fields?.examples ?? []].flat()
    for (const question of questions) {
      question.write((question.section ? draft?.sections : draft?.fields)?.[question.name] ?? '')
      if (question.element.dataset.kind === 'one' && !question.read()) question.write('')
    }
    update()
  }

  const isBlank = () => questions.every((question) => isEmpty(question.read()))
  return { questions, find, applies, update, draft, fill, isBlank }
}
