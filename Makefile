# What there is to do here. `make` alone lists it.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS   += --no-print-directory

GO       ?= go
GOTOOL   := $(GO) tool -modfile=tools/go.mod
# How long each fuzz target runs.
FUZZTIME ?= 5s
# The day the judged site is built for, so that states and counts do not move.
CLOCK    ?= 2026-11-22
# Where screenshots go, and where the site that the judges see is built.
SHOTS    ?= dist/screenshots
JUDGED   := dist/judged

GO_DIRS  := $(wildcard cmd internal themes docs bench)
JUDGES   := tools/judges
VERAPDF  := tools/verapdf/target/cli.jar

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## Build the command bin/dossier
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/dossier ./cmd/dossier

.PHONY: site
site: build ## Build the site of content/ into public/
	bin/dossier build

.PHONY: serve
serve: build ## Serve the site on this machine, rebuilding on every change
	bin/dossier serve

.PHONY: test
test: ## Vet and test; needs Go and make only
	$(GO) vet ./...
	$(GO) test ./...

.PHONY: check
check: ## Formatting, vet and staticcheck
	@unformatted="$$($(GOTOOL) gofumpt -l $(GO_DIRS))"; \
	if [ -n "$$unformatted" ]; then printf 'not formatted by gofumpt:\n%s\n' "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GOTOOL) staticcheck ./...

.PHONY: format
format: ## Format all Go files
	$(GOTOOL) gofumpt -w $(GO_DIRS)

.PHONY: deadcode
deadcode: ## List functions that nothing calls, tests aside
	$(GOTOOL) deadcode ./...

.PHONY: race
race: ## Test under the race detector; RACEFLAGS=-short for the quick form
	$(GO) test -race -timeout 60m $(RACEFLAGS) ./...

# What a release calls itself. Its time is that of the commit.
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
COMMIT  ?= $(shell git rev-parse HEAD 2>/dev/null)
RELEASE := SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null)} $(GO) run ./cmd/release -version "$(VERSION)" -commit "$(COMMIT)"

.PHONY: release
release: ## Build the command for all platforms, with sums, licences and bill of materials
	$(RELEASE) -o dist/release

.PHONY: release-verify
release-verify: ## Show that two folders give the same release, byte for byte
	$(RELEASE) -verify

.PHONY: fuzz
fuzz: ## Run each fuzz target for FUZZTIME
	@targets="$$($(GO) test -list '^Fuzz' ./... | awk '/^Fuzz/ { t[n++] = $$1 } /^ok/ { for (i = 0; i < n; i++) print $$2, t[i]; n = 0 }')"; \
	if [ -z "$$targets" ]; then echo 'no fuzz target found'; exit 1; fi; \
	while read -r package target; do \
		echo "$$target in $$package for $(FUZZTIME)"; \
		log="$$($(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x "$$package" 2>&1 </dev/null)" && { tail -n 1 <<< "$$log"; continue; }; \
		printf '%s\n' "$$log"; \
		if grep -q 'Failing input' <<< "$$log" || ! grep -q 'context deadline exceeded' <<< "$$log"; then exit 1; fi; \
		echo 'no finding: the fuzzer was stopped while it waited for a worker'; \
	done <<< "$$targets"

# The rooms in which a mistake would cost most: framing, decoding, linking, publishing.
COVERED  := tree schema content dossier publish
# The least of their statements that tests have to run, in percent.
COVERAGE ?= 95

.PHONY: coverage
coverage: ## Show how much of the rooms that matter most is tested; fails below COVERAGE
	@mkdir -p dist
	$(GO) test -count=1 -timeout 30m -coverprofile dist/coverage.out -coverpkg "$$(printf './internal/%s,' $(COVERED))" \
		$(COVERED:%=./internal/%) ./internal/build ./cmd/dossier > dist/coverage.log || { cat dist/coverage.log; exit 1; }
	@awk -v least=$(COVERAGE) -f tools/coverage.awk dist/coverage.out

.PHONY: soak-serve
soak-serve: ## Save 10 000 times under the development server, and worse; takes half an hour
	$(GO) test ./internal/serve -run TestServingSurvivesItsEditors -v -long -timeout 90m

