package postgres

import (
	"encoding/json"
	"fmt"
)

// Names is a list of names that a query returns as a JSON array, because
// database/sql cannot scan text[] into a slice. SQL NULL scans as nil.
type Names []string

// Scan reads a JSON array of strings.
func (n *Names) Scan(src any) error { return ScanJSON(src, n) }

// ScanJSON reads a json or jsonb column into dest; types that a query returns
// as JSON call it from their Scan method. SQL NULL leaves dest as it is.
func ScanJSON(src, dest any) error {
	switch value := src.(type) {
	case nil:
		return nil
	case []byte:
		return json.Unmarshal(value, dest)
	case string:
		return json.Unmarshal([]byte(value), dest)
	}
	return fmt.Errorf("scan %T from %T: a json column was expected", dest, src)
}
