What every program does with bad input and a system that fails it. The functions are in system.sh: `says`
and `each` print nothing as long as all is as they were told.

  $ . "$TESTDIR/system.sh"
  $ printf 'a\tb\nx\t1\ny\t2\n' >good

Good input: silence.

  $ for p in $programs; do says 0 '' on $p good; done
  $ for p in $programs; do says 0 '' on $p <good; done
  $ for p in $programs; do says 0 '' on $p - <good; done
  $ for p in $programs; do says 0 '' on $p good good; done

Command lines.

  $ for p in $programs; do says 2 "unknown option '--outptu=x' \(did you mean '--output'\?\)" $p --outptu=x; done
  $ for p in $programs; do says 2 "unknown option '--zzzzzzz'" $p --zzzzzzz; done
  $ for p in $programs; do says 2 "unknown option '-_'" $p -_; done
  $ for p in $programs; do says 2 "option '--quiet=1' takes no value" $p --quiet=1; done
  $ for p in $programs; do says 2 "option '(-o|--output)' needs a value" $p --output; done
  $ has() { case $programs in *$1*) "${@:2}" ;; esac; }
  $ printf 'country\tkind\nRS\tngo\n' >members
  $ has koop-filter says 2 "unknown column 'contry' \(did you mean 'country'\?\)" koop-filter 'contry = "RS"' members
  $ has koop-filter says 2 "unknown column 'contry' \(did you mean 'country'\?\)" koop-filter -c contry '' members
  $ has koop-stats says 2 "unknown column 'contry' \(did you mean 'country'\?\)" koop-stats -b contry members
  $ has koop-graph says 2 "unknown column 'contry' \(did you mean 'country'\?\)" koop-graph edges --source=contry --target=kind members
  $ has koop-graph says 2 "unknown .*'egdes' \(did you mean 'edges'\?\)" koop-graph egdes members

Input that is no stream of records.

  $ : >empty
  $ each 2 "'empty' is empty: no header line" empty
  $ printf '\n' >noname; each 2 'noname:1: column 1 has no name' noname
  $ printf 'a\tb\ta\n' >twice; each 2 "twice:1: column 'a' twice, as columns 1 and 3" twice
  $ printf '\357\273\277a\tb\nx\t1\n' >bom; each 2 'bom:1: a byte order mark before the header' bom
  $ printf 'a\tb\r\nx\t1\r\n' >crlf; each 2 'crlf:1: the header ends with a carriage return' crlf
  $ printf 'a\t\377b\nx\t1\n' >header8; each 2 'header8:1: the header is not UTF-8' header8
  $ printf 'a\tc\nx\t1\n' >other; each 2 "other:1: column 2 is 'c' here and 'b' in 'good'" good other

Records that are refused, and those that are not.

  $ printf 'a\tb\n' >header; each 0 '' header
  $ printf 'a\tb' >header0; each 1 'header0: no line feed at the end' header0
  $ printf 'a\tb\nx\t1' >cut; each 1 'cut: no line feed at the end; the last record may have been cut short' cut
  $ printf 'a\tb\nx\t1\ny\nz\t3\n' >ragged; each 1 'ragged:3: 1 fields where the header has 2' ragged
  $ printf 'a\tb\nx\t1\ny\t2\t3\n' >wide; each 1 'wide:3: 3 fields where the header has 2' wide
  $ printf 'a\tb\nx\t1\ny\t\0002\n' >nul; each 1 'nul:3: NUL byte in a record' nul
  $ printf 'a\tb\nx\t1\ny\t\3772\n' >not8; each 1 'not8:3: record is not UTF-8, from byte 3 on' not8
  $ printf 'a\tb\nx\t1\r\n' >cr; each 1 'cr:2: carriage return at the end of a record' cr
  $ printf 'a\tb\nx\t1\r2\n' >crin; each 1 'crin:2: carriage return in a record' crin
  $ printf 'a\tb\nx\t1\\x\n' >esc; each 1 'esc:2: unknown escape in a record' esc
  $ printf 'a\tb\nx\t1\n\n' >blank; each 1 'blank:3: 1 fields where the header has 2' blank

