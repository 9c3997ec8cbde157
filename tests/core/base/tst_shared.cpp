// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Handles that share a container: copies cost nothing, an edit is seen by no other, bytes do not tell the difference.
#include "core/base/binary.h"
#include "core/base/shared.h"

#include <QTest>
#include <string>
#include <thread>
#include <vector>

using namespace ferroscope;

namespace {

using Names = Shared<std::vector<std::string>>;

struct Plain {
    std::vector<std::string> names;
    int more = 0;
};
struct Holder {
    Names names;
    int more = 0;
};

} // namespace

class TestShared : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsLikeTheContainer()
    {
        const Names none;
        QVERIFY(none.empty() && none.begin() == none.end());
        const Names names { "a", "b", "c" };
        QCOMPARE(names.size(), std::size_t(3));
        QCOMPARE(names.front() + names[1] + names.back(), std::string("abc"));
        std::string all;
        for (const std::string& name : names)
            all += name;
        QCOMPARE(all, std::string("abc"));
        const std::vector<std::string>& plain = names;
        QCOMPARE(&plain[0], &names[0]);
    }

    void copiesShareUntilOneIsEdited()
    {
        Names first { "a" };
        const Names second = first;
        QVERIFY(first.isSharedWith(second));
        first.edit().push_back("b");
        QVERIFY(!first.isSharedWith(second));
        QCOMPARE(first.size(), std::size_t(2));
        QCOMPARE(second.size(), std::size_t(1));
        const std::string* const at = &first[0];
        first.edit().front() = "z"; // of its own now: no clone
        QCOMPARE(&first[0], at);
        QVERIFY(second == Names { "a" });
        QVERIFY(!(second == first));
    }

    void emptyEqualsEmptied()
    {
        Names emptied { "a" };
        emptied.edit().clear();
        QVERIFY(emptied == Names {});
        QVERIFY(Names(std::vector<std::string> {}).isSharedWith(Names {}));
    }

    void bytesAndShapeAreThoseOfTheContainer()
    {
        QCOMPARE(shapeOf<Holder>(), shapeOf<Plain>());
        QCOMPARE(toBinary(Holder { Names { "a", "b" }, 7 }), toBinary(Plain { { "a", "b" }, 7 }));
        const auto back = fromBinary<Holder>(toBinary(Plain { { "a", "b" }, 7 }));
        QVERIFY(back && back->names == Names({ "a", "b" }) && back->more == 7);
    }

    void threadsEditTheirOwn()
    {
        const Names first { "a" };
        std::vector<Names> copies(4, first);
        {
            std::vector<std::jthread> threads;
            for (Names& copy : copies) {
                threads.emplace_back([&copy] {
                    for (int at = 0; at < 1000; ++at)
                        copy.edit().push_back("b");
                });
            }
        }
        for (const Names& copy : copies)
            QCOMPARE(copy.size(), std::size_t(1001));
        QCOMPARE(first.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestShared)
#include "tst_shared.moc"
