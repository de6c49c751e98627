/*
 * limits: the sizes at which koop says no. Each is named in koop.7 and tested at n and n + 1.
 */
#ifndef KOOP_BASE_LIMITS_H
#define KOOP_BASE_LIMITS_H

enum {
	LIMIT_FIELD = 1024 * 1024,       /* bytes of one field as written */
	LIMIT_RECORD = 16 * 1024 * 1024, /* bytes of one record without its line end */
	LIMIT_COLUMNS = 4096,
	BLOCK_SIZE = 256 * 1024, /* what is read and written at a time */
	PIPE_SIZE = 1024 * 1024, /* what the system is asked for on pipes */
};

#endif
