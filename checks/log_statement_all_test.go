package checks

import "testing"

func TestJudgeLogStatementAll(t *testing.T) {
	row := func(asked bool, places ...SettingPlace) PlacedStatementLog {
		setting := ServerSetting{Name: "log_statement", Value: "all", Source: "configuration file"}
		return PlacedStatementLog{PlacedSetting: PlacedSetting{ServerSetting: setting, Places: places, asked: asked}}
	}
	ann := SettingPlace{Role: ptr("ann"), Value: "all"}
	judge(t, LogStatementAll, map[string]judged[PlacedStatementLog]{
		"somebody's":           {row: row(false), severity: Warning, object: "log_statement", message: "for the whole server"},
		"a procedure's":        {row: row(true)},
		"and a role's besides": {row: row(true, ann), severity: Warning, object: "log_statement", message: "all for role ann"},
	})
}
