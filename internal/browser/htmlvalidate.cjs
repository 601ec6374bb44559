// The rules for the pages of the built site: all that html-validate recommends, except
// what is wrong for these pages, each with its reason.
module.exports = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // WebKit does not announce a list whose bullets are hidden, unless its role is written out.
    'no-redundant-role': 'off',
    // The filters of a list send nothing: the stylesheet acts on what is checked.
    'wcag/h32': 'off',
    // Footnotes have ids such as fn:1, which HTML allows and which forges use too.
    'valid-id': ['error', { relaxed: true }],
    // The frame in which a wide table scrolls is a region for the keyboard, not a section of the text.
    // The role of a list is written out for WebKit, as above, on ordered ones too, which the rule takes for unordered.
    'prefer-native-element': ['error', { exclude: ['region', 'list'] }],
    // A title is as long as its author made it; where it is cut is for the search engine to decide.
    'long-title': 'off',
  },
}
