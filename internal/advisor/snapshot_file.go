package advisor

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

// WriteFile writes a snapshot, compressed if the name ends in .gz: all of it or
// nothing, readable by nobody else, since it can hold values of columns.
func (s *Snapshot) WriteFile(name string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write snapshot %s: %w", name, err)
		}
	}()
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	err = s.encode(file, strings.HasSuffix(name, ".gz"))
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

func (s *Snapshot) encode(w io.Writer, compressed bool) error {
	if !compressed {
		buffered := bufio.NewWriter(w)
		return errors.Join(encodeSnapshot(buffered, s), buffered.Flush())
	}
	zipped := gzip.NewWriter(w)
	return errors.Join(encodeSnapshot(zipped, s), zipped.Close())
}

func encodeSnapshot(w io.Writer, s *Snapshot) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false) // query texts are full of < and >
	encoder.SetIndent("", " ")
	return encoder.Encode(s)
}

// ReadSnapshotFile reads what WriteFile wrote.
func ReadSnapshotFile(name string) (*Snapshot, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	defer file.Close()
	s, err := ReadSnapshot(file)
	if err != nil {
		return nil, fmt.Errorf("read snapshot %s: %w", name, err)
	}
	return s, nil
}

var errNoSnapshot = errors.New("this is not a snapshot that pgdoctor wrote")

// ReadSnapshot reads a snapshot, compressed or not.
func ReadSnapshot(r io.Reader) (*Snapshot, error) {
	buffered := bufio.NewReader(r)
	var source io.Reader = buffered
	if magic, err := buffered.Peek(2); err == nil && magic[0] == 0x1f && magic[1] == 0x8b {
		zipped, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errNoSnapshot, err)
		}
		source = zipped
	}
	text, err := io.ReadAll(source)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errors.New("it is cut short: take it again")
	case err != nil:
		return nil, err
	}
	return decodeSnapshot(text)
}

func decodeSnapshot(text []byte) (*Snapshot, error) {
	// The format first, since a newer one may hold anything. A field of a file that
	// is cut short can still be read: kind and format come first in it.
	var head struct {
		Kind   string `json:"kind"`
		Format int    `json:"format"`
	}
	err := json.Unmarshal(text, &head)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Offset >= int64(len(text)) && strings.Contains(string(text[:min(len(text), 100)]), snapshotKind) {
		return nil, errors.New("it is cut short: take it again")
	}
	if err != nil || head.Kind != snapshotKind {
		return nil, errNoSnapshot
	}
	if head.Format > SnapshotFormat {
		return nil, fmt.Errorf("its format is %d and this pgdoctor knows formats up to %d: read it with a newer one", head.Format, SnapshotFormat)
	}
	s := &Snapshot{}
	if err := json.Unmarshal(text, s); err != nil {
		return nil, fmt.Errorf("its contents are damaged: %w", err)
	}
	if err := s.validate(); err != nil {
		return nil, fmt.Errorf("its contents are damaged: %w", err)
	}
	return s, nil
}

// validate looks for what every snapshot has. The server judges the rest.
func (s *Snapshot) validate() error {
	switch {
	case s.Format < 1:
		return fmt.Errorf("the format is %d", s.Format)
	case s.Origin.Major() < postgres.OldestMajor:
		return fmt.Errorf("the server's version is %d", s.Origin.VersionNum)
	case s.Origin.BlockSize < 1024:
		return fmt.Errorf("the block size is %d", s.Origin.BlockSize)
	}
	for _, table := range s.Tables {
		if table.Schema == "" || table.Name == "" || table.Pages < -1 { // -1: a partitioned one
			return fmt.Errorf("a table is named %q and has %d pages", postgres.Name(table.Schema, table.Name), table.Pages)
		}
	}
	for _, index := range s.Indexes {
		if index.Schema == "" || index.Name == "" || index.Table == "" || index.Definition == "" || index.Pages < -1 {
			return fmt.Errorf("an index is named %q and has %d pages", postgres.Name(index.Schema, index.Name), index.Pages)
		}
	}
	return nil
}
