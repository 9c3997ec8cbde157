// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Structs to bytes and back: nothing lost, nothing believed that is damaged.
#include "core/base/binary.h"

#include <QTest>
#include <limits>

using namespace ferroscope;

namespace {

enum class Colour : std::uint8_t { Red, Green, Blue };

struct Inner {
    std::string name;
    std::optional<double> share;
    bool flag = false;
    bool operator==(const Inner&) const = default;
};

struct Outer {
    std::uint32_t small = 0;
    std::uint64_t large = 0;
    int negative = 0;
    double real = 0;
    Colour colour = Colour::Red;
    std::vector<Inner> items;
    std::array<float, 3> floats {};
    std::map<std::string, std::vector<std::uint8_t>> table;
    std::pair<std::string, int> pair;
    std::optional<Inner> maybe;
    bool operator==(const Outer&) const = default;
};

struct OuterGrown {
    Outer outer;
    std::uint32_t more = 0;
};

Outer example()
{
    return { 7, std::numeric_limits<std::uint64_t>::max(), -5, -0.125, Colour::Blue,
        { { "same", 0.5, true }, { "same", std::nullopt, false }, { std::string("\0\xFF", 2), 1e300, true } }, { 1.5F, 0, -2 },
        { { "k", { 1, 2, 255 } }, { "", {} } }, { "same", -1 }, Inner { "in", 0.25, true } };
}

} // namespace

class TestBinary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fieldsAreCounted()
    {
        QCOMPARE(fieldCount<Inner>(), std::size_t(3));
        QCOMPARE(fieldCount<Outer>(), std::size_t(10));
        QCOMPARE(fieldCount<OuterGrown>(), std::size_t(2));
    }

    void nothingIsLost()
    {
        const auto back = fromBinary<Outer>(toBinary(example()));
        QVERIFY(back.has_value());
        QVERIFY(*back == example());
        QVERIFY(*fromBinary<Outer>(toBinary(Outer {})) == Outer {});
    }

    void equalStringsAreStoredOnce()
    {
        const std::vector<std::string> many(1000, "a string that is long enough to be noticed");
        QVERIFY(toBinary(many).size() < 1100);
    }

    void damagedBytesAreRefused()
    {
        const std::string bytes = toBinary(example());
        for (std::size_t size = 0; size < bytes.size(); ++size)
            QVERIFY2(!fromBinary<Outer>(std::string_view(bytes).substr(0, size)), std::to_string(size).c_str());
        QVERIFY(!fromBinary<Outer>(bytes + '\0'));
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (const unsigned mask : { 0x01U, 0x80U, 0xFFU }) {
                std::string damaged = bytes;
                damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ mask);
                (void)fromBinary<Outer>(damaged); // any answer, no crash, no endless memory
            }
        }
    }

    void shapesTellVersionsApart()
    {
        QVERIFY(shapeOf<Outer>() != shapeOf<OuterGrown>());
        QVERIFY(shapeOf<std::vector<float>>() != shapeOf<std::vector<double>>());
        QCOMPARE(shapeOf<Inner>(), std::string("{s?f8i1}"));
    }
};

QTEST_APPLESS_MAIN(TestBinary)
#include "tst_binary.moc"
