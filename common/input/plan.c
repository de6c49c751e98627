#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/near.h"
#include "input/money.h"
#include "input/plan.h"
#include "term/citizen.h"
#include "text/homoglyph.h"
#include "text/key.h"
#include "text/mojibake.h"
#include "text/script.h"
#include "text/text.h"

static enum kind kind_of(struct plan *p, struct str column)
{
	for (size_t i = 0; i < p->nkinds; i++)
		if (str_eq(p->kinds[i].column, column)) {
			p->kinds[i].used = true;
			return p->kinds[i].kind;
		}
	return schema_kind(p->schema, column);
}

static bool kinds_are_used(const struct plan *p, const struct header *input, struct buf *why)
{
	for (size_t i = 0; i < p->nkinds; i++) {
		if (p->kinds[i].used)
			continue;
		buf_fmt(why, "no column '" STR_FMT "' to normalise", STR_ARG(p->kinds[i].column));
		near_suggest(p->kinds[i].column, input->names, input->n, why);
		return false;
	}
	return true;
}

static bool is_missing(const struct header *input, struct str column)
{
	return header_find(input, column) == COLUMN_NONE;
}

/* A type of record has one column of amounts. */
static long money_column(struct plan *p, const struct header *input)
{
	for (size_t i = 0; i < input->n; i++)
		if (kind_of(p, input->names[i]) == KIND_MONEY)
			return (long)i;
	return COLUMN_NONE;
}

void plan_read_units(struct plan *p, const struct header *input, const struct row *row)
{
	long money = money_column(p, input);
	if (money == COLUMN_NONE || row->n != input->n)
		return;
	struct str heading = text_clean(row->fields[money], &p->arena);
	p->unit = money_of_heading(heading);
	if (money_is_scaled(heading))
		warn_at(&row->pos,
			"column '" STR_FMT
			"' may count in thousands or millions, by its heading '" STR_FMT
			"'; the amounts stay",
			STR_ARG(input->names[money]), STR_ARG(heading));
}

bool plan_forget(struct plan *p)
{
	bool any = false;
	for (size_t i = 0; i < p->n; i++)
		any |= normaliser_forget(&p->columns[i]);
	return any;
}

void plan_learn(struct plan *p, const struct row *row)
{
	for (size_t i = 0; i < p->n; i++)
		if (row->fields[i].n && !(row->numbers && row->numbers[i]))
			normaliser_learn(&p->columns[i], row->fields[i]);
}

void plan_learn_from(struct plan *p, const struct plan *other)
{
	for (size_t i = 0; i < p->n; i++)
		normaliser_learn_from(&p->columns[i], &other->columns[i]);
}

static void find_columns(struct plan *p, const struct header *input)
{
	bool layers = p->schema->layers;
	p->name = header_find(input, STR("name"));
	p->country = header_find(input, STR("country"));
	p->region = header_find(input, STR("region"));
	p->lang_column = header_find(input, STR("lang"));
	p->origin_column = header_find(input, STR("origin"));
	p->add_latn = layers && p->name != COLUMN_NONE && is_missing(input, STR("name_latn"));
	p->add_key = layers && p->name != COLUMN_NONE && is_missing(input, STR("name_key"));
	p->add_lang = layers && p->name != COLUMN_NONE && is_missing(input, STR("lang"));
	p->add_script = layers && p->name != COLUMN_NONE && is_missing(input, STR("script"));
	p->currency = header_find(input, STR("currency"));
	p->money = money_column(p, input);
	p->add_currency = p->money != COLUMN_NONE && p->currency == COLUMN_NONE;
	p->add_legal = layers && p->name != COLUMN_NONE && is_missing(input, STR("legal_form"));
	evidence_init(&p->evidence, input, &p->towns);
	contradiction_init(&p->against, input, &p->towns);
	p->add_country = layers && p->country == COLUMN_NONE && evidence_any(&p->evidence);
	p->decides = p->add_country ||
	             (p->country != COLUMN_NONE && kind_of(p, STR("country")) == KIND_COUNTRY);
	p->add_region = p->decides && !p->add_country && p->region == COLUMN_NONE;
}

