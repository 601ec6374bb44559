package markdown

import "github.com/yuin/goldmark/extension"

// The examples of the specifications that come out different, each with its reason.
const (
	noHTML      = "raw HTML is left out"
	noScheme    = "the scheme is not one that is linked"
	noAddress   = "a link without an address is refused"
	noExtension = "the example is of GitHub's parser without its autolinks"
	spaces      = "goldmark keeps spaces before a line break; no browser shows them"
	noFTP       = "ftp: is not linked"
	oneTilde    = "goldmark lets ~ close ~~"
	bareAddress = "goldmark finds no bare address after a quotation mark or with letters beyond ASCII"
	notHere     = "footnotes are not part of the bare converter; see TestFootnotes"
	ignored     = "the example only asks for no crash"
	angle       = "goldmark allows < inside <…>, as CommonMark 0.31 does not"
	emptyHeader = "goldmark takes a single bar for a header row"
)

var (
	bareTables = extension.NewTableHTMLRenderer(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))
	bareTasks  = extension.NewTaskCheckBoxHTMLRenderer()
)

var commonMarkDiffers = reasons(
	because(noHTML, 21, 31, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 623, 642, 643),
	because(noHTML, span(148, 191)...),
	because(noHTML, span(613, 617)...),
	because(noHTML, span(625, 631)...),
	because(noAddress, 200, 485, 486, 487, 567),
	because(noScheme, 500, 596, 598, 599, 601),
)

var linkifyDiffers = reasons(because(noFTP, 7))

var gfmSpecDiffers = reasons(
	because(noHTML, 170, 288, 289, 317, 327, 354, 484, 485, 486, 500, 503, 532, 544, 642, 653, 663, 664),
	because(noHTML, span(118, 160)...),
	because(noHTML, span(632, 636)...),
	because(noHTML, span(644, 651)...),
	because(noAddress, 169, 495, 496, 575),
	because(noScheme, 508, 604, 606, 607, 609),
	because(noExtension, 616, 619, 620),
	because(noFTP, 628),
	because(spaces, 196, 656),
)

var gfmExtensionsDiffers = reasons(
	because(noHTML, 12, 22),
	because(oneTilde, 18),
	because(bareAddress, 19),
	because(ignored, 20),
	because(notHere, 23),
)

var gfmRegressionDiffers = reasons(
	because(noHTML, 3, 9, 14, 17),
	because(angle, 6),
	because(notHere, 13),
	because(emptyHeader, 19),
)

func because(reason string, examples ...int) map[int]string {
	m := map[int]string{}
	for _, e := range examples {
		m[e] = reason
	}
	return m
}

func reasons(all ...map[int]string) map[int]string {
	m := map[int]string{}
	for _, some := range all {
		for e, reason := range some {
			m[e] = reason
		}
	}
	return m
}

func span(first, last int) []int {
	var s []int
	for i := first; i <= last; i++ {
		s = append(s, i)
	}
	return s
}