What is refused is left out, and only that.

  $ for p in $readers; do on $p ragged 2>err >one; printf 'a\tb\nx\t1\nz\t3\n' | on $p >two; cmp one two; done

More than twenty of a kind are counted.

  $ { cat good; yes x | head -n 100; } >many
  $ for p in $readers; do on $p many 2>err >out; echo "$? $(wc -l <err) $(tail -n 1 err)"; done | sed 's/koop-[a-z]*/koop/' | uniq
  1 21 koop: and 80 more: fields where the header has
  $ each 1 '' -q many

koop-import reads what others wrote: it mends byte order marks and line ends, and refuses the rest alike.

  $ import() { has koop-import says $1 "$2" koop-import -t table "${@:3}"; }
  $ import 2 'no header line' empty
  $ import 2 'no header line' noname
  $ printf 'a,b,a\n' >twice.csv; import 2 "twice.csv:1: column 'a' twice" twice.csv
  $ printf '\357\273\277a,b\r\nx,1\r\n' >bom.csv; import 0 '' bom.csv; has koop-import cat out
  a	b
  x	1
  $ printf 'a,b' >header.csv; import 0 '' header.csv
  $ printf 'a,b\nx,1\ny\nz,3\n' >ragged.csv; import 1 'ragged.csv:3: .*1 fields where the header has 2' ragged.csv
  $ printf 'a,b\nx,1\ny,2,3\n' >wide.csv; import 1 'wide.csv:3: .*3 fields where the header has 2' wide.csv
  $ printf 'a,b\nx,1\ny,\0002\n' >nul.csv; import 1 'nul.csv:3: .*NUL byte' nul.csv
  $ printf 'a,b\nx,1\ny,\3772\n' >not8.csv; import 1 'not8.csv:3: .*UTF-8' -e UTF-8 not8.csv
  $ printf 'a,b\nx,"1\n' >quote.csv; import 1 'quote.csv:2: .*quote that opens here is never closed' quote.csv
  $ { printf 'a,b\nx,'; letters 1048576; echo; } >field0.csv; import 0 '' field0.csv
  $ { printf 'a,b\nx,'; letters 1048577; printf '\ny,2\n'; } >field1.csv; import 1 'field1.csv:2: .*1048576' field1.csv
  $ { printf 'a,b\nx,'; letters 2097152; printf '\ny,2\n'; } >field2.csv; import 1 'field2.csv:2: .*1048576' field2.csv; has koop-import tail -n 1 out
  y	2
  $ columns_csv() { columns $1 | tr '\t' ,; }
  $ columns() { printf 'a\tb'; seq 3 $1 | sed 's/^/\tc/' | tr -d '\n'; echo; }
  $ fields() { for i in $(seq 16); do letters 1048575; printf '\t'; done | sed 's/^./y/'; }
  $ { columns_csv 17; fields | tr '\t' ,; echo; } >record0.csv; import 0 '' record0.csv
  $ { columns_csv 17; fields | tr '\t' ,; echo x; } >record1.csv; import 1 'record1.csv:2: .*16777216' record1.csv
  $ { columns_csv 17; fields | tr '\t' ,; fields | tr '\t' ,; printf '\n%s\n' x,,,,,,,,,,,,,,,,; } >record2.csv; import 1 'record2.csv:2: .*16777216' record2.csv
  $ { columns_csv 4096; columns_csv 4096; } >columns0.csv; import 0 '' columns0.csv
  $ { columns_csv 4097; columns_csv 4097; } >columns1.csv; import 2 'columns1.csv:1: .*4096' columns1.csv

