package fixes

import "github.com/pgdoctor/pgdoctor/checks"

var _ = pair(checks.PasswordEncryptionMD5, Cure{Kind: "change-setting", Risk: Disruptive, Reversible: true, order: 3},
	func(row checks.PlacedSetting, c Context) ([]Step, error) {
		return changePlaced(row, "scram-sha-256", c)
	})

var _ = example(checks.PasswordEncryptionMD5, checks.PlacedSetting{ServerSetting: checks.ServerSetting{Name: "password_encryption", Value: "md5", Context: "user", Source: "configuration file"}, ServerWide: true})
