// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roadmap/alternatives.h"

#include "core/base/text.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace ferroscope::roadmap {
namespace {

constexpr std::uint32_t kFewOperations = 4; // in loops, below which nothing there is worth compiling

struct NativePackage {
    std::string_view shown; // prefix of what is called, or word in the name of a function
    std::string_view package, does;
};

// By what is called. The packages do the same work in compiled code.
constexpr std::array<NativePackage, 19> kByCall { {
    { "json", "orjson", "reads and writes JSON in Rust" },
    { "simplejson", "orjson", "reads and writes JSON in Rust" },
    { "difflib", "rapidfuzz", "compares texts in C++" },
    { "fuzzywuzzy", "rapidfuzz", "does the same in C++ with the same interface" },
    { "xml.etree", "lxml", "parses XML in C behind nearly the same interface" },
    { "xml.dom", "lxml", "parses XML in C" },
    { "xml.sax", "lxml", "parses XML in C" },
    { "xml.parsers.expat", "lxml", "builds its trees in C instead of by callbacks" },
    { "html.parser", "selectolax", "parses HTML in C" },
    { "bs4", "selectolax", "parses and searches HTML in C" },
    { "csv", "Polars", "reads CSV column by column in Rust" },
    { "pandas", "Polars", "works on the same tables in Rust, on all processors" },
    { "statistics", "NumPy", "has the same figures over arrays in C" },
    { "fractions", "gmpy2", "has rational numbers in C" },
    { "dateutil.parser", "ciso8601", "parses ISO dates in C" },
    { "datetime.datetime.strptime", "ciso8601", "parses ISO dates in C" },
    { "yaml", "yaml.CSafeLoader", "is the C parser that PyYAML brings along" },
    { "jsonschema", "jsonschema-rs", "validates in Rust" },
    { "networkx", "rustworkx", "has the usual graph algorithms in Rust" },
} };

// By the name of a function, where it can hardly mean anything else.
constexpr std::array<NativePackage, 14> kByName { {
    { "levenshtein", "rapidfuzz", "computes edit distances in C++" },
    { "edit_distance", "rapidfuzz", "computes edit distances in C++" },
    { "jaro", "rapidfuzz", "computes Jaro similarities in C++" },
    { "crc32", "zlib.crc32", "is in the standard library, in C" },
    { "adler32", "zlib.adler32", "is in the standard library, in C" },
    { "sha1", "hashlib", "is in the standard library, in C" },
    { "sha256", "hashlib", "is in the standard library, in C" },
    { "md5", "hashlib", "is in the standard library, in C" },
    { "base64", "binascii", "is in the standard library, in C" },
    { "dijkstra", "rustworkx", "has shortest paths in Rust" },
    { "shortest_path", "rustworkx", "has shortest paths in Rust" },
    { "fft", "numpy.fft", "transforms arrays in C" },
    { "matmul", "NumPy", "multiplies matrices in compiled code" },
    { "convolve", "NumPy", "convolves arrays in C" },
} };

void addOnce(std::vector<std::string>& found, std::string_view name, const std::string& reason)
{
    const std::string start = std::string(name) + ":";
    if (std::none_of(found.begin(), found.end(), [&](const std::string& each) { return startsWith(each, start); }))
        found.push_back(start + " " + reason);
}

void addPackages(const AlternativeFacts& facts, std::vector<std::string>& found)
{
    for (const std::string& call : facts.calls) {
        for (const NativePackage& each : kByCall) {
            if (startsWith(call, each.shown) && (call.size() == each.shown.size() || call[each.shown.size()] == '.'))
                addOnce(found, each.package, std::string(each.does) + "; it calls " + call);
        }
    }
    for (const std::string& name : facts.names) {
        const std::string lower = lowerAscii(lastComponent(name));
        for (const NativePackage& each : kByName) {
            if (lower.find(each.shown) != std::string::npos)
                addOnce(found, each.package, std::string(each.does) + "; " + name + " goes by that name");
        }
    }
}

void addInterpreters(const AlternativeFacts& facts, std::vector<std::string>& found)
{
    if (facts.arithmetic + facts.objects + facts.containers < kFewOperations)
        return;
    // "What's New In Python 3.11", Faster CPython: 1.25 times as fast on average on the standard benchmark suite.
    if (!facts.oldestPython || *facts.oldestPython < std::pair(3, 11)) {
        const std::string which = facts.oldestPython
            ? fmt::format("the manifests allow {}.{}", facts.oldestPython->first, facts.oldestPython->second)
            : std::string("no manifest says which one runs it");
        addOnce(found, "A newer CPython", "3.11 runs such code about a quarter faster than 3.10 by its release notes, and " + which);
    }
    if (facts.spreadPlaces > 0)
        addOnce(found, "Free-threaded CPython", "its work is spread over workers already (" + facts.spreadExample + "), and threads without the interpreter lock hand over nothing");
    if (facts.extensionPackage.empty())
        addOnce(found, "PyPy", "it compiles such loops while they run, and nothing the project imports needs a C extension");
}

void addCompilers(const AlternativeFacts& facts, std::vector<std::string>& found)
{
    if (facts.arithmetic >= kFewOperations && facts.arithmetic > facts.objects) {
        const std::string shares = fmt::format("{} places in loops combine numbers, {} touch objects", facts.arithmetic, facts.objects);
        addOnce(found, "Numba", shares + ", so the loops compile as they stand");
        if (facts.containers > 0)
            addOnce(found, "NumPy", "arithmetic on items in loops may be one expression over arrays (" + counted(facts.containers, "place") + ")");
    }
    if (facts.dynamicPlaces > 0 || !facts.typedShare)
        return;
    if (*facts.typedShare >= 0.7)
        addOnce(found, "mypyc", fmt::format("{:.0f} % of its interface is typed and it uses no dynamic feature", 100 * *facts.typedShare));
    if (facts.arithmetic >= kFewOperations && 2 * facts.arithmetic >= facts.objects && *facts.typedShare >= 0.5)
        addOnce(found, "Cython", "its loops on numbers are typed, so they become loops in C with few changes");
}

} // namespace

std::vector<std::string> alternativesTo(const AlternativeFacts& facts)
{
    std::vector<std::string> found;
    addPackages(facts, found);
    if (found.size() > kMostAlternatives / 2)
        found.resize(kMostAlternatives / 2); // the ways that always exist are heard, too
    addInterpreters(facts, found);
    addCompilers(facts, found);
    if (found.size() > kMostAlternatives)
        found.resize(kMostAlternatives);
    return found;
}

} // namespace ferroscope::roadmap
