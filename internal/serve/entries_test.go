package serve_test

// Entries that other files can name; examples and stories have places to fill in.
const principle = `---
title: Ask first
summary: A question opens a door.
lens: influence
statement: People keep what they find themselves.
practice: Ask once before you tell.
tags: [questions]
---

`

const example = `---
title: Ask about the bad day
summary: What happens when it rains?
principles: [ask]
act: Ask what the plan does on a bad day.
way: by-suggestion
style: [question]
toward: [peer]
action: think
magnitude: tiny
tags: [questions, meetings]
%s---

%s
`

const story = `---
title: The roster
summary: It hangs on the door on Wednesdays now.
principles: [ask]
examples: [bad-day]
way: by-suggestion
style: [question]
toward: [boss]
action: change
magnitude: small
outcome: followed
followers: few
authority: none
hat_after: none
credit: anonymous
people: none
consent: 2026-01-15
provenance: submitted
review: %s
%s---

## Situation

Late rosters.

## What I did

I asked.

## What changed

It hangs earlier.
`