Limits, at n and at n + 1.

  $ { printf 'a\tb\nx\t'; letters 1048576; echo; } >field0; each 0 '' field0
  $ { printf 'a\tb\nx\t'; letters 1048577; echo; } >field1; each 1 'field1:2: field longer than 1048576 bytes' field1
  $ { printf 'a\tb\nx\t'; letters 2097152; printf '\ny\t2\n'; } >field2; each 1 'field2:2: field longer than 1048576 bytes' field2
  $ { columns 17; fields; echo; } >record0; each 0 '' record0
  $ { columns 17; fields; echo x; } >record1; each 1 'record1:2: record longer than 16777216 bytes' record1
  $ { columns 17; fields; fields; echo; } >record2; each 1 'record2:2: record longer than 16777216 bytes' record2
  $ { columns 4096; columns 4096; } >columns0; each 0 '' columns0
  $ { columns 4097; columns 4097; } >columns1; each 2 'columns1:1: more than 4096 columns' columns1
  $ { fields; fields; echo; } >header1; each 2 'header1:1: the header is longer than 16777216 bytes' header1

Files that are not there or not files.

  $ for p in $programs; do says 2 "cannot open 'nosuch': No such file or directory" on $p nosuch; done
  $ for p in $programs; do says 2 "cannot open 'nosuch': No such file or directory" on $p good nosuch; done
  $ mkdir folder; for p in $programs; do says 2 "'folder': Is a directory" on $p folder; done
  $ for p in $programs; do says 2 "cannot write 'folder': Is a directory" on $p -o folder good; done
  $ for p in $programs; do says 2 "cannot write 'nosuch/x': No such file or directory" on $p -o nosuch/x good; done
  $ ls -A folder

A full disk: the status tells, and an old file stays as it was.

  $ full() { on "$@" >/dev/full; }
  $ for p in $programs; do says 2 'cannot write standard output: No space left on device' full $p good; done
  $ for p in $programs; do says 2 "cannot write '/dev/full': No space left on device" on $p -o /dev/full good; done
  $ seq 20000 | awk 'BEGIN { print "a\tb" } { print "node" $1 "\t" "node" $1 + 1 }' >large
  $ cat >small_disk <<'END'
  > . "$TESTDIR/system.sh"
  > cp ../large .; mkdir disk
  > mount -t tmpfs -o size=64k none disk || exit
  > for p in $programs; do
  > 	echo old >disk/file
  > 	says 2 "cannot write 'disk/file': No space left on device" on $p -o disk/file large
  > 	[ "$(cat disk/file)" = old ] || echo "$p: the old file is gone"
  > 	[ "$(ls -A disk)" = file ] || echo "$p: leaves $(ls -A disk)"
  > done
  > END
  $ if unshare -rm true 2>/dev/null; then unshare -rm bash small_disk; fi

A file over the limit of its size.

  $ limited() { (ulimit -f 16; on "$@"); }
  $ for p in $programs; do
  > 	echo old >file; before=$(ls)
  > 	says 2 "cannot write 'file': File too large" limited $p -o file large
  > 	[ "$(cat file)" = old ] && [ "$(ls)" = "$before" ] || echo "$p: $(ls)"
  > done; rm file

A file that is written appears whole, with the mode of the old one, also through a link.

  $ for p in $programs; do on $p good >want; says 0 '' on $p -o file good; cmp file want; rm file; done
  $ for p in $programs; do echo old >file; chmod 640 file; ln -sf file link; says 0 '' on $p -o link good; on $p good | cmp - file; stat -c %a file; test -L link; done | uniq
  640
  $ for p in $programs; do cp good same; says 0 '' on $p -o same same; on $p good | cmp - same; done

Nothing is written when the run fails, and nothing is left beside.

  $ mkdir new; for p in $programs; do says 2 "cannot open 'nosuch'" on $p -o new/file nosuch; done
  $ for p in $programs; do says 2 "cannot open 'nosuch'" on $p -o new/file good nosuch; done
  $ ls -A new

Closed descriptors.

  $ no_input() { on "$@" <&-; }; no_output() { on "$@" >&-; }; no_error() { on "$@" 2>&-; }
  $ for p in $programs; do says 2 "cannot read 'standard input': Bad file descriptor" no_input $p; done
  $ for p in $programs; do says 0 '' no_input $p good; done
  $ for p in $programs; do says 2 'cannot write standard output: Bad file descriptor' no_output $p good; done
  $ for p in $programs; do says 0 '' no_error $p good; done
  $ for p in $readers; do says 1 '' no_error $p ragged; on $p ragged 2>err | cmp - out; done
  $ for p in $programs; do says 0 '' no_output $p -o file good; on $p good | cmp - file; done

