# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""DNS names, messages and zones without a network."""
import dns.message
import dns.name
import dns.rdatatype
import dns.reversename
import dns.rrset
import dns.zone

ANALYZE = "dns"
PACKAGES = ["python3-dnspython"]


def work():
    zone_text = "$ORIGIN example.org.\n$TTL 300\n@ IN SOA ns hostmaster 1 2 3 4 5\n@ NS ns\nns A 10.0.0.1\n" + "".join(
        "h%d A 10.0.%d.%d\n     AAAA 2001:db8::%x\n     TXT \"some text\" \"x\"\nm%d MX 10 h%d\nc%d CNAME h%d\n" % (i, i // 250, i % 250, i + 1, i, i, i, i)
        for i in range(150))
    zone = dns.zone.from_text(zone_text, origin="example.org.")
    zone.to_text()
    for i in range(150):
        query = dns.message.make_query("h%d.example.org" % i, "A", use_edns=True)
        answer = dns.message.make_response(query)
        answer.answer.append(dns.rrset.from_text("h%d.example.org." % i, 300, "IN", "A", "10.0.0.1", "10.0.0.2"))
        answer.additional.append(dns.rrset.from_text("x.example.org.", 300, "IN", "SRV", "1 2 3 target.example.org."))
        wire = answer.to_wire()
        again = dns.message.from_wire(wire)
        (again == answer, again.to_text(), dns.message.from_text(again.to_text()))
        dns.reversename.from_address("10.1.2.%d" % i)
        dns.name.from_text("a.b.c.%d.example" % i).relativize(dns.name.from_text("example"))
