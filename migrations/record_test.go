package migrations

import (
	"embed"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/pgdoctor/pgdoctor/internal/postgres"
)

func TestOpenRefusesStandby(t *testing.T) {
	record, err := Open(t.Context(), &pgx.ConnConfig{}, postgres.Server{VersionNum: 150000, Standby: true}, "pgdoctor", nil)
	if err == nil || !strings.Contains(err.Error(), "standby") {
		t.Errorf("got %v, %v", record, err)
	}
}

func TestWriting(t *testing.T) {
	given, err := pgx.ParseConfig("host=db user=ann options='-c search_path=app' lock_timeout=0 statement_timeout=1s application_name=x")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		version int
		options string
	}{
		"13": {130010, "-c search_path=app -c pgdoctor.probe=direct"},
		"14": {140010, "-c search_path=app -c pgdoctor.probe=direct -c client_connection_check_interval=2s -c idle_session_timeout=0"},
		"18": {180000, "-c search_path=app -c pgdoctor.probe=direct -c client_connection_check_interval=2s -c idle_session_timeout=0"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := writing(given, postgres.Server{VersionNum: test.version})
			for parameter, want := range map[string]string{
				"options": test.options, "lock_timeout": "500ms", "statement_timeout": "0",
				"idle_in_transaction_session_timeout": "0", "row_security": "off", "default_transaction_read_only": "off",
			} {
				if got := cfg.RuntimeParams[parameter]; got != want {
					t.Errorf("%s: got %q, want %q", parameter, got, want)
				}
			}
		})
	}
	if given.RuntimeParams["lock_timeout"] != "0" || given.RuntimeParams["options"] != "-c search_path=app" {
		t.Errorf("the configuration that was given is changed: %v", given.RuntimeParams)
	}
}

func TestRowCounter(t *testing.T) {
	move := Entry{Version: 2, Plan: 1, Finding: "f", Risk: "data", UpAlone: true}
	quarantine := Entry{Version: 1, Plan: 1, Finding: "f", Risk: "data", Quarantine: []string{`q"1`, "q2"}}
	other := Entry{Version: 9, Plan: 1, Finding: "g", Risk: "data", Quarantine: []string{"q9"}}
	earlier := Entry{Version: 8, Plan: 8, Finding: "f", Risk: "data", Quarantine: []string{"q8"}}
	for name, test := range map[string]struct {
		entry   Entry
		entries []Entry
		want    string
	}{
		"the first table":       {move, []Entry{earlier, other, quarantine, move}, `SELECT pg_catalog.count(q.pgdoctor_batch) FROM "pgdoctor"."q""1" AS q`},
		"another finding's":     {move, []Entry{other, move}, ""},
		"another plan's":        {move, []Entry{earlier, move}, ""},
		"no rows move":          {Entry{Plan: 1, Finding: "f", Risk: "online", UpAlone: true}, []Entry{quarantine}, ""},
		"the tables themselves": {quarantine, []Entry{quarantine}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := rowCounter(test.entry, test.entries); got != test.want {
				t.Errorf("got %s", got)
			}
		})
	}
}

// TestVersions: the newest files are what notNewer and the store know.
func TestVersions(t *testing.T) {
	for _, c := range []struct {
		folder string
		files  embed.FS
		known  int64
	}{{"record", recordFiles, recordVersion}, {"store", storeFiles, StoreVersion}} {
		files, err := c.files.ReadDir(c.folder)
		if err != nil {
			t.Fatal(err)
		}
		var highest int64
		for _, file := range files {
			number, err := strconv.ParseInt(strings.SplitN(file.Name(), "_", 2)[0], 10, 64)
			if err != nil {
				t.Error(err)
			}
			highest = max(highest, number)
		}
		if highest != c.known {
			t.Errorf("%s: version %d is known, the newest file has %d", c.folder, c.known, highest)
		}
	}
}
