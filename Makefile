# The few things people type. `make demo` and `make test` work on a fresh Debian or Ubuntu machine with Swift.
TOOLS := $(CURDIR)/.build/test-tools/bin
# Nothing when we are root already.
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)
SWIFT_SOURCES := Package.swift Sources Tests Examples

.PHONY: demo test unit-test test-failover test-browser lint format build-tools test-tools

# Compile the Basement lab and say where to look. A debug build: it is ready in half the time of an optimised one.
demo: build-tools
	swift build --product Basement
	swift run --skip-build Basement build --output build/basement
	@echo "The portal:    file://$(CURDIR)/build/basement/portal/index.html"
	@echo "The artifacts: $(CURDIR)/build/basement"

# Everything that continuous integration runs.
test: build-tools test-tools lint unit-test test-browser test-failover
	@echo "make test: everything passed"

# The Swift tests, among them the ones that run the real tools over what is emitted.
unit-test:
	swift build --build-tests
	PATH="$(TOOLS):$$PATH" swift test --skip-build

# The emitted load balancers really fail over: see Tests/Failover. Linux only, as root.
test-failover:
	swift run --skip-build Basement build --output build/basement
	$(AS_ROOT) Tests/Failover/rehearse.py --build build/basement --figures build/failover.json \
	  --ansible-playbook $(TOOLS)/ansible-playbook

# The portal of the Basement lab, opened from files in headless Chromium.
test-browser:
	swift run --skip-build Basement build --output build/basement
	PATH="$(TOOLS):$$PATH" python3 Tests/Browser --portal build/basement/portal --screenshots build/screenshots

# Layout and documentation rules.
lint:
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

# Lay the sources out as `make lint` wants them.
format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

# What building needs; nothing is installed twice.
build-tools:
	@scripts/install-build-tools

# The real tools that the tests run.
test-tools:
	@scripts/install-test-tools
