# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords hashed and checked by pure-Python schemes."""
import passlib.apps
import passlib.context
import passlib.hash
import passlib.totp
from passlib import pwd

ANALYZE = "passlib"
PACKAGES = ["python3-passlib", "python3-pkg-resources"]


def work():
    context = passlib.context.CryptContext(schemes=["md5_crypt", "sha256_crypt", "des_crypt", "apr_md5_crypt", "sha512_crypt"],
                                           sha256_crypt__rounds=1000, sha512_crypt__rounds=1000, deprecated="auto")
    for name in context.schemes():
        made = context.handler(name).using(salt="ab" if name == "des_crypt" else "abcdefgh").hash("secret")
        for _ in range(3):
            context.verify_and_update("secret", made)
        context.identify(made)
    context.to_string()
    passlib.hash.ldap_salted_sha1.using(salt=b"12345678").hash("x")
    passlib.hash.phpass.using(rounds=7, salt="abcdefgh").hash("x")
    passlib.hash.pbkdf2_sha256.using(rounds=20, salt=b"abcdefgh").hash("x")
    passlib.hash.mysql323.hash("password" * 4)
    passlib.hash.nthash.hash("password")
    for i in range(10):
        passlib.totp.TOTP(key="s3jdvb7qd2r7jpxx").generate(time=1000 * i).token
        pwd.genword(length=12, rng=__import__("random").Random(i))
        pwd.genphrase(length=4, rng=__import__("random").Random(i))
