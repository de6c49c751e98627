#require: Rscript
Estimates from a sample made at random, beside R's package survey on the same records.

  $ cat >sample.R <<'EOF'
  > suppressPackageStartupMessages(library(survey))
  > set.seed(20)
  > d <- expand.grid(k = 1:7, p = 1:4, s = 1:5)
  > d$p <- paste(d$s, d$p, sep = "_")
  > n <- nrow(d)
  > d$w <- round(runif(n, 1, 9), 3)
  > d$y <- round(rlnorm(n, 3, 1), 2)
  > d$v <- round(rnorm(n, 5, 2), 1)
  > d$x <- round(runif(n, 1, 5), 2)
  > d$a <- sample(c("u", "v", "z"), n, TRUE)
  > d$b <- sample(c("k", "l"), n, TRUE)
  > d$g <- sample(1:2, n, TRUE)
  > d$N <- 6 + d$s
  > d$M <- 20
  > d$id <- 1:n
  > items <- c("A", "B", "C")
  > for (i in items) d[[i]] <- rbinom(n, 1, 0.4)
  > d$m <- apply(d[items], 1, function(one) paste(items[one == 1], collapse = ";"))
  > d$sum <- rowSums(d[items])
  > d$y[sample(n, 6)] <- NA
  > d$a[sample(n, 4)] <- NA
  > number <- function(x) ifelse(is.na(x), "", sprintf("%.15g", x))
  > estimates <- function(name, all) {
  >     out <- file(paste0(name, ".tsv"), "w")
  >     cat("stat\tg\tvariable\tlevel\testimate\tse\tp\n", file = out)
  >     for (g in c("", 1, 2)) {
  >         s <- if (g == "") all else all[all$variables$g == g, ]
  >         tell <- function(stat, variable, level, estimate, se, p = NA)
  >             cat(paste(stat, g, variable, level, number(estimate), number(se), number(p), sep = "\t"), sep = "\n", file = out)
  >         plain <- function(stat, variable, x, level = "") tell(stat, variable, level, as.numeric(coef(x)), as.numeric(SE(x)))
  >         plain("mean", "y", svymean(~y, s, na.rm = TRUE))
  >         plain("total", "y", svytotal(~y, s, na.rm = TRUE))
  >         plain("variance", "v", svyvar(~v, s))
  >         plain("ratio", "y/x", svyratio(~y, ~x, s, na.rm = TRUE))
  >         plain("prop", "a", svymean(~a, s, na.rm = TRUE), c("u", "v", "z"))
  >         plain("count", "a", svytotal(~a, s, na.rm = TRUE), c("u", "v", "z"))
  >         q <- svyquantile(~y, s, c(0.25, 0.5, 0.9), na.rm = TRUE)[[1]]
  >         tell("quantile", "y", c(0.25, 0.5, 0.9), q[, 1], q[, 4])
  >         for (kind in c("F", "Chisq")) {
  >             x <- svychisq(~a + b, s, statistic = kind)
  >             # survey 4.1 counts PSUs outside the domain when weights are calibrated
  >             p <- if (kind == "F" && !is.null(s$postStrata)) NA else x$p.value
  >             tell(paste0("chisq_", kind), "a*b", "", x$statistic, NA, p)
  >         }
  >         if (!inherits(s, "svyrep.design")) {
  >             x <- svyttest(v ~ b, s)
  >             tell("ttest_diff", "v~b", "", x$estimate, x$estimate / x$statistic, x$p.value)
  >         }
  >         some <- s[s$variables$sum > 0, ]
  >         for (i in items) {
  >             f <- as.formula(paste("~", i))
  >             plain("mr_count", "m", svytotal(f, some), i)
  >             plain("mr_pct_cases", "m", svymean(f, some), i)
  >             plain("mr_pct_responses", "m", svyratio(f, ~sum, some), i)
  >         }
  >     }
  >     close(out)
  > }
  > table <- function(d, name) write.table(d, name, sep = "\t", quote = FALSE, row.names = FALSE, na = "")
  > b <- data.frame(b = c("k", "l"), Freq = c(310, 420))
  > c <- data.frame(g = 1:2, Freq = c(330, 400))
  > both <- cbind(expand.grid(b = c("k", "l"), g = 1:2), Freq = c(160, 180, 190, 200))
  > table(b, "b.pop"); table(c, "g.pop"); table(both, "both.pop")
  > table(data.frame(variable = c(NA, "b", "g", "x"), value = c(NA, "l", 2, NA), total = c(730, 420, 400, 2200)), "totals.pop")
  > psu <- svydesign(~p, strata = ~s, weights = ~w, data = d)
  > estimates("weights", svydesign(~1, weights = ~w, data = d))
  > estimates("psu", psu)
  > estimates("stages", svydesign(~p + id, strata = ~s, weights = ~w, fpc = ~N + M, data = d))
  > estimates("post", postStratify(psu, ~b + g, both))
  > estimates("rake", rake(psu, list(~b, ~g), list(b, c), control = list(maxit = 2000, epsilon = 1e-12)))
  > estimates("greg", calibrate(psu, ~b + factor(g) + x, c(`(Intercept)` = 730, bl = 420, `factor(g)2` = 400, x = 2200)))
  > for (type in c("JKn", "subbootstrap")) {
  >     r <- if (type == "JKn") as.svrepdesign(psu, type) else as.svrepdesign(psu, type, replicates = 30)
  >     w <- weights(r, "analysis")
  >     colnames(w) <- paste0(type, seq_len(ncol(w)))
  >     estimates(type, svrepdesign(data = d, repweights = w, weights = d$w, type = "other", scale = r$scale, rscales = r$rscales, combined.weights = TRUE))
  >     d <- cbind(d, format(w, digits = 17, trim = TRUE))
  > }
  > table(d, "data")
  > EOF
  $ Rscript sample.R 2>&1 | grep -i error
  [1]
  $ estimate() {
  >   case=$1; shift
  >   koop-stats -w w "$@" -b '' -b g -m 'mean(y),total(y),var(v),ratio(y, x),prop(a),count(a),quantile(y, 0.25, 0.5, 0.9),chisq(a, b),ttest(v, b),mr(m)' data >$case.out
  >   printf '%s: ' $case; awk -f "$TESTDIR/cases/estimates.awk" $case.tsv $case.out
  > }
  > estimate weights
  > estimate psu --strata=s --psu=p
  > estimate stages --strata=s --psu=p,id --fpc=N,M
  > estimate post --strata=s --psu=p --poststrata=b,g=both.pop
  > estimate rake --strata=s --psu=p --rake=b=b.pop --rake=g=g.pop
  > estimate greg --strata=s --psu=p --calibrate=totals.pop
  > estimate JKn --repweights='JKn*' --rep-type=jkn --rscales=3/4
  > estimate subbootstrap --repweights='subboot*' --rep-type=bootstrap
  weights: 75 rows, 152 numbers, 9 other rows, 0 faults
  psu: 75 rows, 152 numbers, 9 other rows, 0 faults
  stages: 75 rows, 153 numbers, 9 other rows, 0 faults
  post: 75 rows, 149 numbers, 9 other rows, 0 faults
  rake: 75 rows, 149 numbers, 9 other rows, 0 faults
  greg: 75 rows, 150 numbers, 9 other rows, 0 faults
  JKn: 72 rows, 143 numbers, 12 other rows, 0 faults
  subbootstrap: 72 rows, 143 numbers, 12 other rows, 0 faults
