package config

import "testing"

func TestPattern(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"public.orders", "public.orders", true},
		{"public.orders", "public.orders_old", false},
		{"public.orders", "my_public.orders", false},
		{"public.*", "public.orders.user_id", true},
		{"public.*", "public", false},
		{"*", "", true},
		{"*_old", "public.orders_old", true},
		{"public.?", "public.a", true},
		{"public.?", "public.ab", false},
		{"public.?", "public.é", true},
		{"public.a.b", "public.aXb", false},
		{"p*c.*s", "public.orders", true},
		{`public.a\*`, "public.a*", true},
		{`public.a\*`, "public.ab", false},
		{`a\`, `a\`, true},
		{"[ab]", "a", false},
		{"[ab]", "[ab]", true},
		{"(.+)", "x", false},
		{`public."We""ird"`, `public."We""ird"`, true},
		{"a*b", "a\nb", true},
		{"Public.*", "public.a", false},
		{"", "", true},
		{"", "a", false},
	} {
		if got := Pattern(c.pattern)(c.text); got != c.want {
			t.Errorf("%q of %q: %v, want %v", c.pattern, c.text, got, c.want)
		}
	}
}

func TestHeld(t *testing.T) {
	for _, c := range []struct {
		include, exclude []string
		name             string
		want             bool
	}{
		{nil, nil, "public", true},
		{[]string{"public", "shop_*"}, nil, "shop_de", true},
		{[]string{"public", "shop_*"}, nil, "audit", false},
		{nil, []string{"tmp_*"}, "tmp_1", false},
		{nil, []string{"tmp_*"}, "public", true},
		{[]string{"shop_*"}, []string{"shop_test"}, "shop_test", false},
	} {
		if got := Held(c.include, c.exclude)(c.name); got != c.want {
			t.Errorf("%q within %q without %q: %v", c.name, c.include, c.exclude, got)
		}
	}
}
