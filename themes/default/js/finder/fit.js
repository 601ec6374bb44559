// Which cards fit the answers, and which answer to let go of when none does.
export const questions = ['toward', 'receptivity', 'action']

// The nearest first. An act for another change can often be turned to this one; one for
// people who are readier seldom; and whom it is about goes last.
const lettings = [[], ['action'], ['receptivity'], ['toward'], ['receptivity', 'action'], ['toward', 'action'], ['toward', 'receptivity'], questions]

// A card that asks for no readiness fits people however ready they are.
const fits = (card, answers, asked) => asked.every((name) => card[name] === answers[name] || name === 'receptivity' && !card[name])

// Returns the cards that fit as much as any do, and the questions whose answers they do not.
export function nearest(cards, answers) {
  const given = questions.filter((name) => answers[name])
  for (const gone of lettings) {
    if (!gone.every((name) => given.includes(name))) continue
    const fitting = cards.filter((card) => fits(card, answers, given.filter((name) => !gone.includes(name))))
    if (fitting.length) return { fitting, gone }
  }
  return { fitting: [], gone: given }
}
