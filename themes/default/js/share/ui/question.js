// A question of the form: how its answer is read and shown, whatever it is asked with.
const items = (text, between) => [...new Set(text.split(between).map((part) => part.trim()).filter(Boolean))]
const list = (value) => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
const text = (value) => list(value)[0] ?? ''

// Today, where the teller is.
function today() {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}

// How answers are read from the elements that ask, and written to them.
const kinds = {
  text: { read: ([field]) => field.value, write: ([field], value) => (field.value = text(value)) },
  lines: { read: ([field]) => items(field.value, '\n'), write: ([field], value) => (field.value = list(value).join('\n')) },
  words: { read: ([field]) => items(field.value, ','), write: ([field], value) => (field.value = list(value).join(', ')) },
  one: {
    read: (fields) => fields.find((field) => field.checked)?.value ?? '',
    write: (fields, value) => fields.forEach((field) => (field.checked = field.value === text(value))),
  },
  many: {
    read: (fields) => fields.filter((field) => field.checked).map((field) => field.value),
    write: (fields, value) => fields.forEach((field) => (field.checked = list(value).includes(field.value))),
  },
  // A box to tick, which stands for the day on which it was.
  agree: {
    read: ([field]) => (field.checked ? (field.dataset.day ||= today()) : (field.dataset.day = '')),
    write: ([field], value) => (field.checked = Boolean((field.dataset.day = text(value)))),
  },
}

export function readQuestion(element) {
  const { question: name, kind, when, otherwise, label } = element.dataset
  const { read, write } = kinds[kind] ?? kinds.text
  const fields = () => [...element.querySelectorAll('input, textarea')]
  const [asked, answers] = when?.split('=') ?? []
  return {
    name,
    label,
    element,
    when: when && { name: asked, answers: answers.split(',') },
    otherwise,
    section: 'section' in element.dataset,
    step: element.closest('.share-step'),
    title: element.querySelector('legend, label').firstChild.textContent.trim(),
    findings: element.querySelector('.share-findings'),
    fields,
    read: () => read(fields()),
    write: (value) => write(fields(), value),
    // What readers of the story see of the answer: texts, with their languages.
    shown: () => fields().filter((field) => field.checked && field.dataset.shows)
      .map((field) => ({ text: field.dataset.shows, lang: field.labels[0]?.lang })),
  }
}

export const isEmpty = (value) => !value?.length
