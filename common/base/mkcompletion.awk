# Makes a bash completion out of what 'PROGRAM --help' prints: options from its table, verbs from its list.
NR == 1 { program = $2 }
/^Verbs:/ { for (i = 2; i <= NF; i++) verbs = verbs " " $i }
match($0, /^ +(-[A-Za-z], )?--[a-z0-9-]+/) {
	option = substr($0, RSTART, RLENGTH)
	if (match(option, /-[A-Za-z],/)) words = words " " substr(option, RSTART, 2)
	sub(/.*--/, "--", option)
	words = words " " option
}
END {
	name = program
	gsub(/-/, "_", name)
	printf "_%s()\n{\n", name
	printf "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
	printf "\tif [[ $word == -* ]]; then\n\t\tCOMPREPLY=($(compgen -W \"%s\" -- \"$word\"))\n", substr(words, 2)
	if (verbs != "")
		printf "\telif ((COMP_CWORD == 1)); then\n\t\tCOMPREPLY=($(compgen -W \"%s\" -- \"$word\"))\n", substr(verbs, 2)
	printf "\telse\n\t\tCOMPREPLY=($(compgen -f -- \"$word\"))\n\tfi\n}\n"
	printf "complete -o filenames -F _%s %s\n", name, program
}
