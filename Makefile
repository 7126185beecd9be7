# What a developer types; CI types the same (.ci/run). Needs Go, and for the
# tests a Docker engine, or servers of your own in PGDOCTOR_TEST_DSN.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# The PostgreSQL majors to test on; 14 and 16 need a registry to pull from.
MAJORS ?= $(or $(PGDOCTOR_TEST_MAJORS),13 15 17 18)
export PGDOCTOR_TEST_MAJORS := $(MAJORS)

# "1.2.3", "1.2.3-4-gabcdef0-dirty", or the commit alone where there is no tag yet.
VERSION ?= $(patsubst v%,%,$(shell git describe --tags --match 'v[0-9]*' --always --dirty 2>/dev/null))

GO_NEEDED := $(shell awk '$$1 == "go" { print $$2; exit }' go.mod)

# Packages whose goldens -update rewrites.
GOLDEN = $(shell grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n1 dirname | sort -u)

# The race detector needs a C compiler.
RACE = $(if $(filter 1,$(shell go env CGO_ENABLED)),-race)

TIMEOUT := 80m

# Of the advisor's benchmark; 0.04 is the quick form. UPDATE=1 writes docs/performance.md.
SCALE ?= 1

# Tests mostly wait, for servers and for statistics: more of them at a time than there are processors.
PARALLEL := 6

.PHONY: help
help: ## list the targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  MAJORS="15 17" chooses the servers (now: $(MAJORS)); PGDOCTOR_TEST_DSN="URL ..."'
	@echo '  names running ones instead, each with the superuser'"'"'s password in the URL.'

.PHONY: need-go
need-go:
	@command -v go >/dev/null || { \
		echo "pgdoctor is built with Go $(GO_NEEDED) or newer, and there is no go on the PATH: see https://go.dev/doc/install" >&2; exit 1; }
	@go list -m >/dev/null || { \
		echo "pgdoctor is built with Go $(GO_NEEDED) or newer, and this go can neither do that nor fetch a newer one: see https://go.dev/doc/install" >&2; exit 1; }

.PHONY: build
build: need-go ## build bin/pgdoctor
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -X main.release=$(VERSION)' -o bin/pgdoctor ./cmd/pgdoctor

# The authorities that vouch for servers' certificates, as the usual systems keep them.
CERTIFICATES ?= $(firstword $(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem))

IMAGE ?= pgdoctor

.PHONY: image
image: build ## build a container image of pgdoctor alone (IMAGE=name BASE=image)
	cp '$(CERTIFICATES)' bin/ca-certificates.crt
	docker build -t $(IMAGE) $(if $(BASE),--build-arg BASE=$(BASE)) -f examples/container/Dockerfile bin

# A machine without server programs and without a registry may still have a test image.
.PHONY: demo
demo: build ## build, start a throw-away server that is sick on purpose, and examine it
	@if [ -z "$$PGDOCTOR_DEMO_IMAGE" ] && docker image inspect pgdoctor-postgres:$(lastword $(MAJORS)) >/dev/null 2>&1; then \
		export PGDOCTOR_DEMO_IMAGE=pgdoctor-postgres:$(lastword $(MAJORS)); fi; \
	bin/pgdoctor demo

.PHONY: images
images: ## build the servers that the tests run against, where they are missing or out of date
	integration/images/build.sh $(MAJORS)

.PHONY: test
test: need-go $(if $(PGDOCTOR_TEST_DSN),,images) ## vet, and run all tests on real servers
	go vet ./...
	go test -timeout $(TIMEOUT) -parallel $(PARALLEL) ./...

.PHONY: short
short: need-go ## run the tests that need no test servers, with the race detector where it can be had
	go test -short $(RACE) ./...

.PHONY: lint
lint: need-go ## check format, vet, staticcheck, go.mod
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "not formatted (gofmt -w):" $$unformatted >&2; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go mod tidy -diff

.PHONY: vuln
vuln: need-go ## look for known vulnerabilities that the code can reach (asks vuln.go.dev)
	go tool govulncheck ./...

.PHONY: golden
golden: need-go $(if $(PGDOCTOR_TEST_DSN),,images) ## rewrite the goldens that are proven, README.md and checks/README.md
	go test -timeout $(TIMEOUT) -parallel $(PARALLEL) $(GOLDEN) -update
	git diff --stat

.PHONY: docs
docs: build ## write checks/README.md
	bin/pgdoctor checks --markdown > bin/checks.md
	mv bin/checks.md checks/README.md

.PHONY: bench
bench: need-go $(if $(PGDOCTOR_TEST_DSN),,images) ## time every check on a database of 10,000 tables
	PGDOCTOR_TEST_MAJORS=$(lastword $(MAJORS)) go test -timeout $(TIMEOUT) -run '^$$' -bench . -benchtime 5x ./integration

.PHONY: bench-advisor
bench-advisor: need-go $(if $(PGDOCTOR_TEST_DSN),,images) ## measure what proposed indexes do for a workload (SCALE=1: 600 MB of tables)
	PGDOCTOR_TEST_MAJORS=$(lastword $(MAJORS)) PGDOCTOR_TEST_ADVISOR=$(SCALE) go test -timeout $(TIMEOUT) -run '^TestBenchAdvisor$$' -v ./integration $(if $(UPDATE),-update)

.PHONY: test-faults
test-faults: need-go $(if $(PGDOCTOR_TEST_DSN),,images) ## strike every kind of fix with every fault, and load on a million rows (about an hour)
	PGDOCTOR_TEST_FAULTS=all go test -timeout 180m -parallel $(PARALLEL) -run 'TestFault|TestWatchdog' ./integration
	PGDOCTOR_TEST_FAULTS=all go test -timeout 60m -run 'TestLoad' ./integration

.PHONY: new-check
new-check: need-go ## start a check: make new-check ID=some-illness
	go run ./internal/scaffold -id "$$ID"

.PHONY: clean
clean: ## remove what build made; the test images stay
	rm -rf bin
