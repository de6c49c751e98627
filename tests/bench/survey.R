# usage: Rscript survey.R FILE: what koop-stats is measured beside: means by group of a stratified sample of
# clusters, with standard errors, by the survey package.
library(survey)
file <- commandArgs(trailingOnly = TRUE)[1]
data <- read.delim(file, quote = "")
design <- svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
print(svyby(~income, ~stratum, design, svymean))
