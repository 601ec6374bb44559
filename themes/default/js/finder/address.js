// What was answered stands in the address, so that it can be kept and sent. The back button
// takes back a whole answer, not each arrow key on the way to it: while somebody is still at
// one question, its answer is replaced.
import { questions } from './fit.js'

let last // the question that the address has changed for

export function read() {
  const query = new URLSearchParams(location.search)
  return Object.fromEntries(questions.map((name) => [name, query.get(name) ?? '']))
}

export function write(answers, question) {
  const query = new URLSearchParams(questions.filter((name) => answers[name]).map((name) => [name, answers[name]]))
  const address = query.size ? '?' + query : location.pathname
  try {
    if (question && question === last) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
  } catch {} // some browsers forbid it for files
  last = question
}

// Whoever has gone back is at no question.
export const leave = () => { last = undefined }
