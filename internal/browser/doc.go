// Package browser holds the tests of the shipped site as readers meet it: the real
// binary builds the playbook in this repository once, and Chromium, axe-core and
// html-validate look at what came out. They need the build tag browser, Chromium and
// the packages of package.json; make test-browser provides all three.
//
//	crawl       every link, anchor and asset, served at /, in a folder, and from disk
//	pages       every page: console, policy, other hosts, horizontal scrolling
//	axe, html   accessibility of every layout in every mode; validity of every page
//	keyboard    skip link, navigation, search and filters without a mouse
//	search      over http and from disk, deep links, going back, hostile queries
//	filters     with and without JavaScript
//	share       the form for a story: journeys, drafts, the ways out, what it says and how it sounds
//	terms       definitions on hover and focus
//	modes       light, dark, reduced motion, print
//	noscript    every page with JavaScript switched off
//	weight      what a reader's first page costs
//	live        a preview while its author writes: patching, mistakes, the panel
//
// The flag -all (go test -tags browser ./internal/browser -args -all) gives every page to
// axe in light and dark, not one of each layout. With the tag screenshots as well, make
// screenshots takes pictures to look at.
package browser