A reader that stops early is no news.

  $ for p in $programs; do on $p large 2>err | head -n 1 | wc -l; cat err; done | uniq
  1
  $ for p in $programs; do (trap '' PIPE; on $p large 2>err | head -n 1 >first); cat err; done
  $ for p in $readers; do yes "x	1" | sed '1s/.*/a\tb/' | timeout 60 head -n 300000 | on $p 2>err | head -n 1 >first; cat err; done

An interrupt in the middle leaves the old file and nothing else.

  $ mkfifo fifo; exec 7<>fifo; mkdir out.d; cat good >&7
  $ for p in $programs; do
  > 	echo old >out.d/file
  > 	for signal in INT TERM HUP; do
  > 		wrapped timeout --preserve-status -s $signal 0.2 -- $p -o out.d/file fifo 2>err
  > 		echo "$p $? $(cat out.d/* err)"
  > 	done
  > done | sed 's/koop-[a-z]* //' | sort | uniq
  129 old
  130 old
  143 old
  $ exec 7<&-

Read errors.

  $ failing() { LD_PRELOAD=$BUILD/system/faults.so "$@"; }
  $ export FAULT_READ=3; [ $sanitized ] || for p in $programs; do says 2 "cannot read 'good': Input/output error" failing on $p good; done
  $ export FAULT_READ=8; [ $sanitized ] || for p in $programs; do says 2 "cannot read 'good': Input/output error" failing on $p good; done
  $ unset FAULT_READ

Each allocation fails once, and then each with all that follow: status 2 and a message, or the same output.

  $ no_memory() {
  > 	local n step i ever
  > 	"$@" >want
  > 	FAULT_COUNT=count failing "$@" >out
  > 	n=$(cat count) step=$((n / 40 + 1))
  > 	for ever in 0 1; do
  > 		for i in $(seq 1 $step $n); do
  > 			FAULT_EVER=$ever FAULT_ALLOC=$i failing "$@" >out 2>err
  > 			case $? in
  > 			0) cmp -s out want || echo "$*: allocation $i of $n: other output" ;;
  > 			2) [ "$(wc -l <err)" -eq 1 ] || echo "$*: allocation $i of $n: says $(cat err)" ;;
  > 			*) echo "$*: allocation $i of $n: status $?" ;;
  > 			esac
  > 		done
  > 	done
  > }
  $ [ $sanitized ] || for p in $programs; do no_memory on $p good; done
  $ printf 'name\tcountry\tfields\tfounded\nПогон\tHR\tmusic;dance\t2008\nGrad\tRS\tmusic\t2009-05\nMagacin\tRS\t\t2005/..\n' >some
  $ each_memory() { [ $sanitized ] || has $1 no_memory "$@"; }
  $ each_memory koop-import -t member some
  $ each_memory koop-filter -s name,country:r -d 'old=year(founded)' 'name ~ "a" or founded >= 2005' some
  $ printf 'country\tcapital\nHR\tZagreb\nRS\tBeograd\n' >capitals; each_memory koop-filter -j capitals --on=country '' some
  $ each_memory koop-stats -b country -x fields --total some
  $ each_memory koop-graph nodes --source=name --target=country some
  $ each_memory koop-graph project --by=name --of=fields some
  $ each_memory koop-report -f html some

Memory does not grow with the input where records only pass through: a million of them in 16 MiB.

  $ seq 1000000 | awk 'BEGIN { print "a\tb" } { print $1 "\tsome text " $1 }' >million
  $ streams() {
  > 	wrapped "$BUILD/system/usage" used -- $1 million | cmp - million
  > 	[ $sanitized ] || awk -v p=$1 '$2 > 16384 { print p ": " $2 " KiB" }' used
  > }
  $ for p in koop-import koop-filter; do has $p streams $p; done
