#require: python3
Old workbooks (.xls). The first was written by LibreOffice.

  $ cp $TESTDIR/data/xls/members.xls .
  $ koop-import -v -t table members.xls
  koop-import: members.xls: sheet 'Чланови' of 'Чланови', 'Hidden' (hidden), 'Z'
  koop-import: members.xls:4: error '#DIV/0!' in cell Чланови!G4, taken as empty
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: blank rows passed over: 1
  назив	day	when	time	n	share	ok	f
  Рука	2015-10-30	2015-10-30T10:30:00	10:30:00	1234.5	0.12	1	2469
  Kuća čša	1904-02-29			-0.1			ab
  123456789012	TRUE						
  [1]
  $ koop-import -t table --no-header --sheet=Hidden members.xls
  c1
  secret
  $ koop-import -t table --sheet=Hiden members.xls
  koop-import: members.xls: no sheet 'Hiden' (did you mean 'Hidden'?); there are 'Чланови', 'Hidden' (hidden), 'Z'
  [2]
  $ koop-import -t table members.xls 2>/dev/null >plain
  [1]
  $ cat members.xls | koop-import -q -t table | cmp - plain
  $ cp members.xls members.csv; koop-import -q -t table members.csv | cmp - plain
  $ koop-import -t table -f csv members.xls
  koop-import: members.xls: an old workbook (.xls), or an encrypted one, and not csv
  [2]
  $ koop-import -t table -f xls plain
  koop-import: plain: text, and not xls
  [2]

