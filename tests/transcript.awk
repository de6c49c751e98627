# The two halves of tests/transcript. step=script: the commands of a file as a shell script that marks the
# end of each command's output. step=merge: the file again with the output that came (read from `out`), and
# "passed failed" in the file `counts`. form: cram, markdown or mdoc.

BEGIN {
	mark = "--end of command--"
	if (step == "merge")
		read_output()
}

# The script ends each command with a line feed, the mark, the command's number and its status.
function read_output(    line, text, held, pending, words, last) {
	while ((getline line < out) > 0) {
		if (substr(line, 1, length(mark)) != mark) {
			if (pending)
				text = text held "\n"
			held = line
			pending = 1
			continue
		}
		split(substr(line, length(mark) + 2), words, " ")
		if (pending && held != "")
			text = text held " (no-eol)\n"
		if (words[2] != 0)
			text = text "[" words[2] "]\n"
		last = words[1] + 0
		got[last] = text
		text = held = pending = ""
	}
	if (pending || text != "") # what came behind the last mark: the shell ended before the next
		got[last + 1] = text held "\n(the shell ended here)\n"
}

# Undoes the escapes that stand in literal displays of manuals.
function from_roff(line,    text, at, c) {
	while ((at = index(line, "\\")) > 0) {
		text = text substr(line, 1, at - 1)
		c = substr(line, at + 1, 1)
		line = substr(line, at + 2)
		if (c == "e")
			text = text "\\"
		else if (c == "-" || c == " ")
			text = text c
		else if (c == "(") {
			text = text special(substr(line, 1, 2))
			line = substr(line, 3)
		} else if (c != "&")
			text = text "\\" c
	}
	return text line
}

function special(name) {
	if (name == "rs") return "\\"
	if (name == "aq") return "'"
	if (name == "dq") return "\""
	if (name == "ga") return "`"
	if (name == "ha") return "^"
	if (name == "ti") return "~"
	return "\\(" name
}

function to_roff(line) {
	gsub(/\\/, "\\e", line)
	return line ~ /^[.']/ ? "\\&" line : line
}

# Whether the line stands where commands and output are; what it says goes to `text`.
function is_live(line,    ticks) {
	text = line
	if (form == "cram") {
		text = substr(line, 3)
		return line ~ /^  /
	}
	if (form == "mdoc") {
		if (line ~ /^\.Sh/)
			examples = line ~ /^\.Sh EXAMPLES/
		if (line ~ /^\.(Sh|Bd|Ed)/) {
			inside = examples && line ~ /^\.Bd -literal/
			return 0
		}
		text = from_roff(line)
		return inside
	}
	if (match(line, /^```+/)) {
		ticks = RLENGTH
		if (!fence) {
			fence = ticks
			inside = line ~ /^```console[ \t]*$/
			return 0
		}
		if (ticks >= fence && line ~ /^`+[ \t]*$/) {
			fence = inside = 0
			return 0
		}
	}
	return inside
}

# prose, command, more (of the command) or output
function kind(line) {
	if (!is_live(line))
		return "prose"
	if (text ~ /^\$ /)
		return "command"
	if (text ~ /^>( |$)/ && (before == "command" || before == "more"))
		return "more"
	return before == "prose" ? "prose" : "output"
}

function as_written(text,    lines, n, i, all) {
	n = split(text, lines, "\n")
	for (i = 1; i < n; i++)
		all = all (form == "cram" ? "  " : "") (form == "mdoc" ? to_roff(lines[i]) : lines[i]) "\n"
	return all
}

function end_command() {
	if (!open)
		return
	open = 0
	if (step == "script") {
		printf "printf '\\n%s %%s %%s\\n' %d $?\n", mark, number
		return
	}
	if (!(number in got))
		got[number] = "(did not run to its end)\n"
	if (want == got[number]) {
		passed++
		printf "%s", raw
	} else {
		failed++
		printf "%s", as_written(got[number])
	}
}

{
	now = kind($0)
	if (now == "prose" || now == "command")
		end_command()
	if (now == "command") {
		number++
		open = 1
		want = raw = ""
	}
	if (step == "script" && (now == "command" || now == "more"))
		print substr(text, 3)
	if (step == "merge") {
		if (now == "output") {
			want = want text "\n"
			raw = raw $0 "\n"
		} else
			print
	}
	before = now
}

END {
	end_command()
	if (step == "merge")
		print passed + 0, failed + 0 > counts
}
