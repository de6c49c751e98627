#require: Rscript
How long members stay, beside R's package survival on the same records.

  $ awk 'BEGIN {
  >     srand(11)
  >     print "g\tjoined\tleft"
  >     for (i = 0; i < 2000; i++) {
  >         from = 3650 + int(rand() * 9000)
  >         to = from + int(-2000 * log(1 - rand()))
  >         print "g" i % 4 "\t" from "\t" (to > 12000 ? "" : to)
  >     }
  > }' >days.tsv
  $ cat >days.R <<'EOF'
  > library(survival)
  > d <- read.delim("days.tsv")
  > d$joined <- as.Date(d$joined, origin = "1970-01-01")
  > d$left <- as.Date(d$left, origin = "1970-01-01")
  > d <- d[d$joined <= as.Date("2002-11-09"), ]
  > write.table(d, "spells.tsv", sep = "\t", quote = FALSE, row.names = FALSE, na = "")
  > ended <- !is.na(d$left)
  > until <- ifelse(ended, d$left, as.Date("2002-11-09"))
  > days <- as.numeric(until) - as.numeric(d$joined)
  > number <- function(x) ifelse(is.na(x), "", format(x, digits = 15, trim = TRUE))
  > tell <- function(stat, g, level, ...)
  >     cat(paste(stat, g, "joined/left", level, sapply(list(...), number) |> matrix(nrow = max(1, length(level))) |> apply(1, paste, collapse = "\t"), sep = "\t"), sep = "\n")
  > cat("stat\tg\tvariable\tlevel\testimate\tse\tci_low\tci_high\tn\n")
  > for (g in c("", unique(d$g))) {
  >     own <- g == "" | d$g == g
  >     fit <- survfit(Surv(days[own], ended[own]) ~ 1)
  >     k <- c(0.5, 1, 2, 4, 8, 16)
  >     s <- summary(fit, times = k * 365.25, extend = TRUE)
  >     tell("survival", g, k, s$surv, s$std.err, s$lower, s$upper, s$n.risk)
  >     q <- quantile(fit, 0.5)
  >     tell("median_length", g, "", q$quantile / 365.25, NA, q$lower / 365.25, q$upper / 365.25, sum(own))
  > }
  > EOF
  $ Rscript days.R >expected.tsv
  $ koop-stats -b g -b '' --as-of=2002-11-09 -m 'survival(joined, left, 0.5, 1, 2, 4, 8, 16),median_length(joined, left)' spells.tsv >out.tsv
  $ awk -f "$TESTDIR/cases/estimates.awk" expected.tsv out.tsv
  35 rows, 170 numbers, 0 other rows, 0 faults
