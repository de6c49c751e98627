/*
 * mail: a report as an Internet message (RFC 5322), for a program such as sendmail.
 *
 * The header has Subject, encoded where it is not ASCII (RFC 2047), and the fields of MIME; who it
 * is from, to whom and when is for the program that sends it. The body is one text in two forms
 * (multipart/alternative, RFC 2046): plain text, then an HTML page, both in base64. The same
 * report gives the same bytes.
 */
#ifndef KOOP_REPORT_MAIL_H
#define KOOP_REPORT_MAIL_H

#include "base/buf.h"
#include "base/str.h"

void mail_write(struct str subject, struct str text, struct str html, struct buf *out);

#endif
