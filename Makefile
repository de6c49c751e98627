# koop: see 'make help'.

PREFIX  = /usr/local
DESTDIR =
BUILD   = build
CC      = gcc
CFLAGS  = -O2 -g
AWK     = awk

WARNINGS = -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes \
	-Wconversion -Wvla -Wwrite-strings -Wformat=2
ALL_CFLAGS = -std=gnu17 -D_GNU_SOURCE -pthread $(WARNINGS) $(WERROR) -include common/base/banned.h \
	-Icommon -I$(BUILD)/gen $(CFLAGS)
LIBS = -Wl,--as-needed -lcsv -lpcre2-8 -lutf8proc -lcmark-gfm-extensions -lcmark-gfm -lm

PROGRAMS = $(patsubst cmd/%.c,$(BUILD)/bin/%,$(wildcard cmd/*.c))
LIBRARY  = $(BUILD)/libkoop.a
VOCAB    = $(patsubst common/vocab/%.tsv,$(BUILD)/gen/%.inc,$(wildcard common/vocab/*.tsv))
OBJECTS  = $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard common/*/*.c))
UNITS    = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
REPLAYS  = $(patsubst tests/fuzz/%.c,$(BUILD)/replay/%,$(filter-out %/replay.c,$(wildcard tests/fuzz/*.c)))
COMPLETIONS = $(patsubst $(BUILD)/bin/%,$(BUILD)/completions/%,$(PROGRAMS))

all: $(PROGRAMS) $(COMPLETIONS)

$(BUILD)/bin/%: $(BUILD)/obj/cmd/%.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $(OBJECTS)

$(BUILD)/obj/%.o: %.c | $(VOCAB)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/gen/%.inc: common/vocab/%.tsv common/vocab/mkvocab.awk
	@mkdir -p $(@D)
	$(AWK) -f common/vocab/mkvocab.awk $< >$@.new && mv $@.new $@

$(BUILD)/completions/%: $(BUILD)/bin/% common/base/mkcompletion.awk
	@mkdir -p $(@D)
	$< --help | $(AWK) -f common/base/mkcompletion.awk >$@

units: $(UNITS)

$(BUILD)/unit/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests/unit $(LDFLAGS) -MMD -MP -o $@ $< $(LIBRARY) $(LIBS)

replays: $(REPLAYS)

$(BUILD)/replay/%: tests/fuzz/%.c tests/fuzz/replay.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -MMD -MP -MF $@.d -o $@ $< tests/fuzz/replay.c $(LIBRARY) $(LIBS)

check: all units replays
	BUILD=$(BUILD) tests/run

clean:
	rm -rf $(BUILD)

.PHONY: all units replays check clean
.SECONDARY:
-include $(OBJECTS:.o=.d) $(patsubst cmd/%.c,$(BUILD)/obj/cmd/%.d,$(wildcard cmd/*.c)) $(UNITS:=.d) \
	$(REPLAYS:=.d)
