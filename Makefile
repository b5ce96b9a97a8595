# Rassegna: `make run` opens the reader on the sample articles, `make test` passes every test.
# Both install first what is missing (Debian), after saying so.

PREFIX ?= $(HOME)/.local
SWIFT ?= swift
DATA ?= ../shared/data
STATIC := .build/static
# At a fixed address the program starts without 90,000 relocations.
FIXED := -Xswiftc -Xclang-linker -Xswiftc -no-pie
RELEASE := -c release --static-swift-stdlib -Xlinker -L$(CURDIR)/$(STATIC) -Xlinker -s $(FIXED)

.PHONY: run test release install lint format bench clean setup keys model

run: setup
	@$(SWIFT) build --product rassegna
	@.build/debug/rassegna --no-store Resources/Samples

test: setup
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

# The libraries are linked as archives, so that the program needs nothing but the C library.
release: setup
	@scripts/static-libraries $(STATIC)
	@$(SWIFT) build $(RELEASE) --product rassegna

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/rassegna "$(DESTDIR)$(PREFIX)/bin/rassegna"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/rassegna"

lint:
	@$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks Package.swift

format:
	@$(SWIFT) format --in-place --recursive Sources Tests Benchmarks Package.swift

keys: setup
	@$(SWIFT) run rassegna keys --markdown > docs/keys.md

bench: release
	@$(SWIFT) build $(RELEASE) --product benchmarks
	@PROGRAM=$(CURDIR)/.build/release/rassegna BENCHMARKS=$(CURDIR)/.build/release/benchmarks Benchmarks/run

# Trains the recogniser's model anew (docs/recogniser.md); DATA holds the public sets that are not in the repository.
model: setup
	@$(SWIFT) build -c release --product trainer
	@.build/release/trainer --data Resources/Training --data $(DATA)/news-it --data $(DATA)/news-en --names Resources/Names \
		--out Resources/Model/names.bin

setup:
	@scripts/setup

clean:
	rm -rf .build
