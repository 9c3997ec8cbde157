# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""ASN.1 values encoded and decoded."""
from pyasn1.codec.ber import decoder as ber_decoder
from pyasn1.codec.ber import encoder as ber_encoder
from pyasn1.codec.der import decoder, encoder
from pyasn1.codec.native import decoder as native_decoder
from pyasn1.codec.native import encoder as native_encoder
from pyasn1.type import char, constraint, namedtype, namedval, tag, univ, useful

ANALYZE = "pyasn1"
PACKAGES = ["python3-pyasn1"]


class Item(univ.Sequence):
    componentType = namedtype.NamedTypes(
        namedtype.NamedType("id", univ.Integer().subtype(subtypeSpec=constraint.ValueRangeConstraint(0, 5000))),
        namedtype.NamedType("name", char.UTF8String()),
        namedtype.OptionalNamedType("note", char.PrintableString().subtype(implicitTag=tag.Tag(tag.tagClassContext, tag.tagFormatSimple, 0))),
        namedtype.DefaultedNamedType("kind", univ.Enumerated(1).clone(namedValues=namedval.NamedValues(("a", 1), ("b", 2)))),
        namedtype.NamedType("oid", univ.ObjectIdentifier()), namedtype.NamedType("bits", univ.BitString()))


class Items(univ.SequenceOf):
    componentType = Item()


def work():
    items = Items()
    for i in range(60):
        item = Item()
        item["id"], item["name"], item["oid"], item["bits"] = i, "name %d" % i, "1.2.840.%d" % i, "'101101'B"
        if i % 2:
            item["note"] = "note"
        items.append(item)
    for encode, decode in ((encoder, decoder), (ber_encoder, ber_decoder)):
        data = encode.encode(items)
        again, _ = decode.decode(data, asn1Spec=Items())
        again.prettyPrint()
    plain = native_encoder.encode(items)
    native_decoder.decode(plain, asn1Spec=Items())
    for i in range(100):
        (univ.Real(1.5 + i) + 2, univ.Integer(i) * 3, univ.OctetString("x" * i)[1:], useful.UTCTime("170711000102Z").asDateTime)