/* A column of the output, and where its values will be found. */
static bool add_output(struct plan *p, struct str name, const struct str *source, struct buf *why)
{
	p->sources = mem_grow(p->sources, p->output.n, &p->cap_sources, sizeof(struct str *));
	p->sources[p->output.n] = source;
	if (header_add(&p->output, name))
		return true;
	if (header_find(&p->output, name) == COLUMN_NONE)
		buf_puts(why, "too many columns");
	else
		buf_fmt(why, "the input has a column '" STR_FMT "' already", STR_ARG(name));
	return false;
}

static bool add_layers(struct plan *p, struct buf *why)
{
	struct name_facts *facts = &p->facts;
	return (!p->add_latn || add_output(p, STR("name_latn"), &facts->latin, why)) &&
	       (!p->add_key || add_output(p, STR("name_key"), &facts->key, why)) &&
	       (!p->add_lang || add_output(p, STR("lang"), &facts->lang, why)) &&
	       (!p->add_script || add_output(p, STR("script"), &p->script, why)) &&
	       (!p->add_legal || add_output(p, STR("legal_form"), &facts->legal_form, why)) &&
	       (!p->add_country || add_output(p, STR("country"), &p->where.text, why));
}

static bool has_verbatim(const struct plan *p, size_t column)
{
	return p->verbatim && p->columns[column].kind != KIND_NONE;
}

static bool add_outputs(struct plan *p, size_t column, struct buf *why)
{
	struct str name = p->columns[column].column;
	if (!add_output(p, name, &p->values[column].text, why))
		return false;
	if (has_verbatim(p, column) &&
		!add_output(p, arena_fmt(&p->arena, STR_FMT "_verbatim", STR_ARG(name)),
			&p->verbatim_values[column], why))
		return false;
	if ((long)column == p->name && !add_layers(p, why))
		return false;
	if ((long)column == p->money && p->add_currency &&
		!add_output(p, STR("currency"), &p->paid_in, why))
		return false;
	return (long)column != p->country || !p->add_region ||
	       add_output(p, STR("region"), &p->region_told, why);
}

bool plan_make(struct plan *p, const struct header *input, struct buf *why)
{
	p->n = input->n;
	p->columns = mem_zero(p->n, sizeof *p->columns);
	p->values = mem_zero(p->n, sizeof *p->values);
	p->verbatim_values = mem_zero(p->n, sizeof *p->verbatim_values);
	p->persons = mem_zero(p->n, sizeof *p->persons);
	find_columns(p, input);
	for (size_t i = 0; i < p->n; i++) {
		enum kind kind = kind_of(p, input->names[i]);
		normaliser_init(&p->columns[i], input->names[i], kind, p->lang);
		p->touches |= kind != KIND_NONE;
		if (!add_outputs(p, i, why))
			return false;
	}
	if (p->name == COLUMN_NONE && p->add_country &&
		!add_output(p, STR("country"), &p->where.text, why))
		return false;
	if (p->origin && !add_output(p, STR("origin"), &p->place, why))
		return false;
	p->outputs = mem_zero(p->output.n, sizeof *p->outputs);
	return kinds_are_used(p, input, why);
}

void plan_copy(struct plan *p, const struct plan *like, const struct header *input)
{
	struct buf why = {0};
	*p = (struct plan){
		.schema = like->schema,
		.lang = like->lang,
		.translit = like->translit,
		.kinds = like->kinds,
		.nkinds = like->nkinds,
		.verbatim = like->verbatim,
		.origin = like->origin,
		.unit = like->unit,
		.repair = like->repair,
	};
	plan_make(p, input, &why); /* it could be made once, so it can be made again */
	buf_release(&why);
}

