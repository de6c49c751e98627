# shellcheck shell=bash disable=SC2034 # some of the names are for system.t
# Functions for system.t: what every program does with records, whatever it is made for.

cd "$(mktemp -d "$PWD/XXXXXX")" || exit 2
programs=$(cd "$BUILD/bin" && echo koop-*)
readers=$(echo "$programs" | tr ' ' '\n' | grep -v koop-import) # of records
sanitized=
grep -q __asan_init "$BUILD/bin/${programs##* }" && sanitized=yes

# on PROGRAM [OPTION...] [FILE...]: the program's simplest work on records with columns a and b.
on()
{
	local program=$1
	shift
	case $program in
	koop-import) koop-import -t table -f tsv "$@" ;;
	koop-filter) koop-filter "" "$@" ;;
	koop-stats) koop-stats -b a "$@" ;;
	koop-graph) koop-graph edges --source=a --target=b "$@" ;;
	koop-report) koop-report -f csv "$@" ;;
	*) "$program" "$@" ;;
	esac
}

# wrapped WORD... -- PROGRAM...: the same, started by another program.
wrapped()
{
	local words=()
	while [ "$1" != -- ]; do
		words+=("$1")
		shift
	done
	local program=$2
	shift 2
	case $program in
	koop-import) set -- -t table -f tsv "$@" ;;
	koop-filter) set -- "" "$@" ;;
	koop-stats) set -- -b a "$@" ;;
	koop-graph) set -- edges --source=a --target=b "$@" ;;
	koop-report) set -- -f csv "$@" ;;
	esac
	"${words[@]}" "$BUILD/bin/$program" "$@"
}

# says STATUS PATTERN COMMAND...: the command ends with the status and says one line, which begins with a
# program's name and matches the pattern; nothing where it is empty. Speaks up only when it is not so.
says()
{
	local want=$1 pattern=$2 status said
	shift 2
	"$@" >out 2>err
	status=$?
	[ $status -eq "$want" ] || echo "$*: status $status, not $want: $(head -c 300 err)"
	said=$(wc -l <err)
	if [ -z "$pattern" ]; then
		[ "$said" -eq 0 ] || echo "$*: says $(head -c 300 err)"
	elif [ "$said" -ne 1 ] || ! grep -Eq "^koop-[a-z]+: .*$pattern" err; then
		echo "$*: says '$(head -c 300 err)', not '$pattern'"
	fi
}

# each STATUS PATTERN [ARGUMENT...]: the same for every program that reads records.
each()
{
	local want=$1 pattern=$2 program
	shift 2
	for program in $readers; do
		says "$want" "$pattern" on "$program" "$@"
	done
}

# letters N: so many letters.
letters()
{
	head -c "$1" /dev/zero | tr '\0' x
}
