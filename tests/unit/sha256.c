/* The hash against FIPS 180-4's own example, and lengths around the ends of its blocks. */
#include <string.h>

#include "base/sha256.h"
#include "check.h"

/* Of so many letters a; from Python's hashlib. */
static const struct {
	size_t n;
	const char *hash;
} LENGTHS[] = {
	{0,    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
	{1,    "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="},
	{55,   "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="},
	{56,   "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="},
	{63,   "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="},
	{64,   "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="},
	{65,   "Y1NhxIu56rFBmOduqKt/GkFoXWrWKqkUbTAdTxfrCuA="},
	{119,  "MeulHDE6XAgiat8Y1KNZz9/Y0ugWsT9K+VL36mWE3Ps="},
	{120,  "Lz0zVDLHC1gK8Ojhs2dKfAINaDql9zqq7f3FWvkEwhw="},
	{128,  "aDbPE7rEAOkQUHHNavRwhN+srU5eMCyUv+0k4BOvtz4="},
	{1000, "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="},
};

int main(void)
{
	char text[SHA256_BASE64], letters[1000];
	memset(letters, 'a', sizeof letters);
	sha256_base64(STR("abc"), text);
	CHECK(strcmp(text, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") == 0);
	for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
		sha256_base64((struct str){letters, LENGTHS[i].n}, text);
		CHECK(strcmp(text, LENGTHS[i].hash) == 0);
	}
	return check_summary("sha256");
}