void plan_join(struct plan *p, struct plan *copy)
{
	p->mended += copy->mended;
	evidence_join(&p->evidence, &copy->evidence);
	p->against.n += copy->against.n;
	for (size_t i = 0; i < p->n; i++) {
		p->persons[i] += copy->persons[i];
		for (size_t k = 0; k < OUTCOMES; k++)
			p->columns[i].counts[k] += copy->columns[i].counts[k];
	}
	copy->kinds = NULL;
	plan_release(copy);
}

/* The language that is known of the row: what it says itself, then what the user says. */
static struct str known_language(const struct plan *p)
{
	if (p->lang_column != COLUMN_NONE && p->values[p->lang_column].text.n)
		return p->values[p->lang_column].text;
	return p->lang;
}

static void describe_name(struct plan *p)
{
	p->facts = (struct name_facts){0};
	if (p->whole.n)
		name_describe(p->whole, known_language(p), p->where.text, p->translit,
			p->worded ? &p->words : NULL, &p->facts, &p->arena);
	p->script = script_code(p->facts.script);
}

static struct str region_of(const struct normal *country)
{
	return country->remark ? country->remark->region : (struct str){NULL, 0};
}

/* A person's number is not kept anywhere. */
static bool is_changed(const struct normal *value, struct str source)
{
	bool personal = value->remark && value->remark->trouble == TROUBLE_PERSONAL;
	return !personal && !str_eq(value->text, source);
}

static void keep_verbatim(struct plan *p, const struct row *row)
{
	for (size_t i = 0; i < p->n; i++)
		p->verbatim_values[i] = is_changed(&p->values[i], row->fields[i])
		                                ? row->fields[i]
		                                : (struct str){NULL, 0};
}

/* The country, by its column or what else tells it. */
static void decide_country(struct plan *p, const struct row *row)
{
	bool given = p->country != COLUMN_NONE;
	struct normal *country = given ? &p->values[p->country] : &p->where;
	struct str own = country->text;
	if (p->decides)
		evidence_decide(&p->evidence, row, country, &p->arena);
	p->stated = str_eq(own, country->text);
	if (!given)
		return;
	p->where = *country;
	if (p->decides)
		normalise_report(&p->columns[p->country], country, &row->pos);
}

/* A part of a country that its name tells fills an empty region. */
static void fill_region(struct plan *p)
{
	if (p->region == COLUMN_NONE)
		return;
	struct normal *region = &p->values[p->region];
	struct str told = region_of(&p->where);
	if (region->text.n == 0 && told.n)
		*region = (struct normal){.text = told, .outcome = OUTCOME_CHANGED};
}

/* A name as it was before it was damaged; *damage tells how, where it was by reading. */
static struct str mend_name(
	struct plan *p, struct str field, struct str clean, struct mojibake *damage)
{
	enum homoglyph homoglyph;
	struct str name = mojibake_mend(field, damage, &p->arena);
	name = damage->encoding ? text_clean(name, &p->arena) : clean;
	return p->repair ? homoglyph_mend(name, &homoglyph, &p->arena) : name;
}

/* A damaged name is stored as it came, and what is made of it is made of the mended one; with
 * --repair that is stored. */
static void normalise_name(struct plan *p, size_t i, struct str field, struct mojibake *damage)
{
	struct mojibake what;
	struct normal *value = &p->values[i];
	bool main = (long)i == p->name;
	normalise(&p->columns[i], field, &p->arena, value);
	if (main) {
		p->whole = value->text;
		p->worded = token_row_read(&p->words, &p->tokens, value->text);
		if (p->worded && p->words.sound && !p->repair && value->outcome == OUTCOME_SAME)
			return;
	}
	struct str whole = mend_name(p, field, value->text, &what);
	if (main) {
		p->worded = p->worded && str_eq(whole, p->whole);
		p->whole = whole;
	}
	if (what.encoding)
		*damage = what;
	if (!p->repair || str_eq(whole, value->text))
		return;
	p->mended++;
	normalise_count(&p->columns[i], value->outcome, OUTCOME_CHANGED);
	normal_set(value, whole, OUTCOME_CHANGED);
}

