# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates' structures built, written and read."""
import datetime

from asn1crypto import algos, cms, core, csr, keys, pem, x509

ANALYZE = "asn1crypto"
PACKAGES = ["python3-asn1crypto"]


def work():
    for i in range(1, 30):
        name = x509.Name.build({"country_name": "DE", "organization_name": "Org %d" % i, "common_name": "example%d.org" % i})
        public = keys.PublicKeyInfo.wrap(keys.RSAPublicKey({"modulus": 3 ** 300 + i, "public_exponent": 65537}), "rsa")
        body = x509.TbsCertificate({
            "version": "v3", "serial_number": i, "signature": {"algorithm": "sha256_rsa"}, "issuer": name, "subject": name,
            "validity": {"not_before": x509.Time({"utc_time": datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)}),
                         "not_after": x509.Time({"utc_time": datetime.datetime(2030, 1, 1, tzinfo=datetime.timezone.utc)})},
            "subject_public_key_info": public,
            "extensions": [{"extn_id": "basic_constraints", "critical": True, "extn_value": {"ca": True}},
                           {"extn_id": "key_usage", "critical": True, "extn_value": {"digital_signature", "crl_sign"}},
                           {"extn_id": "subject_alt_name", "critical": False, "extn_value": [x509.GeneralName("dns_name", "a.org")]}]})
        made = x509.Certificate({"tbs_certificate": body, "signature_algorithm": {"algorithm": "sha256_rsa"}, "signature_value": b"x" * 64})
        again = x509.Certificate.load(made.dump())
        (again.native, again.subject.human_friendly, again.valid_domains, again.key_usage_value.native, again.self_signed)
        pem.unarmor(pem.armor("CERTIFICATE", again.dump()))
        core.SequenceOf([core.Integer(j) for j in range(20)], spec=core.Integer).dump()
        again.copy()
