# The few things people type. `make demo` and `make test` work on a fresh Debian or Ubuntu machine with Swift.
SHELL := /bin/bash -o pipefail
TOOLS := $(CURDIR)/.build/test-tools/bin
# Nothing when we are root already.
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
SWIFT_SOURCES := Package.swift Sources Tests Examples Benchmarks/Package.swift Benchmarks/Benchmarks

.PHONY: demo test test-swift test-modules test-browser test-failover test-break-glass goldens bench lint format basement build-tools test-tools

# Compile the Basement lab and say where to look. A debug build: it is ready in half the time of an optimised one.
demo: build-tools basement
	@echo "The portal:    file://$(CURDIR)/build/basement/portal/index.html"
	@echo "The artifacts: $(CURDIR)/build/basement"

# Everything that continuous integration runs.
test: build-tools test-tools lint test-swift test-modules test-browser test-failover test-break-glass
	@echo "make test: everything passed"

# The Swift tests, among them the ones that run the real tools over what is emitted. What failed is said once more at the end.
# Not all at once: hundreds that start processes would leave each other no time.
test-swift:
	swift build --build-tests
	@mkdir -p build
	PATH="$(TOOLS):$$PATH" SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=24 swift test --skip-build 2>&1 | tee build/test-swift.log || { \
	  echo "What failed:"; grep --after-context=4 "recorded an issue" build/test-swift.log; exit 1; }

# The example of a module, built as a package of its own.
test-modules: build-tools
	swift test --package-path Examples/Modules/NUT

# The portal of the Basement lab, opened from files in headless Chromium.
test-browser: basement
	$(TOOLS)/python3 Tests/Browser --portal build/basement/portal --screenshots build/screenshots

# The emitted load balancers really fail over: see Tests/Failover. Linux only, as root.
test-failover: basement
	$(AS_ROOT) Tests/Failover/rehearse.py --build build/basement --figures build/failover.json \
	  --ansible-playbook $(TOOLS)/ansible-playbook

# A lab's program, built to need nothing, runs a runbook in a root with only bash and ssh. Linux only, as root.
test-break-glass: build-tools
	scripts/build-break-glass Mini build/break-glass
	$(AS_ROOT) Tests/BreakGlass/rehearse build/break-glass

# Write the goldens anew; look at the difference before you commit it.
goldens:
	RECORD_GOLDENS=1 swift test --filter GoldenTests || git diff --stat Tests/Golden

# The figures of Benchmarks/, from an optimised build, and of its peers on the same objects.
bench: build-tools
	swift package --package-path Benchmarks benchmark --target RackbookBenchmarks
	swift build --package-path Benchmarks -c release --product emission
	python3 Benchmarks/growth.py Benchmarks/.build/release/emission
	swift build --package-path Benchmarks -c release --product generated
	python3 Benchmarks/unchanged.py Benchmarks/.build/release/generated
	python3 Tests/Kills/kills.py Benchmarks/.build/release/generated 500
	python3 -m venv Benchmarks/.build/peers
	Benchmarks/.build/peers/bin/pip install --quiet --disable-pip-version-check --requirement Benchmarks/Peers/requirements.txt
	Benchmarks/.build/peers/bin/python3 Benchmarks/Peers/compare.py Benchmarks/.build/release/emission
	python3 Benchmarks/history.py Benchmarks/.build/release/generated
	Benchmarks/.build/peers/bin/python3 Benchmarks/steps.py Benchmarks/.build/release/generated \
	  Benchmarks/.build/peers/bin/python3

# Layout and documentation rules.
lint:
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

# Lay the sources out as `make lint` wants them.
format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

# The artifacts and the portal of the Basement lab.
basement:
	swift build --product Basement
	swift run --skip-build Basement build --output build/basement

# What building needs; nothing is installed twice.
build-tools:
	@scripts/install-build-tools

# The real tools that the tests run.
test-tools: build-tools
	@scripts/install-test-tools