static void report_damage(const struct plan *p, const struct row *row, struct mojibake damage)
{
	if (damage.encoding && !p->repair)
		warn_at(&row->pos, "damaged name: %s read as %s (--repair mends it)",
			damage.encoding, damage.read_as);
}

/* Kinds that go by the country of the record, and so come behind it. */
static bool goes_by_country(enum kind kind)
{
	return kind == KIND_PHONE || kind == KIND_IDENTIFIER;
}

static void normalise_field(struct plan *p, const struct row *row, size_t i)
{
	struct normaliser *column = &p->columns[i];
	column->country = p->where.text;
	normalise(column, row->fields[i], &p->arena, &p->values[i]);
	if ((long)i == p->country) /* what else tells it comes first */
		return;
	if (p->values[i].remark || p->values[i].outcome == OUTCOME_ITEMS)
		normalise_report(column, &p->values[i], &row->pos);
}

static bool is_number(const struct row *row, size_t i, enum kind kind)
{
	return row->numbers && row->numbers[i] && (kind == KIND_NUMBER || kind == KIND_MONEY);
}

static void normalise_names(struct plan *p, const struct row *row)
{
	struct mojibake damage = {NULL, NULL};
	p->whole = (struct str){NULL, 0};
	p->worded = false;
	for (size_t i = 0; i < p->n; i++)
		if (p->columns[i].kind == KIND_NAME && row->fields[i].n)
			normalise_name(p, i, row->fields[i], &damage);
	if (p->name != COLUMN_NONE && p->columns[p->name].kind != KIND_NAME)
		p->whole = p->values[p->name].text;
	report_damage(p, row, damage);
}

/* The record's own column of currencies goes before what an amount says. */
static void compare_currency(
	struct plan *p, const struct row *row, struct normal *amount, struct str code)
{
	struct normal *given = &p->values[p->currency];
	struct normaliser *column = &p->columns[p->money];
	if (given->text.n == 0) {
		*given = (struct normal){.text = code, .outcome = OUTCOME_CHANGED};
	} else if (amount->currency.n && !str_eq(given->text, code)) {
		normalise_count(column, amount->outcome, OUTCOME_UNKNOWN);
		*amount = normalise_contradicted(row->fields[p->money], code, &p->arena);
		normalise_report(column, amount, &row->pos);
	}
}

/* The currency of the row's amount: what stands beside it, else the heading's. */
static void settle_currency(struct plan *p, const struct row *row)
{
	p->paid_in = (struct str){NULL, 0};
	if (p->money == COLUMN_NONE)
		return;
	struct normal *amount = &p->values[p->money];
	bool known = amount->text.n &&
	             (amount->outcome == OUTCOME_SAME || amount->outcome == OUTCOME_CHANGED);
	struct str code = known && amount->currency.n == 0 ? p->unit : amount->currency;
	if (!p->add_currency && known && code.n)
		compare_currency(p, row, amount, code);
	p->paid_in = code;
}

static void normalise_row(struct plan *p, const struct row *row)
{
	arena_reset(&p->arena);
	normal_set(&p->where, (struct str){NULL, 0}, OUTCOME_SAME);
	for (size_t i = 0; i < p->n; i++) {
		enum kind kind = p->columns[i].kind;
		normal_set(&p->values[i], row->fields[i], OUTCOME_SAME);
		if (row->fields[i].n && kind != KIND_NONE && kind != KIND_NAME &&
			!goes_by_country(kind) && !is_number(row, i, kind))
			normalise_field(p, row, i);
	}
	normalise_names(p, row);
	decide_country(p, row);
	fill_region(p);
	for (size_t i = 0; i < p->n; i++)
		if (row->fields[i].n && goes_by_country(p->columns[i].kind))
			normalise_field(p, row, i);
	if (p->decides && p->stated)
		contradiction_check(&p->against, row, p->values, &p->where, &p->arena);
	settle_currency(p, row);
	if (p->add_region)
		p->region_told = region_of(&p->values[p->country]);
	if (p->verbatim)
		keep_verbatim(p, row);
	if (p->name != COLUMN_NONE && p->schema->layers)
		describe_name(p);
	if (p->origin)
		p->place = arena_fmt(&p->arena, "%s:%zu", row->pos.file, row->pos.line);
}

