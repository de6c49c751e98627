#require: Rscript
R reads the record stream with its own functions.

  $ printf 'name\tn\n"Млади"\t3\nO'"'"'Hara #1\t\n' >table
  $ Rscript -e 'd <- read.delim("table", quote = "", na.strings = ""); cat(nrow(d), sum(is.na(d$n)), nchar(d$name), "\n")'
  2 1 7 9 
  $ koop-report -f csv table >table.csv
  $ Rscript -e 'd <- read.csv("table.csv", na.strings = ""); cat(nrow(d), sum(is.na(d$n)), nchar(d$name), "\n")'
  2 1 7 9 
