#include "term/checkdigit.h"

int checkdigit_modulo_11(const int *digits, size_t n, int first)
{
	int sum = 0, weight = first;
	for (size_t i = 0; i + 1 < n; i++) {
		sum += digits[i] * weight;
		weight = weight > 2 ? weight - 1 : first;
	}
	return (11 - sum % 11) % 11;
}

bool checkdigit_modulo_11_10(const int *digits, size_t n)
{
	int product = 10;
	for (size_t i = 0; i + 1 < n; i++) {
		int sum = (product + digits[i]) % 10;
		product = (sum ? sum : 10) * 2 % 11;
	}
	return (product + digits[n - 1]) % 10 == 1;
}

bool checkdigit_bulgarian(const int *digits)
{
	int sum = 0, again = 0;
	for (int i = 0; i < 8; i++) {
		sum += digits[i] * (i + 1);
		again += digits[i] * (i + 3);
	}
	return digits[8] == (sum % 11 < 10 ? sum % 11 : again % 11 % 10);
}
