package config_test

import (
	"reflect"
	"testing"

	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/playbook"
)

// The fingerprint covers every setting: whichever value changes, it does. A field that
// is added later is covered by this test, too, or fails it.
func TestFingerprintChangesWithEveryField(t *testing.T) {
	s := playbook.DefaultSettings()
	before := config.Fingerprint(s)
	if config.Fingerprint(playbook.DefaultSettings()) != before {
		t.Fatal("the same settings have two fingerprints")
	}
	seen := map[string]string{before: "nothing"}
	forEachValue(t, "Settings", reflect.ValueOf(&s).Elem(), func(path string) {
		now := config.Fingerprint(s)
		if other, taken := seen[now]; taken {
			t.Errorf("a change of %s has the fingerprint of a change of %s", path, other)
		}
		seen[now] = path
	})
	if config.Fingerprint(s) != before {
		t.Error("settings that were put back have another fingerprint")
	}
}

// A comment or a blank line changes where settings stand, and nothing that is built.
func TestFingerprintIsOfValuesAlone(t *testing.T) {
	a, _ := config.Parse([]byte("title: T\ndescription: D\n"), nil)
	b, _ := config.Parse([]byte("# a comment\n\ndescription: 'D'\ntitle: \"T\"\n"), nil)
	if config.Fingerprint(a) != config.Fingerprint(b) {
		t.Error("the same settings have two fingerprints")
	}
}

// forEachValue changes every value below v, one at a time, and puts it back.
func forEachValue(t *testing.T, path string, v reflect.Value, changed func(path string)) {
	t.Helper()
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Name != "Where" {
				forEachValue(t, path+"."+f.Name, v.Field(i), changed)
			}
		}
		return
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Uint8:
		v.SetUint(v.Uint() ^ 1)
	case reflect.Slice:
		for i := range v.Len() {
			forEachValue(t, path+"[]", v.Index(i), changed)
		}
		item := reflect.New(v.Type().Elem()).Elem()
		v.Set(reflect.Append(v, item))
		changed(path + " with one more")
		forEachValue(t, path+"[new]", v.Index(v.Len()-1), changed)
		v.Set(old)
		return
	case reflect.Map:
		item := reflect.New(v.Type().Elem()).Elem()
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), item)
		changed(path + " with a key")
		forEachValue(t, path+" of another key", item, func(path string) {
			v.SetMapIndex(reflect.ValueOf("key"), item)
			changed(path)
		})
		v.Set(old)
		return
	default:
		t.Fatalf("%s is a %s, which this test cannot change", path, v.Type())
	}
	changed(path)
	v.Set(old)
}
