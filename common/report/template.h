/*
 * template: a Markdown text whose blocks fenced as ```koop are pipelines; what they print becomes
 * tables and charts.
 *
 * All blocks are run once, in their order, before a byte is written. A template is a program: its
 * blocks run with the rights of the user. Its values are data: none becomes markup.
 */
#ifndef KOOP_REPORT_TEMPLATE_H
#define KOOP_REPORT_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "output/format.h"
#include "report/period.h"

struct template
{
	const char *path; /* for messages */
	struct str source;
	const struct format *format; /* html, markdown, text or eml */
	struct str title;            /* of the page; empty: its first heading */
	struct str lang;
	long labels;                  /* a number in label_langs, or -1 */
	int digits;                   /* decimals of fractions, or -1 */
	size_t width;                 /* of text */
	const struct period *period;  /* or NULL */
	const struct period *compare; /* or NULL */
	char *const *files;           /* $1, $2 … of the pipelines */
	size_t nfiles;
};

/* Can a template be written so? */
bool template_takes(const struct format *format);

/*
 * Runs the template and adds the report to *out. A block whose data is in doubt (a stage ended with
 * 1) is marked in the report and reported through warn_at. False when a block failed, with the
 * reason in *why and the line in *line.
 */
bool template_run(const struct template *t, struct buf *out, struct buf *why, size_t *line);

#endif
