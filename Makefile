# koop: see 'make help'.

PREFIX  = /usr/local
DESTDIR =
BUILD   = build
CC      = gcc
CFLAGS  = -O3 -g
V       =
AWK     = awk
ROWS    = 200000
SURVEY_ROWS = 500000 2000000
FUZZ_SECONDS = 10

WARNINGS = -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes \
	-Wconversion -Wvla -Wwrite-strings -Wformat=2
BANNED = -include common/base/banned.h
ALL_CFLAGS = -std=gnu17 -D_GNU_SOURCE -pthread $(WARNINGS) $(WERROR) $(BANNED) \
	-Icommon -I$(BUILD)/gen $(CFLAGS)
LIBS = -Wl,--as-needed -lcsv -lpcre2-8 -lutf8proc -lxlsxwriter -lzip -lexpat -lreadstat -ljansson -lcmark-gfm-extensions -lcmark-gfm -lgsl -lgslcblas -ligraph -lm
SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined

# Debian packages: to build; for all of 'make check'; for the tests that read our output with other
# programs; for 'make lint'; for 'make bench'.
BUILD_PACKAGES  = gcc libc6-dev libcsv-dev libpcre2-dev libutf8proc-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libxlsxwriter-dev libgsl-dev libzip-dev \
	libexpat1-dev libjansson-dev libreadstat-dev libigraph-dev
TEST_PACKAGES   = libxml2-utils graphviz miller
READER_PACKAGES = libreoffice-calc-nogui chromium r-base-core r-cran-haven r-cran-survey r-cran-survival pspp \
	python3-networkx python3-odf python3-openpyxl python3-xlsxwriter python3-xlwt r-cran-igraph librsvg2-bin
LINT_PACKAGES   = clang-format cppcheck shellcheck mandoc
BENCH_PACKAGES  = miller mawk

PROGRAMS = $(patsubst cmd/%.c,$(BUILD)/bin/%,$(wildcard cmd/*.c))
LIBRARY  = $(BUILD)/libkoop.a
VOCAB    = $(patsubst common/vocab/%.tsv,$(BUILD)/gen/%.inc,$(wildcard common/vocab/*.tsv))
TEXTS    = $(patsubst common/output/%,$(BUILD)/gen/%.inc,$(wildcard common/output/*.js common/output/*.css))
OBJECTS  = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard common/*/*.c))
UNITS    = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
TARGETS  = $(filter-out replay,$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
REPLAYS  = $(TARGETS:%=$(BUILD)/replay/%)
FUZZERS  = $(TARGETS:%=$(BUILD)/fuzz/%)
HELPERS  = $(BUILD)/system/usage $(BUILD)/system/faults.so
COMPLETIONS = $(patsubst $(BUILD)/bin/%,$(BUILD)/completions/%,$(PROGRAMS))

all: $(PROGRAMS) $(COMPLETIONS)

help:
	@echo 'make             build the programs into $(BUILD)/bin'
	@echo 'make deps        install the Debian packages that the build needs'
	@echo 'make demo        install, build, and show the tools at work'
	@echo 'make check       run the tests'
	@echo 'make check-san   the same under the address and undefined-behaviour sanitizers'
	@echo 'make check-readers  open what koop writes with LibreOffice, a browser, R and others'
	@echo 'make fuzz        run each fuzz target for FUZZ_SECONDS=$(FUZZ_SECONDS)'
	@echo 'make lint        check formatting, manuals and scripts; static analysis'
	@echo 'make bench       measure beside other programs; ROWS=$(ROWS)'
	@echo 'make bench-survey  measure estimates beside the survey package of R; SURVEY_ROWS="$(SURVEY_ROWS)"'
	@echo 'make install     into PREFIX=$(PREFIX), below DESTDIR; make uninstall takes it away'
	@echo 'make clean       remove $(BUILD)'

deps:
	.ci/packages $(BUILD_PACKAGES)

demo: deps
	$(MAKE) all
	@PATH=$(abspath $(BUILD))/bin:$$PATH tests/data/demo/run $(BUILD)/demo

# Building: what is made is named, the commands are shown with V=1.

Q = $(if $(V),,@)

$(BUILD)/bin/%: $(BUILD)/obj/cmd/%.o $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	@echo "  AR  $@"
	$(Q)$(AR) rcs $@ $(OBJECTS)

$(BUILD)/obj/%.o: %.c | $(VOCAB) $(TEXTS)
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/common/output/xlsx.o: BANNED = # the header of the library itself makes a banned call

$(BUILD)/gen/%.inc: common/vocab/%.tsv common/vocab/mkvocab.awk common/vocab/tables.def
	@mkdir -p $(@D)
	@echo "  GEN $@"
	$(Q)LC_ALL=C $(AWK) -f common/vocab/mkvocab.awk $< >$@.new && mv $@.new $@

# A text as a C string.
$(BUILD)/gen/%.inc: common/output/%
	@mkdir -p $(@D)
	@echo "  GEN $@"
	$(Q)sed 's/[\\"]/\\&/g; s/.*/"&\\n"/' $< >$@.new && mv $@.new $@

$(BUILD)/completions/%: $(BUILD)/bin/% common/base/mkcompletion.awk
	@mkdir -p $(@D)
	@echo "  GEN $@"
	$(Q)$< --help | $(AWK) -f common/base/mkcompletion.awk >$@

# Testing

units: $(UNITS)
replays: $(REPLAYS)
fuzzers: $(FUZZERS)

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) $(ALL_CFLAGS) -Itests/unit $(LDFLAGS) -MMD -MP -MF $@.d -o $@ $< $(LIBRARY) $(LIBS)

