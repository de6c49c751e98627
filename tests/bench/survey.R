# usage: Rscript survey.R FILE OPERATION: what koop-stats is measured beside: an estimate of a stratified sample of
# clusters by the survey package, and one number of the answer a line.
library(survey)
args <- commandArgs(trailingOnly = TRUE)
data <- as.data.frame(data.table::fread(args[1], sep = "\t", quote = ""))
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
numbers <- switch(args[2],
  groups = {
    r <- svyby(~income, ~country + agegrp, design, svymean)
    c(r$income, r$se)
  },
  strata = {
    r <- svyby(~income, ~stratum, design, svymean)
    c(r$income, r$se)
  },
  total = {
    r <- svytotal(~factor(status), design)
    c(coef(r), SE(r))
  },
  quantiles = {
    r <- svyquantile(~income, design, c(0.1, 0.25, 0.5, 0.75, 0.9))
    c(coef(r), SE(r))
  },
  medians = {
    r <- svyby(~income, ~country, design, svyquantile, 0.5, keep.var = TRUE, vartype = "se")
    c(r$income, r$se.income)
  },
  chisq = {
    r <- svychisq(~status + country, design)
    c(r$statistic, r$parameter, r$p.value)
  })
cat(format(as.numeric(numbers), digits = 15, scientific = TRUE, trim = TRUE), sep = "\n")
