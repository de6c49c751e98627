#require: python3
A mail that koop-report writes, read by Python's parser of Internet messages.

  $ printf '# Чланови — "members" %s\n\n```koop\nprintf "name\\tn\\nĐ & <č>\\t2\\n"\n```\n' "$(printf 'дуго име %.0s' 1 2 3 4 5 6 7 8 9)" >m.md
  $ koop-report -f eml m.md | python3 -c '
  > import email, email.policy, sys
  > m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
  > print(m["subject"], m.defects)
  > for p in m.iter_parts():
  >     print(p.get_content_type(), p.get_content_charset(), p.defects, "Đ &amp; &lt;č&gt;" in p.get_content(), "Đ & <č>" in p.get_content())'
  Чланови — "members" дуго име дуго име дуго име дуго име дуго име дуго име дуго име дуго име дуго име []
  text/plain utf-8 [] False True
  text/html utf-8 [] True False
