// What single answers say together.

import { didYouMean } from './nearest.js'

/** consider reports answers that contradict each other, or ask for another. */
export function consider({ entry, fields, influence }, { settings }, report) {
  const { way, style, outcome, followers, authority, team } = entry
  const given = (name) => Object.hasOwn(fields, name)
  if (influence && followed(outcome) && !followers && !given('followers')) {
    report('followers', { field: 'outcome' }, `the outcome is “${outcome}”, but nothing says who did`,
      'add followers: one, few or many; or set outcome to not-followed or unknown', outcome)
  }
  if (influence && way === 'by-example' && style.length) {
    report('style', { field: 'style' }, 'the way is by example, so it has no style', 'remove style, or set way to by-suggestion')
  }
  if (influence && way === 'by-suggestion' && !style.length && !given('style')) {
    report('style', { field: 'way' }, 'the way is by suggestion, and its style is missing',
      'add style: one or more of facts, enthusiasm, credibility, reassurance, question', way)
  }
  if (influence && authority === 'formal') {
    report('formal-authority', { field: 'authority' }, 'the teller had formal authority over those who followed',
      'influence works without it; tell of an act towards peers or a boss, or set lens to service', authority)
  }
  if (team && settings.teams.length && !settings.teams.includes(team)) {
    report('unknown-value', { field: 'team' }, `unknown team “${team}”`,
      didYouMean(team, settings.teams) || 'add it to teams in content/playbook.yaml', team)
  }
}

/** followed says whether somebody followed, at least in part. */
export const followed = (outcome) => outcome === 'followed' || outcome === 'partly'
