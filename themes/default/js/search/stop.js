// The English words that say little about what is sought; see stop.go.

const words = new Set(
  `
a about above after again against all also am an and any are arent as at be because been before being below
between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each either
few for from further had hadnt has hasnt have havent having he her here hers herself him himself his how i if
in into is isnt it its itself just lets may me might more most must my myself no nor not of off on once only
or other our ours ourselves out over own same shall shant she should shouldnt since so some such than that
the their theirs them themselves then there these they this those through thus to too under until up upon us
very was wasnt we were werent what when where whether which while who whom whose why will with within without
wont would wouldnt you your yours yourself yourselves
`
    .trim()
    .split(/\s+/),
)

/** isStop says whether a term counts for little beside others. */
export function isStop(term) {
  return words.has(term)
}
