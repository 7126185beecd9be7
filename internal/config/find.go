package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Find looks for the file of a folder: in it, and in its parents up to the root
// of the repository that it lies in, which is where .git is. Outside of a
// repository only the folder itself counts: what lies above it may be anybody's.
// It returns "" where there is none, and else the path as seen from the folder.
func Find(folder string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("look for the configuration: %w", err)
	}
	last := folder
	for at := folder; ; at = filepath.Dir(at) {
		if exists(filepath.Join(at, ".git")) {
			last = at
			break
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	for at := folder; ; at = filepath.Dir(at) {
		path := filepath.Join(at, Name)
		if exists(path) {
			return filepath.Rel(folder, path)
		}
		if other := strings.TrimSuffix(path, "yaml") + "yml"; exists(other) {
			seen, err := filepath.Rel(folder, other)
			return "", errors.Join(err, fmt.Errorf("%s is not read: the file is called %s", seen, Name))
		}
		if at == last {
			return "", nil
		}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
