// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/rules/all_rules.h"
#include "core/rules/places.h"

#include <fmt/format.h>

namespace ferroscope::rules {

namespace {

bool isNative(std::string_view target)
{
    const std::string_view package = firstComponent(target);
    const std::string_view name = lastName(target);
    if (isOneOf(package, { "zlib", "bz2", "lzma", "binascii", "zstandard", "brotli", "lz4", "snappy" }))
        return isOneOf(name,
            { "compress", "decompress", "compressobj", "decompressobj", "crc32", "adler32", "hexlify", "unhexlify",
                "b2a_base64", "a2b_base64", "crc_hqx", "flush" });
    if (package == "hashlib" || package == "hmac")
        return isOneOf(name,
            { "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "new", "pbkdf2_hmac",
                "scrypt", "update", "digest", "hexdigest" });
    if (isOneOf(package, { "lxml", "orjson", "ujson", "msgpack", "simdjson", "rapidjson", "pyexpat" }))
        return !startsUpperCase(name);
    if (startsWith(target, "PIL.Image.") || startsWith(target, "cv2.") || startsWith(target, "cryptography.hazmat."))
        return !startsUpperCase(name);
    return false;
}

void look(const RuleContext& context, std::vector<Finding>& findings)
{
    const facts::FileFacts& facts = context.facts();
    std::vector<bool> told(facts.functions.size(), false);
    forEachOutward(context, [&](const Outward& each) {
        if (told[each.site.function] || each.site.function == 0 || !isNative(each.call.target))
            return;
        told[each.site.function] = true;
        report(context, findings, nativeLibraryWork, each.site.function, each.site.line,
            fmt::format(
                "{} leaves work to native code: {}", shownFunction(facts, each.site.function), shown(each.call.target)),
            loopWeight(each.site.frequency));
    });
}

} // namespace

const Rule nativeLibraryWork {
    {
        .id = "NAT005",
        .family = "native",
        .title = "Work done by a native package",
        .whatItSees = "A function that calls a package or module whose work is done in C or Rust: compression, "
                      "hashing, encryption, images, XML, fast JSON.",
        .whyItMatters = "The bytes are handled by compiled code. A move would replace one native library by another.",
        .example = "def digest(data):\n    return hashlib.sha256(zlib.compress(data)).hexdigest()",
        .instead
        = "Leave it where such calls are most of the work; a Rust caller has crates of its own for the same formats.",
        .reference = "Python documentation of zlib and hashlib; resources/knowledge: packages with native code inside",
        .criterion = Criterion::CpuBound,
        .sign = -1,
    },
    look,
};

} // namespace ferroscope::rules
