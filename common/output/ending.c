#include <stddef.h>

#include "base/str.h"
#include "output/ending.h"

static const char *const OTHERS[] = {"pdf", "doc", "docx", "odt", "rtf", "ods", "xls", "ppt",
	"pptx", "jpg", "jpeg", "gif", "eps", "ps", "webp", "tif", "tiff", "bmp"};

bool ending_is(const char *path, const char *ending)
{
	struct str name = str_of(path), end = str_of(ending);
	return name.n > end.n && str_ends(name, end) && name.p[name.n - end.n - 1] == '.';
}

bool ending_of_others(const char *path)
{
	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
		if (ending_is(path, OTHERS[i]))
			return true;
	return false;
}