$(BUILD)/replay/%: tests/fuzz/%.c tests/fuzz/replay.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -MMD -MP -MF $@.d -o $@ tests/fuzz/replay.c $< $(LIBRARY) $(LIBS)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

# These play the system to a program, so they are built as the system is: without sanitizers.
$(BUILD)/system/%.so: tests/system/%.c
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) -std=gnu17 -D_GNU_SOURCE $(WARNINGS) $(WERROR) -O2 -fPIC -shared -o $@ $<

$(BUILD)/system/%: tests/system/%.c
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) -std=gnu17 -D_GNU_SOURCE $(WARNINGS) $(WERROR) -O2 -o $@ $<

check: deps
	.ci/packages --optional $(TEST_PACKAGES)
	$(MAKE) all units replays $(HELPERS)
	BUILD=$(BUILD) CC='$(CC)' tests/run

check-san:
	$(MAKE) BUILD=$(BUILD)/san CFLAGS='$(SANITIZE)' check

check-readers: check
	.ci/packages --optional $(READER_PACKAGES)
	BUILD=$(BUILD) tests/run readers

fuzz: deps
	.ci/packages clang libclang-rt-dev
	$(MAKE) BUILD=$(BUILD)/clang-fuzz CC=clang CFLAGS='$(SANITIZE) -fsanitize=fuzzer-no-link' fuzzers
	BUILD=$(BUILD)/clang-fuzz tests/fuzz/run $(FUZZ_SECONDS) $(TARGETS)

lint: deps
	.ci/packages $(LINT_PACKAGES)
	tests/lint

bench: deps
	.ci/packages --optional $(BENCH_PACKAGES)
	$(MAKE) all $(BUILD)/bench/gen $(BUILD)/system/usage
	if [ -d /usr/include/igraph ]; then $(MAKE) $(BUILD)/bench/igraph_peer; fi
	BUILD=$(BUILD) tests/bench/run $(ROWS)

bench-survey: deps
	.ci/packages --optional r-cran-survey r-cran-data.table
	$(MAKE) all $(BUILD)/bench/gen $(BUILD)/system/usage
	BUILD=$(BUILD) tests/bench/survey $(SURVEY_ROWS)

$(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	@echo "  CC  $@"
	$(Q)$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBS_OF_PEER) -lm

$(BUILD)/bench/igraph_peer: LIBS_OF_PEER = -ligraph
$(BUILD)/bench/igraph_peer: WARNINGS = -Wall -Wextra

# Installing

MANUALS = $(wildcard man/*.[157])
BINDIR  = $(DESTDIR)$(PREFIX)/bin
MANDIR  = $(DESTDIR)$(PREFIX)/share/man
COMPLETIONDIR = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
DATADIR = $(DESTDIR)$(PREFIX)/share/koop

install: all
	install -d $(BINDIR) $(MANDIR)/man1 $(MANDIR)/man5 $(MANDIR)/man7 $(COMPLETIONDIR)
	install $(PROGRAMS) $(BINDIR)
	for page in $(MANUALS); do install -m 644 $$page $(MANDIR)/man$${page##*.}; done
	install -m 644 $(COMPLETIONS) $(COMPLETIONDIR)
	for dir in $(SHARED); do install -d $(DATADIR)/$${dir##*/} && \
		install -m 644 $$dir/* $(DATADIR)/$${dir##*/} || exit; done

uninstall:
	rm -f $(PROGRAMS:$(BUILD)/bin/%=$(BINDIR)/%) $(COMPLETIONS:$(BUILD)/completions/%=$(COMPLETIONDIR)/%)
	for page in $(notdir $(MANUALS)); do rm -f $(MANDIR)/man$${page##*.}/$$page; done
	rm -rf $(DATADIR)
	if [ -n '$(DESTDIR)' ]; then find '$(DESTDIR)' -depth -type d -empty -delete; fi

# Folders of templates and the like that programs read when they run.
SHARED = $(wildcard common/report/templates common/report/catalogue)

clean:
	rm -rf $(BUILD)

.PHONY: all help deps demo units replays fuzzers check check-san check-readers fuzz lint bench \
	bench-survey install uninstall clean
.SECONDARY:
-include $(OBJECTS:.o=.d) $(patsubst cmd/%.c,$(BUILD)/obj/cmd/%.d,$(wildcard cmd/*.c)) \
	$(UNITS:=.d) $(REPLAYS:=.d)
