package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// release is set by the linker: -ldflags "-X main.release=1.2.3".
var release string

// toolVersion is the version alone, as reports carry it.
func toolVersion() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// version is what --version says.
func version() string {
	revision, dirty := "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			switch {
			case setting.Key == "vcs.revision":
				revision = setting.Value[:min(12, len(setting.Value))] + ", "
			case setting.Key == "vcs.modified" && setting.Value == "true":
				dirty = "modified, "
			}
		}
	}
	return fmt.Sprintf("%s (%s%s%s)", toolVersion(), revision, dirty, runtime.Version())
}
