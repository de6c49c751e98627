/*
 * placeholder: the words in the text of a template that stand for the period, the day and the
 * language: {{period}}.
 */
#ifndef KOOP_REPORT_PLACEHOLDER_H
#define KOOP_REPORT_PLACEHOLDER_H

#include "report/template.h"

/* Adds the source with what they stand for. False when one is unknown, or needs a period, with the
 * reason in *why and the line in *line. */
bool placeholders_expand(const struct template *t, struct buf *out, struct buf *why, size_t *line);

#endif