/* Normalising never brings in a byte that must be escaped: what comes of a plain row is plain. */
static void write_row(struct plan *p, const struct row *row, struct writer *w)
{
	for (size_t i = 0; i < p->output.n; i++)
		p->outputs[i] = *p->sources[i];
	size_t plain = !row->plain ? 0 : p->output.n - p->origin; /* a file may have any name */
	writer_fields(w, p->outputs, plain);
	for (size_t i = plain; i < p->output.n; i++)
		writer_value(w, p->outputs[i]);
}

/* Added columns and other letters lengthen a row; what would be over a limit is not written. */
static bool is_within_limits(const struct writer *w, struct buf *why)
{
	struct str rest = buf_str(&w->row), field;
	if (rest.n > LIMIT_RECORD) {
		buf_fmt(why, "longer than %d bytes when normalised", LIMIT_RECORD);
		return false;
	}
	while (rest.n > LIMIT_FIELD && str_split(&rest, '\t', &field))
		if (field.n > LIMIT_FIELD) {
			buf_fmt(why, "a field longer than %d bytes when normalised", LIMIT_FIELD);
			return false;
		}
	return true;
}

/* Identifiers are looked at by themselves; in all other columns the number stays. */
static void look_for_persons(struct plan *p, const struct row *row)
{
	if (row->raw.n && !citizen_may_be_in(row->raw))
		return;
	for (size_t i = 0; i < p->n; i++) {
		if (p->columns[i].kind == KIND_IDENTIFIER || !citizen_is_in(row->fields[i]))
			continue;
		p->persons[i]++;
		warn_at(&row->pos, "a person's number (JMBG, EMŠO) in column '" STR_FMT "'",
			STR_ARG(p->columns[i].column));
	}
}

bool plan_write(struct plan *p, const struct row *row, struct writer *w, struct buf *why)
{
	look_for_persons(p, row);
	if (plan_passes_on(p) && row->plain) {
		writer_record(w, row->fields, row->n);
		return true;
	}
	normalise_row(p, row);
	write_row(p, row, w);
	if (is_within_limits(w, why)) {
		writer_end(w);
		return true;
	}
	writer_drop(w);
	return false;
}

static void note_persons(const struct plan *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->persons[i])
			diag_remark("column '" STR_FMT
				    "': persons' numbers (JMBG, EMŠO) stay in it, rows: %zu",
				STR_ARG(p->columns[i].column), p->persons[i]);
}

void plan_note(const struct plan *p)
{
	note_persons(p);
	if (p->decides)
		evidence_note(&p->evidence);
	if (p->against.n)
		diag_note("countries that another column contradicts: %zu", p->against.n);
	if (p->mended)
		diag_note("names mended: %zu", p->mended);
	for (size_t i = 0; i < p->n; i++) {
		const struct normaliser *c = &p->columns[i];
		size_t changed = c->counts[OUTCOME_CHANGED] + c->counts[OUTCOME_ITEMS];
		size_t unknown = c->counts[OUTCOME_UNKNOWN] + c->counts[OUTCOME_AMBIGUOUS];
		if (changed || unknown || c->counts[OUTCOME_NO_VALUE])
			diag_note("column '" STR_FMT
				  "': %zu changed, %zu meant no value, %zu not mapped",
				STR_ARG(c->column), changed, c->counts[OUTCOME_NO_VALUE], unknown);
	}
}

void plan_release(struct plan *p)
{
	for (size_t i = 0; i < p->n; i++)
		normaliser_release(&p->columns[i]);
	hometowns_release(&p->towns);
	free(p->columns);
	free(p->values);
	free(p->verbatim_values);
	free(p->sources);
	free(p->persons);
	free(p->outputs);
	free(p->kinds);
	header_release(&p->output);
	arena_release(&p->arena);
	tokens_release(&p->tokens);
	*p = (struct plan){0};
}
