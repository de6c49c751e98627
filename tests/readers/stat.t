#require: Rscript pspp
Files that R's haven and PSPP write, read as the table they were made of.

  $ cat >write.R <<'END'
  > suppressMessages(library(haven))
  > set.seed(7)
  > n <- 3000
  > d <- data.frame(id = 1:n, x = round(rnorm(n), 3), big = runif(n) * 10^sample(-20:20, n, TRUE))
  > d$x[sample(n, 100)] <- NA
  > d$town <- sample(c("Niš", "Скопје", "", "Shkodër", strrep("đ", 200)), n, TRUE)
  > d$day <- as.Date("1900-01-01") + sample(60000, n)
  > d$code <- labelled_spss(sample(c(1, 2, 98), n, TRUE), c(da = 1, ne = 2, "ne zna" = 98), na_values = 98)
  > write_sav(d, "d.sav", compress = "byte"); write_sav(d, "p.sav", compress = "none")
  > write_sav(d, "d.zsav", compress = "zsav")
  > plain <- d; plain$code <- as.numeric(unclass(d$code))
  > for (v in 14:15) write_dta(plain, sprintf("d%d.dta", v), version = v)
  > text <- function(v) ifelse(is.na(v), "", format(v, digits = 17, trim = TRUE, scientific = FALSE))
  > out <- data.frame(d$id, text(d$x), d$town, format(d$day), plain$code)
  > write.table(out, "want", sep = "\t", quote = FALSE, row.names = FALSE, col.names = FALSE, na = "")
  > saveRDS(d$big, "big.rds")
  > END
  $ Rscript write.R
  $ for f in d.sav p.sav d.zsav d14.dta d15.dta; do
  >     koop-import -t survey $f >got || echo $f
  >     tail -n +2 got | cut -f 1,2,4,5,6 | awk -F '\t' -v OFS='\t' '$2 != "" { $2 = sprintf("%.3f", $2) } 1' >short
  >     awk -F '\t' -v OFS='\t' '$2 != "" { $2 = sprintf("%.3f", $2) } 1' want | cmp - short
  >     Rscript -e 'd <- read.delim("got", quote = ""); cat(sum(abs(d$big / readRDS("big.rds") - 1) > 1e-15), "")'
  > done; echo
  0 0 0 0 0 
  $ cat >write.sps <<'END'
  > DATA LIST LIST NOTABLE /id (F8.0) q (F2.0) town (A20) day (DATE11) at (DATETIME20) x (F8.2).
  > BEGIN DATA
  > 1 1 "Niš" 30-OCT-2015 "30-OCT-2015 10:30:00" 1.5
  > 2 98 "" . . -0.25
  > 3 . "Битола" 01-JAN-1900 "31-DEC-1999 23:59:59" 1000000
  > END DATA.
  > VARIABLE LABELS q 'Učestvujete?'.
  > VALUE LABELS q 1 'Da' 2 'Ne' 98 'Ne zna'.
  > MISSING VALUES q (97 THRU 99).
  > SAVE OUTFILE='w.sav'.
  > SAVE OUTFILE='w.zsav' /ZCOMPRESSED.
  > SAVE OUTFILE='u.sav' /UNCOMPRESSED.
  > EXPORT OUTFILE='w.por'.
  > END
  $ pspp write.sps
  $ koop-import -t survey -l sr --codebook=codebook w.sav | tee plain
  id	q	town	day	at	x
  1	1	Niš	2015-10-30	2015-10-30T10:30:00	1.5
  2	98				-0.25
  3		Битола	1900-01-01	1999-12-31T23:59:59	1000000
  $ cat codebook
  variable	code	missing	label_sr
  q		0	Učestvujete?
  q	1	0	Da
  q	2	0	Ne
  q	98	1	Ne zna
  q	97..99	1	
  $ koop-import -t survey w.zsav | cmp - plain; koop-import -t survey u.sav | cmp - plain
  $ koop-import -t survey -e UTF-8 -l sr --codebook=por.codebook w.por | tail -n +2 | cmp - <(tail -n +2 plain)
  $ tail -n +3 codebook | tr a-z A-Z | cmp - <(tail -n +3 por.codebook | tr a-z A-Z)