Workbooks put together by hand: xls.py OUT VERSION PYTHON, which gives lists of records, those of the beginning and those
of one sheet.

  $ cat >xls.py <<'EOF'
  > import struct, sys
  > def rec(kind, *data):
  >     data = b"".join(d if isinstance(d, bytes) else struct.pack("<H", d) for d in data)
  >     return struct.pack("<HH", kind, len(data)) + data
  > def text(s, width="<H", wide=None):
  >     wide = any(ord(c) > 255 for c in s) if wide is None else wide
  >     return struct.pack(width, len(s)) + bytes([wide]) + s.encode("utf-16le" if wide else "latin-1")
  > def label(row, column, s): return rec(0x204, row, column, 0, text(s))
  > def number(row, column, n, style=0): return rec(0x203, row, column, style, struct.pack("<d", n))
  > def workbook(version, begin, cells, name=None, end=True):
  >     bof = lambda kind: rec(0x809, version, kind, b"\0" * (12 if version == 0x600 else 4))
  >     eof = rec(0x0A)
  >     name = name or (b"\1\0A" if version == 0x600 else b"\1A")
  >     sheet = lambda at: rec(0x85, struct.pack("<I", at), 0, name)
  >     first = bof(5) + b"".join(begin) + sheet(0) + eof
  >     first = bof(5) + b"".join(begin) + sheet(len(first)) + eof
  >     return first + bof(16) + b"".join(cells) + (eof if end else b"")
  > def compound(stream, name="Workbook"):
  >     stream = stream.ljust(4096, b"\0")
  >     sectors = -(-len(stream) // 512)
  >     fat = [0xFFFFFFFD, 0xFFFFFFFE] + list(range(3, sectors + 2)) + [0xFFFFFFFE]
  >     def entry(name, kind, first, size):
  >         n = name.encode("utf-16le") + b"\0\0"
  >         return n.ljust(64, b"\0") + struct.pack("<HBB", len(n), kind, 1) + b"\xff" * 12 + b"\0" * 36 + struct.pack("<IQ", first, size)
  >     head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
  >     head += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
  >     head += b"\xff" * (512 - len(head))
  >     return (head + struct.pack("<%dI" % len(fat), *fat).ljust(512, b"\xff") +
  >         (entry("Root Entry", 5, 0xFFFFFFFE, 0) + entry(name, 2, 2, len(stream))).ljust(512, b"\0") +
  >         stream.ljust(sectors * 512, b"\0"))
  > if __name__ == "__main__":
  >     begin, cells = eval(sys.argv[3])
  >     version = int(sys.argv[2])
  >     open(sys.argv[1], "wb").write(compound(workbook(0x600 if version == 8 else 0x500, begin, cells)))
  > EOF

Every kind of cell; a text of a formula; numbers of 30 bits; a chart among the cells is passed over; both calendars.

  $ F='lambda r, c, result: rec(6, r, c, 0, result, 0, b"\0" * 8)'
  $ STYLES='rec(0x41E, 164, text("dd.mm.yyyy;@")), rec(0xE0, 0, 0, 0), rec(0xE0, 0, 164, 0), rec(0xE0, 0, 21, 0)'
  $ CELLS='[label(0, 0, "a"), label(0, 1, "š"), label(0, 5, "f"), rec(0x809, 0x600, 32, b"\0" * 12), number(1, 0, 7), rec(0x0A), number(1, 0, 0.1), rec(0x27E, 1, 1, 0, struct.pack("<I", 3 << 2 | 2)), rec(0xBD, 1, 2, 0, struct.pack("<I", 1234 << 2 | 3), 0, struct.pack("<i", (-5 << 2) | 2), 3), rec(0x205, 1, 4, 0, 0x0001), f(1, 5, b"\0" * 6 + b"\xff\xff"), rec(0x207, text("ћa")), number(3, 0, 42307, 1), number(3, 1, 42307.75, 1), number(3, 2, 0.4375, 2), rec(0x205, 3, 3, 0, 0x0117), f(3, 4, b"\1\0\1\0\0\0\xff\xff"), f(3, 5, struct.pack("<d", 2.5)), f(4, 0, b"\2\0\x2a\0\0\0\xff\xff"), f(4, 1, b"\0" * 6 + b"\xff\xff"), f(5, 0, b"\3" + b"\0" * 5 + b"\xff\xff")]'
  $ python3 xls.py a.xls 8 "(lambda f: ([$STYLES], $CELLS))($F)"
  $ koop-import -t table -v a.xls
  koop-import: a.xls:1: perhaps no header: fewer cells than the rows below (--skip=1 passes over it, --skip=0 keeps it)
  koop-import: a.xls:4: error '#REF!' in cell A!D4, taken as empty
  koop-import: a.xls:5: error '#N/A' in cell A!A5, taken as empty
  koop-import: a.xls:5: formula without a value in cell A!B5, taken as empty
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: blank rows passed over: 1
  a	š	c3	c4	c5	f
  0.1	3	12.34	-5	TRUE	ћa
  2015-10-30	2015-10-30T18:00:00	10:30:00		TRUE	2.5
  [1]
  $ python3 xls.py b.xls 8 "(lambda f: ([rec(0x22, 1), $STYLES], [label(0, 0, 'x'), number(1, 0, 40845, 1), number(2, 0, 3e9, 1)]))(0)"
  $ koop-import -t table b.xls
  koop-import: b.xls:3: '3000000000' in cell A!A3 is no date, left as a number
  x
  2015-10-30
  3000000000
  [1]

Shared texts, in runs, with what is spoken, and going on in another record.

  $ SST='rec(0xFC, struct.pack("<II", 4, 4), text("name"), struct.pack("<HBH", 3, 8, 1), b"run", b"\0" * 4, struct.pack("<HBI", 2, 5, 6), "два".encode("utf-16le")[:4], b"spoken", struct.pack("<HB", 6, 0), b"cut "), rec(0x3C, b"\1", "ћ!".encode("utf-16le"))'
  $ python3 xls.py c.xls 8 "([$SST], [rec(0xFD, i, 0, 0, struct.pack('<I', i)) for i in range(4)])"
  $ koop-import -t table c.xls
  name
  run
  дв
  cut ћ!
  $ python3 xls.py c.xls 8 "([$SST], [rec(0xFD, 0, 0, 0, struct.pack('<I', 4))])"; koop-import -t table c.xls
  koop-import: c.xls:1: the sheet is cut or damaged
  [2]

Excel 5 and 95 write texts in a code page, which the file tells, and -e goes before it.

  $ OLD='([rec(0x42, 1250)], [rec(0x204, 0, 0, 0, 5, b"naziv"), rec(0x204, 1, 0, 0, 3, b"Ni\x9a")])'
  $ python3 xls.py old.xls 5 "$OLD"; koop-import -t table old.xls
  naziv
  Niš
  $ koop-import -t table -e windows-1251 old.xls
  naziv
  Niљ
  $ python3 xls.py old.xls 5 '([rec(0x42, 1251)], [rec(0x204, 0, 0, 0, 1, b"a"), rec(0x204, 1, 0, 0, 2, b"\x98b"), rec(0x204, 2, 0, 0, 1, b"\xe1")])'
  $ koop-import -t table -r bad.tsv old.xls; cut -f 2,4,5 bad.tsv
  koop-import: old.xls:2: row refused: bytes that are not in the encoding, from character 1 on
  a
  б
  line	row	bytes
  2	�b	98

Passwords, what is no workbook, damage.

  $ python3 xls.py p.xls 8 '([rec(0x2F, 1)], [])'; koop-import p.xls
  koop-import: p.xls: protected by a password; save it without one
  [2]
  $ python3 -c 'from xls import *; open("e.xlsx", "wb").write(compound(b"", "EncryptedPackage"))'; koop-import e.xlsx
  koop-import: e.xlsx: protected by a password; save it without one
  [2]
  $ python3 -c 'from xls import *; open("w.doc", "wb").write(compound(b"", "WordDocument"))'; koop-import w.doc
  koop-import: w.doc: no workbook in it, as a document of Word has none
  [2]
  $ python3 xls.py o.xls 8 '([], [number(0, 1, 1), number(0, 0, 1)])'; koop-import o.xls
  koop-import: o.xls:1: a cell out of its order
  [2]
  $ python3 xls.py o.xls 8 '([], [number(1, 0, 1), number(0, 0, 1)])'; koop-import o.xls
  koop-import: o.xls:2: a cell out of its order
  [2]
  $ python3 -c 'from xls import *; open("s.xls", "wb").write(compound(workbook(0x600, [], [number(0, 0, 1)], end=False)))'; koop-import -t table s.xls
  koop-import: s.xls:1: the sheet is cut or damaged
  [2]
  $ for n in 100 700 2000 5000; do head -c $n members.xls >cut.xls; koop-import -t table cut.xls; done
  koop-import: cut.xls: cut or damaged: not a whole compound file
  koop-import: cut.xls: cut or damaged: not a whole compound file
  koop-import: cut.xls: cut or damaged: not a whole compound file
  koop-import: cut.xls: cut or damaged: not a whole compound file
  [2]
  $ python3 - <<'EOF'
  > data = bytearray(open("a.xls", "rb").read())
  > data[512 + 4 * 4:512 + 4 * 4 + 4] = b"\2\0\0\0" # a chain that leads in a circle
  > open("circle.xls", "wb").write(data)
  > EOF
  $ koop-import -t table circle.xls
  koop-import: circle.xls: the workbook is cut or damaged
  [2]
