package checks

import "testing"

func TestWithoutSubselects(t *testing.T) {
	for expression, want := range map[string]string{
		"(id = current_setting('a.b'::text))":                                         "(id = current_setting('a.b'::text))",
		"(id = ( SELECT (current_setting('a.b'::text))::integer AS current_setting))": "(id = ))",
		"((id = ( SELECT f((1)) AS f)) OR (owner = auth.uid()))":                      "((id = )) OR (owner = auth.uid()))",
		"(note = '( SELECT '::text)":                                                  "(note = '( SELECT '::text)",
		"(EXISTS ( SELECT 1 FROM m WHERE (m.id IN ( SELECT n.id FROM n))))":           "(EXISTS ))",
		"(note = 'it''s ('::text AND auth.uid() = (SELECT_ME))":                       "(note = 'it''s ('::text AND auth.uid() = (SELECT_ME))",
	} {
		if got := withoutSubselects(expression); got != want {
			t.Errorf("of %s: got %s, want %s", expression, got, want)
		}
	}
}
