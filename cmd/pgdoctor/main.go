// Command pgdoctor examines a PostgreSQL database and cures what it finds.
package main

import "os"

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr)) }