.PHONY: soak
soak: ## Kill and starve 960 builds of 1 000 pages; takes a quarter of an hour
	$(GO) test ./cmd/dossier -run TestPublishingUnderFire -v -long -timeout 180m

.PHONY: bench
bench: ## Run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

.PHONY: bench-documents
bench-documents: judges-ready judged ## Compare documents with what headless Chromium prints of the same pages
	node bench/documents.mjs $(JUDGED)/root

# The size of the sites that are compared, and how often each program runs.
BENCH_SIZES ?= 1000,10000
BENCH_RUNS  ?= 5
HUGO        := dist/hugo/hugo

.PHONY: bench-hugo
bench-hugo: build $(HUGO) ## Compare with Hugo on one corpus; BENCH_SIZES=1000,10000 BENCH_RUNS=5
	$(GO) run ./bench/compare -sizes $(BENCH_SIZES) -n $(BENCH_RUNS) -dossier bin/dossier -hugo $(HUGO)

.PHONY: bench-same
bench-same: build $(HUGO) ## Show that the compared sites are the same, page by page
	rm -rf dist/same
	$(GO) run ./bench/corpus -pages 1000 -o dist/same
	bin/dossier build -C dist/same/dossier -o "$(CURDIR)/dist/same/ours" --no-cache --clock $(CLOCK)
	$(HUGO) --quiet --source bench/hugo --contentDir "$(CURDIR)/dist/same/hugo/content" --destination "$(CURDIR)/dist/same/theirs" --cacheDir "$(CURDIR)/dist/same/cache" --noBuildLock --minify
	$(GO) run ./bench/same dist/same/ours dist/same/theirs

$(HUGO):
	GOBIN="$(CURDIR)/$(@D)" CGO_ENABLED=0 $(GO) install github.com/gohugoio/hugo@v0.165.0

.PHONY: golden
golden: ## Rewrite the golden files of the tests
	@packages="$$(grep -rlE --include='*_test.go' 'flag\.Bool(Var)?\(.*"update"' $(GO_DIRS) | xargs -rn1 dirname | sort -u | sed 's|^|./|')"; \
	if [ -z "$$packages" ]; then echo 'no package has golden files'; exit 1; fi; \
	$(GO) test $$packages -update

.PHONY: generate
generate: ## Rewrite generated code, tables and reference pages; needs Node
	node tools/cldr/generate.mjs
	$(GO) test ./internal/docs -update
	$(GO) test ./cmd/dossier -run TestCommandReferenceIsCurrent -update

.PHONY: judges
judges: judges-ready judged ## Let outside judges look at the built site; installs what they need
	node $(JUDGES)/run.mjs $(JUDGED)/root
	node $(JUDGES)/run.mjs --only csp,hreflang,xml,links,qr $(JUDGED)/sub

.PHONY: judges-test
judges-test: judges-ready ## Show that each judge finds planted faults
	npm --prefix $(JUDGES) test

.PHONY: screenshots
screenshots: judges-ready judged ## Take pictures of the main pages into SHOTS
	node $(JUDGES)/screenshots.mjs $(JUDGED)/root $(SHOTS)

# The site twice: at its own address, and under a sub-path of another.
.PHONY: judged
judged: build
	bin/dossier build -o $(JUDGED)/root --clock $(CLOCK)
	bin/dossier build -o $(JUDGED)/sub --clock $(CLOCK) --base-url https://example.org/a/sub-path/

.PHONY: judges-ready
judges-ready: judges-programs $(JUDGES)/node_modules/.package-lock.json $(VERAPDF)

.PHONY: judges-programs
judges-programs:
	@$(JUDGES)/install-programs

$(VERAPDF): tools/verapdf/pom.xml | judges-programs
	mvn --quiet --batch-mode -Dstyle.color=never --file $< package
	@touch $@

$(JUDGES)/node_modules/.package-lock.json: $(JUDGES)/package.json $(JUDGES)/package-lock.json
	cd $(JUDGES) && npm ci
	@touch $@
