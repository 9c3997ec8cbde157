// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/igraph_adapter.h"
#include "tests/support/codebase_builder.h"

#include <QTest>
#include <random>
#include <set>

using namespace ferroscope;
using Files = std::map<std::string, std::string>;

namespace {

// Two packages of five modules each, coupled inside, with one import across; tests and a stub beside them.
Files twoPackages()
{
    Files files;
    for (const std::string package : { "billing", "routing" }) {
        files["shop/" + package + "/__init__.py"] = "";
        for (int i = 0; i < 5; ++i) {
            std::string text;
            for (int j = 0; j < i; ++j)
                text += "from shop." + package + ".m" + std::to_string(j) + " import f, g\n";
            files["shop/" + package + "/m" + std::to_string(i) + ".py"] = text + "def f(): pass\ndef g(): pass\n";
        }
    }
    files["shop/__init__.py"] = "";
    files["shop/routing/m4.py"] += "from shop.billing.m0 import f as pay\n";
    files["tests/test_routes.py"] = "import shop.routing.m0\nimport shop.billing.m0\n";
    files["shop/fast.pyi"] = "";
    return files;
}

std::map<std::string, std::set<std::string>> contextsOf(const graph::Codebase& code)
{
    std::map<std::string, std::set<std::string>> contexts;
    for (const graph::Context& context : code.contexts) {
        for (const graph::ModuleId id : context.modules)
            contexts[context.name].insert(code.modules[id].file.path);
    }
    return contexts;
}

// Modules that import each other at random, in a few packages.
Files randomRepository(unsigned seed, int modules)
{
    std::mt19937 random(seed);
    Files files;
    const auto name = [](int i) { return "p" + std::to_string(i % 6) + "/m" + std::to_string(i); };
    for (int i = 0; i < modules; ++i) {
        std::string text = "def f(): pass\n";
        for (unsigned k = 0; k < random() % 4; ++k) {
            const int other = static_cast<int>(random() % static_cast<unsigned>(modules));
            const int near = other - other % 6 + i % 6;
            const int target = random() % 4 == 0 ? other : std::min(near, modules - 1);
            text += "from p" + std::to_string(target % 6) + ".m" + std::to_string(target) + " import f as f"
                + std::to_string(k) + "\n";
        }
        files[name(i) + ".py"] = text;
    }
    return files;
}

} // namespace

class TestContexts : public QObject {
    Q_OBJECT
private slots:
    void packagesAreFound();
    void numbers();
    void unrelatedModulesChangeNothing();
    void namesAreUnique();
    void leidenOfTwoCliques();
    void emptyGraph();
};

void TestContexts::packagesAreFound()
{
    const auto code = testing::buildCodebase(twoPackages());
    QVERIFY(code.has_value());
    const auto contexts = contextsOf(*code);
    QVERIFY(contexts.contains("shop.billing"));
    QVERIFY(contexts.contains("shop.routing"));
    QCOMPARE(contexts.at("shop.billing").size(), std::size_t(6)); // its empty __init__ is at home there
    QVERIFY(contexts.at("shop.billing").contains("shop/billing/__init__.py"));
    QVERIFY(contexts.at("shop.routing").contains("shop/routing/m4.py"));
    QCOMPARE(code->modules[*code->find("tests/test_routes.py")].context, graph::kNone);
    QCOMPARE(code->modules[*code->find("shop/fast.pyi")].context, graph::kNone);
}

void TestContexts::numbers()
{
    const auto code = testing::buildCodebase(twoPackages());
    QVERIFY(code.has_value());
    for (std::size_t i = 0; i < code->contexts.size(); ++i) {
        const graph::Context& context = code->contexts[i];
        QVERIFY(context.cohesion >= 0 && context.cohesion <= 1);
        QVERIFY(i == 0 || code->contexts[i - 1].name < context.name);
        if (context.name == "shop.billing") {
            QCOMPARE(context.in, 1U);
            QCOMPARE(context.out, 0U);
            QVERIFY(context.cohesion > 0.8 && context.cohesion < 1);
        }
    }
}

void TestContexts::unrelatedModulesChangeNothing()
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        Files files = randomRepository(seed, 80);
        const auto before = testing::buildCodebase(files);
        files["a_first.py"] = "x = 1\n"; // shifts every id
        files["p2/m00_unrelated.py"] = "import os\ndef lonely(): return os.getcwd()\n"; // in a folder of others
        files["zz/__init__.py"] = "";
        const auto after = testing::buildCodebase(files);
        QVERIFY(before.has_value() && after.has_value());
        auto expected = contextsOf(*before), found = contextsOf(*after);
        std::erase_if(found, [](const auto& each) {
            return each.second.size() == 1
                && (each.second.contains("a_first.py") || each.second.contains("p2/m00_unrelated.py")
                    || each.second.contains("zz/__init__.py"));
        });
        QVERIFY(found == expected);
        QVERIFY(contextsOf(*testing::buildCodebase(files)) == contextsOf(*after));
    }
}

void TestContexts::namesAreUnique()
{
    for (unsigned seed = 11; seed <= 20; ++seed) {
        const auto code = testing::buildCodebase(randomRepository(seed, 60));
        QVERIFY(code.has_value());
        std::set<std::string> names;
        std::size_t members = 0;
        for (const graph::Context& context : code->contexts) {
            QVERIFY(!context.name.empty());
            QVERIFY(names.insert(context.name).second);
            members += context.modules.size();
        }
        QCOMPARE(members, code->modules.size());
    }
}

void TestContexts::leidenOfTwoCliques()
{
    std::vector<graph::WeightedEdge> edges;
    for (const std::uint32_t base : { 0U, 5U }) {
        for (std::uint32_t i = 0; i < 5; ++i) {
            for (std::uint32_t j = i + 1; j < 5; ++j)
                edges.push_back({ base + i, base + j, 1 });
        }
    }
    edges.push_back({ 4, 5, 1 });
    const auto communities = graph::leidenCommunities(10, edges, 1);
    QVERIFY(communities.has_value());
    QCOMPARE(*communities, (std::vector<std::uint32_t> { 0, 0, 0, 0, 0, 1, 1, 1, 1, 1 }));
}

void TestContexts::emptyGraph()
{
    const auto communities = graph::leidenCommunities(3, {}, 1);
    QVERIFY(communities.has_value());
    QCOMPARE(communities->size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(TestContexts)
#include "tst_contexts.moc"
