package search

import (
	"slices"
	"testing"
)

// TestLanguages holds that each script and way of writing is found by those who write it.
func TestLanguages(t *testing.T) {
	docs := []Document{
		{Title: "Teambesprechung vorbereiten", Lang: "de", Body: "Wer die Tagesordnung kennt, spricht."},
		{Title: "Eine Besprechung im Team", Lang: "de-AT", Body: "Alle reden der Reihe nach. Die Straße und das Büro."},
		{Title: "静かな同僚に聞く", Lang: "ja", Body: "会議で話さない人がいる。ｶﾒﾗの名前で聞いて、待つ。"},
		{Title: "问安静的同事", Lang: "zh", Body: "开会的时候没有人说话。"},
		{Title: "조용한 동료에게 묻기", Lang: "ko", Body: "회의에서 말하지 않는 사람이 있다."},
		{Title: "اسأل الزميل الهادئ", Lang: "ar", Body: "في الاجتماع، اِسْأَلْ عن شيء واحد."},
		{Title: "לשאול את השקט", Lang: "he", Body: "בפגישה, שָׁלוֹם לכולם."},
		{Title: "Reviews", Body: "In C++ and C# we call it pass_the_mic. Use node.js 1.6.0, .NET and Q&A. Naïve café, e-mail, O'Brien's."},
		{Title: "Listening", Lang: "en", Body: "One organises the day."},
		{Title: "Silence", Lang: "en-GB", Body: "She listened and organised it."},
		{Title: "ถามเพื่อนที่เงียบ", Lang: "th", Body: "ในที่ประชุมไม่มีใครพูด"},
	}
	for _, size := range []sizes{tiny, publishedSizes} {
		x := build(docs, Options{}, size)
		for _, test := range []struct {
			query string
			found []int // in any order
		}{
			{"Teambesprechung ", []int{0}},
			{"Besprechung ", []int{0, 1}},
			{"Besprechungen ", []int{0, 1}},
			{"Teambesprechungen ", []int{0}},
			{"Bürostraße ", []int{1}},
			{"strasse ", []int{1}},
			{"buro ", []int{1}},
			{"同僚", []int{2}},
			{"会議で", []int{2}},
			{"カメラ", []int{2}},
			{"开会", []int{3}},
			{"安静", []int{3}},
			{`"没有人"`, []int{3}},
			{"동료", []int{4}},
			{"회의", []int{4}},
			{"الزميل ", []int{5}},
			{"اسأل ", []int{5}},
			{"שלום ", []int{6}},
			{"השקט ", []int{6}},
			{"c++", []int{7}},
			{"C#", []int{7}},
			{"pass_the_mic", []int{7}},
			{"mic ", []int{7}},
			{"node.js", []int{7}},
			{"1.6.0", []int{7}},
			{".net", []int{7}},
			{"dotnet ", []int{7}},
			{"q&a", []int{7}},
			{"naive cafe ", []int{7}},
			{"email ", []int{7}},
			{"obrien ", []int{7}},
			{"listened ", []int{8, 9}},
			{"organise ", []int{8, 9}},
			{"เงียบ", []int{10}},
		} {
			var got []int
			for _, h := range find(x, test.query, 5) {
				got = append(got, h.Doc)
			}
			got = got[:min(len(got), len(test.found))]
			slices.Sort(got)
			if !slices.Equal(got, test.found) {
				t.Errorf("%v: Search(%q) begins with %v, want %v", size, test.query, got, test.found)
			}
		}
	}
}

// TestExactlyThose holds what operators leave.
func TestExactlyThose(t *testing.T) {
	docs := []Document{
		{Title: "To be or not to be", Body: "That is the question.", Facets: map[string][]string{"kind": {"story"}}},
		{Title: "Be kind", Body: "To be kind is to listen, or not. 看板を作る", Facets: map[string][]string{"kind": {"page"}}},
		{Title: "Listening", Body: "To be, one says; or. Not so. 作る板", Facets: map[string][]string{"kind": {"story"}}},
	}
	x := build(docs, facetOptions, tiny)
	for _, test := range []struct {
		query string
		found []int
	}{
		{`"to be or not to be"`, []int{0}},
		{`"not to be"`, []int{0}},
		{`"to be"`, []int{0, 1, 2}},
		{`"be or"`, []int{0}},
		{`"to be" -"be or"`, []int{1, 2}},
		{`"to be" -listen`, []int{0}},
		{`"to be" -kind:page`, []int{0, 2}},
		{`kind:page`, []int{1}},
		{`kind:Story -question`, []int{2}},
		{`-"看板"`, []int{0, 2}},
		{`"看板を作"`, []int{1}},
		{`"to be absent"`, nil},
		{`"be be"`, nil},
	} {
		var got []int
		for _, h := range find(x, test.query, 5) {
			got = append(got, h.Doc)
		}
		slices.Sort(got)
		if !slices.Equal(got, test.found) {
			t.Errorf("Search(%q) finds %v, want %v", test.query, got, test.found)
		}
	}
}
