#require: /usr/bin/python3
Measures of nodes and of the whole network are those of networkx, on forty random networks.

  $ /usr/bin/python3 "$TESTDIR"/readers/measures.py 40
  40 networks, 5415 values, 0 differences
