package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"
)

// Setting is one value in force, and who says so.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	From  string `json:"from"`
}

// SettingsTable lists what is in force for people. file is the configuration
// file, "" without one.
func SettingsTable(w io.Writer, file string, list []Setting) error {
	rows := [][]string{{"SETTING", "VALUE", "FROM"}}
	for _, setting := range list {
		rows = append(rows, []string{Safe(setting.Name), Safe(setting.Value), Safe(setting.From)})
	}
	drawn, err := align(rows)
	if err != nil {
		return err
	}
	var out strings.Builder
	fmt.Fprintln(&out, "configuration file: "+cmp.Or(Safe(file), "none"))
	for _, line := range drawn {
		fmt.Fprintln(&out, strings.TrimRight(strings.TrimPrefix(line, indent), " "))
	}
	_, err = io.WriteString(w, out.String())
	return err
}

// SettingsJSON writes what is in force for scripts.
func SettingsJSON(w io.Writer, file string, list []Setting, tool Tool) error {
	return WriteJSON(w, struct {
		Format   int       `json:"format"`
		Tool     Tool      `json:"tool"`
		File     string    `json:"file,omitempty"`
		Settings []Setting `json:"settings"`
	}{Format, tool, file, list})
}
