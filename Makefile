# The ways into this repository. Everything that a target needs beyond Go, Node and apt
# is installed by it, at the versions that go.mod, internal/tools/go.mod and
# internal/browser/package-lock.json name.

tool    := go tool -modfile=internal/tools/go.mod
modules := internal/browser/node_modules/.package-lock.json
rivals  := internal/search/cost/node_modules/.package-lock.json
COUNT   ?= 6
CHECKS  ?= 2000
N       ?= 1400
hugo    := bin/hugo-0.165.0

.PHONY: help site serve test test-go test-browser torture lint fmt bench bench-search bench-search-cost bench-build bench-floor bench-serve audit screenshots golden clean playbook needs lint-format lint-vet lint-staticcheck

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: playbook ## Build the shipped playbook into public/
	bin/playbook build

serve: playbook ## Show the shipped playbook on 127.0.0.1; pages change as you save
	bin/playbook serve

playbook:
	@go build -o bin/playbook ./cmd/playbook

test: needs $(modules) ## Install what tests need, lint, run every test, say how many passed
	@lint=0; $(MAKE) --no-print-directory -k lint || lint=1; \
	LINT_FAILED=$$lint $(tool) gotestsum --format standard-quiet --post-run-command internal/tools/tally \
		--raw-command -- internal/tools/alltests && test $$lint = 0

test-go: ## Run the Go tests only, and again with the race detector where there is something to race
	go test -timeout 1h ./...
	internal/tools/gotest race

test-browser: needs $(modules) ## Run the browser tests only; RUN=TestSearch chooses
	internal/tools/gotest browser -run '$(RUN)'

torture: ## Try CHECKS=2000 histories of edits, where the tests try a hundred; and as many of all else that is drawn at random
	go test ./internal/build -count 1 -timeout 0 -run TestTorture -rapid.checks=$(CHECKS)
	go test ./internal/source ./internal/check ./internal/watch ./internal/output ./internal/playbook ./internal/frontmatter ./internal/markdown -count 1 -timeout 0 -rapid.checks=$(CHECKS)

lint: lint-format lint-vet lint-staticcheck ## Check the formatting, then go vet and staticcheck

lint-format:
	@internal/tools/gofiles | xargs $(tool) gofumpt -l | awk '{ print "not formatted: " $$0; bad = 1 } END { exit bad }'

lint-vet:
	go vet -tags browser,screenshots ./...

lint-staticcheck:
	$(tool) staticcheck -tags browser,screenshots ./...

fmt: ## Format all Go files
	internal/tools/gofiles | xargs $(tool) gofumpt -w

bench: ## Measure speed, in the form that benchstat compares; COUNT=6 runs of each
	go test -run '^$$' -bench . -benchmem -count $(COUNT) ./...

bench-search: ## Measure the ranking of search on a corpus: CORPUS=dir
	@test -n '$(CORPUS)' || { echo 'which corpus? make bench-search CORPUS=dir' >&2; exit 2; }
	go run ./internal/search/bench '$(CORPUS)'

bench-search-cost: needs $(rivals) ## Measure what a search costs, beside Pagefind and MiniSearch: N=pages
	go run ./internal/search/cost -n $(N) $(FLAGS)

bench-build: playbook $(hugo) ## Measure building, cold, unchanged and with one edit, beside Hugo: N=entries
	go run ./internal/bench/build -n $(N) -hugo $(hugo) $(FLAGS)

bench-floor: ## Measure the least that building the same files can take: N=entries
	go run ./internal/bench/floor -n $(N) $(FLAGS)

bench-serve: needs playbook $(hugo) ## Measure how soon an edit is seen, beside hugo server: N=entries
	go run ./internal/bench/serve -n $(N) -hugo $(hugo) $(FLAGS)

audit: needs $(modules) ## Look at every page with axe and html-validate, and print the figures
	go test -tags browser -timeout 1h -count 1 -v -run 'TestAxe$$|TestValidHTML$$' ./internal/browser -args -all

screenshots: needs $(modules) ## Take pictures of every layout into OUT=dir
	@test -n '$(OUT)' || { echo 'where to? make screenshots OUT=dir' >&2; exit 2; }
	go test -tags browser,screenshots -timeout 1h -count 1 -run 'TestScreenshots$$' ./internal/browser -args -screenshots '$(abspath $(OUT))'

golden: ## Write what the tests get now as what they expect; look at the diff
	go test $$(grep -rl --include '*_test.go' '"update", false' cmd internal themes | xargs -n 1 dirname | sort -u | sed 's|^|./|') -update

clean: ## Remove what was built and installed here
	rm -rf bin internal/browser/node_modules internal/search/cost/node_modules
	find public -mindepth 1 ! -name .gitignore -delete

needs:
	@internal/tools/needs

$(modules): internal/browser/package-lock.json
	cd internal/browser && npm ci --no-audit --no-fund
	@touch $@

# Outside of go.mod, which would take all its dependencies in.
$(hugo):
	GOBIN=$(CURDIR)/bin CGO_ENABLED=0 go install github.com/gohugoio/hugo@v$(patsubst bin/hugo-%,%,$@)
	mv bin/hugo $@

$(rivals): internal/search/cost/package-lock.json
	cd internal/search/cost && npm ci --no-audit --no-fund
	@touch $@
