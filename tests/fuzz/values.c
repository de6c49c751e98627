/*
 * What comes of an amount, an address or a telephone number is read as itself; a person's number
 * is found wherever it stands, and not any more when its digits are gone.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "input/contact.h"
#include "input/money.h"
#include "input/quantity.h"
#include "record/number.h"
#include "term/citizen.h"
#include "term/identifier.h"
#include "text/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_money(struct str text, char mark, struct arena *arena)
{
	struct str number, currency, again;
	double value;
	if (money_read(text, mark, arena, &number, &currency) != MONEY_OK)
		return;
	require(number_parse(number, &value) && value >= 0);
	require(currency.n == 0 || currency.n == 3);
	require(money_read(number, '.', arena, &again, &currency) == MONEY_OK);
	require(str_eq(again, number));
}

static void check_contacts(struct str text, struct arena *arena)
{
	struct str again;
	struct str email = contact_email(text, arena), url = contact_url(text, arena);
	require(email.n == 0 || str_eq(contact_email(email, arena), email));
	require(url.n == 0 || str_eq(contact_url(url, arena), url));
	struct str phone;
	if (contact_phone(text, STR("RS"), arena, &phone) != TELEPHONE_OK)
		return;
	require(contact_phone(phone, STR(""), arena, &again) == TELEPHONE_OK);
	require(str_eq(again, phone));
}

/* What is passed on without a look is what a look would leave as it is. */
static void check_plain(struct str text, struct arena *arena)
{
	static const char marks[] = {'\0', '.', ','};
	struct str same, currency;
	require(!contact_is_plain_email(text) || str_eq(contact_email(text, arena), text));
	for (size_t i = 0; quantity_is_plain(text) && i < sizeof marks; i++) {
		require(quantity_read(text, marks[i], arena, &same) == QUANTITY_OK);
		require(str_eq(same, text));
		require(money_read(text, marks[i], arena, &same, &currency) == MONEY_OK);
		require(str_eq(same, text) && currency.n == 0);
	}
}

static void check_person(struct str text, struct arena *arena)
{
	size_t n, at = citizen_find(text, &n);
	struct str masked = citizen_mask(text, arena);
	require(at == text.n ? n == 0 : n >= 13 && at + n <= text.n);
	require(!citizen_is_in(text) || (citizen_may_be_in(text) && at < text.n));
	require(masked.n == text.n && str_eq(masked, text) == (at == text.n));
	require(!citizen_may_be_in(masked) && citizen_find(masked, &n) == masked.n);
	require(identifier_check(masked, STR("HR"), false) != IDENTIFIER_PERSONAL);
	identifier_check(text, STR("AL"), true);
	identifier_check(text, STR("BA"), true);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena;
	struct str text = {(const char *)data, size};
	if (!utf8_valid(text) || str_index(text, '\0') < text.n)
		return 0;
	text = text_clean(text, &arena);
	check_money(text, '\0', &arena);
	check_money(text, ',', &arena);
	check_contacts(text, &arena);
	check_plain(text, &arena);
	check_person(text, &arena);
	arena_reset(&arena);
	return 0;
}
