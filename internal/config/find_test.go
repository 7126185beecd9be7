package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string // of a folder, empty; one that ends in / is a folder
		from  string
		want  string
		fails string
	}{
		{"nothing", []string{"a/b/"}, "a/b", "", ""},
		{"in the folder", []string{"a/b/.pgdoctor.yaml", "a/.pgdoctor.yaml"}, "a/b", ".pgdoctor.yaml", ""},
		{"above, in a repository", []string{"a/.git/", "a/.pgdoctor.yaml", "a/b/c/"}, "a/b/c", "../../.pgdoctor.yaml", ""},
		{"the nearest", []string{"a/.git/", "a/.pgdoctor.yaml", "a/b/.pgdoctor.yaml", "a/b/c/"}, "a/b/c", "../.pgdoctor.yaml", ""},
		{"a worktree, whose .git is a file", []string{"a/.git", "a/.pgdoctor.yaml", "a/b/"}, "a/b", "../.pgdoctor.yaml", ""},
		{"above the repository", []string{".pgdoctor.yaml", "a/.git/", "a/b/"}, "a/b", "", ""},
		{"above, outside of a repository", []string{"a/.pgdoctor.yaml", "a/b/"}, "a/b", "", ""},
		{"another ending", []string{"a/.git/", "a/.pgdoctor.yml", "a/b/"}, "a/b", "", "../.pgdoctor.yml is not read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			for _, file := range c.files {
				path := filepath.Join(root, file)
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if strings.HasSuffix(file, "/") {
					if err := os.MkdirAll(path, 0o755); err != nil {
						t.Fatal(err)
					}
				} else if err := os.WriteFile(path, nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			got, err := Find(filepath.Join(root, c.from))
			if filepath.ToSlash(got) != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
			switch {
			case c.fails == "" && err != nil:
				t.Error(err)
			case c.fails != "" && (err == nil || !strings.Contains(filepath.ToSlash(err.Error()), c.fails)):
				t.Errorf("error %v, want …%s…", err, c.fails)
			}
		})
	}
}
