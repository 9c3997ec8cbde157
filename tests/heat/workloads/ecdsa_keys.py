# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures over elliptic curves in pure Python."""
import ecdsa
from ecdsa import ECDH, SigningKey, VerifyingKey, curves, numbertheory
from ecdsa.util import sigdecode_der, sigencode_der

ANALYZE = "ecdsa"
PACKAGES = ["python3-ecdsa", "python3-six"]


def work():
    for curve in (curves.NIST192p, curves.NIST256p, curves.SECP256k1, curves.Ed25519):
        key = SigningKey.from_secret_exponent(12345678901234567890, curve) if curve is not curves.Ed25519 else SigningKey.from_string(b"x" * 32, curve)
        public = key.verifying_key
        for i in range(4):
            if curve is curves.Ed25519:
                public.verify(key.sign(b"data"), b"data")
                continue
            signature = key.sign_deterministic(b"data %d" % i, sigencode=sigencode_der)
            public.verify(signature, b"data %d" % i, sigdecode=sigdecode_der)
        VerifyingKey.from_pem(public.to_pem())
        if curve is not curves.Ed25519:
            VerifyingKey.from_string(public.to_string("compressed"), curve)
    (numbertheory.square_root_mod_prime(4, 10007), numbertheory.is_prime(1000003), numbertheory.factorization(360360))
    one, two = ECDH(curve=curves.NIST256p), ECDH(curve=curves.NIST256p)
    one.load_private_key(SigningKey.from_secret_exponent(99, curves.NIST256p))
    two.load_private_key(SigningKey.from_secret_exponent(77, curves.NIST256p))
    one.load_received_public_key(two.get_public_key())
    one.generate_sharedsecret()
