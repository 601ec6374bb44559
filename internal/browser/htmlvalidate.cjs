// The rules for the pages of the built site: all that html-validate recommends, except
// what is a matter of taste and what a minifier does on purpose.
module.exports = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
  },
}
