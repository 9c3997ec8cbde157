// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens are complete, and what they promise about contrast, shape and fonts is so.
#include "ui/render/fonts.h"
#include "ui/render/marks.h"
#include "ui/render/theme.h"
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ferroscope;
using namespace ferroscope::render;

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void complete_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
        QTest::newRow("print") << 2;
    }
    void complete()
    {
        QFETCH(int, kind);
        const Theme theme = themeOf(kind);
        for (const QColor& color : { theme.window, theme.surface, theme.sunken, theme.raised, theme.line, theme.lineStrong, theme.text,
                 theme.text2, theme.text3, theme.accent, theme.accentSoft, theme.onAccent, theme.move, theme.moveSoft, theme.warn,
                 theme.warnSoft, theme.danger, theme.dangerSoft, theme.ok, theme.okSoft, theme.codeKeyword, theme.codeString,
                 theme.codeNumber, theme.codeComment, theme.codeName, theme.hatch, theme.axis, theme.interpretedMoves,
                 theme.interpretedStays, theme.native, theme.waiting, theme.waitingLine }) {
            QVERIFY(color.isValid());
            QCOMPARE(color.alpha(), 255);
        }
        QVERIFY(theme.shadow.isValid());
        for (const VerdictStyle& style : theme.verdicts)
            QVERIFY(style.color.isValid());
        for (const TypeStyle& style : theme.types)
            QVERIFY(style.size >= 5.9 && style.line >= style.size);
        QVERIFY(theme.space[7] > theme.space[0] && theme.control > 0);
    }

    void contrastOfText_data() { complete_data(); }
    void contrastOfText()
    {
        QFETCH(int, kind);
        const Theme theme = themeOf(kind);
        for (const QColor& ground : { theme.surface, theme.window, theme.sunken }) {
            for (const QColor& ink : { theme.text, theme.text2, theme.text3, theme.accent, theme.move, theme.warn, theme.danger, theme.ok })
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on "_s + ground.name()));
        }
        for (const QColor& ground : { theme.accentSoft, theme.moveSoft, theme.warnSoft, theme.dangerSoft, theme.okSoft })
            QVERIFY(contrast(theme.text, ground) >= 4.5);
        QVERIFY(contrast(theme.onAccent, theme.accent) >= 4.5);
        for (const Scale* scale : { &theme.heat, &theme.readiness }) {
            for (std::size_t i = 0; i < scale->color.size(); ++i)
                QVERIFY2(contrast(scale->ink[i], scale->color[i]) >= 4.5, qPrintable(scale->color[i].name()));
        }
        for (const VerdictStyle& style : theme.verdicts)
            QVERIFY2(contrast(style.color, theme.surface) >= 3.0, qPrintable(style.color.name()));
    }

    void scalesFallInOneDirection_data() { complete_data(); }
    void scalesFallInOneDirection()
    {
        QFETCH(int, kind);
        const Theme theme = themeOf(kind);
        for (const Scale* scale : { &theme.heat, &theme.readiness }) {
            for (std::size_t i = 1; i < scale->color.size(); ++i) {
                const double before = contrast(scale->color[i - 1], theme.surface), now = contrast(scale->color[i], theme.surface);
                QVERIFY(now > before);
            }
        }
        QCOMPARE(theme.heat.step(0), 0);
        QCOMPARE(theme.heat.step(0.05), 1);
        QCOMPARE(theme.heat.step(50), 6);
        QCOMPARE(theme.readiness.step(59.9), 3);
    }

    // In black and white, every verdict of the window is told from every other.
    void marksDifferByShape()
    {
        const Theme& theme = Theme::light();
        QSet<QByteArray> seen;
        for (int i = 0; i < kVerdictCount; ++i) {
            QImage image(24, 24, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawShape(painter, QRectF(2, 2, 20, 20), theme.verdicts[static_cast<std::size_t>(i)].shape, Qt::black, theme);
            painter.end();
            seen.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), kVerdictCount);
    }

    void printGroupsVerdicts()
    {
        const Theme theme = Theme::print(1);
        QCOMPARE(theme.verdict(Verdict::Worker).shape, Shape::FilledSquare);
        QCOMPARE(theme.verdict(Verdict::FixInPython).shape, Shape::HollowDiamond);
        QCOMPARE(theme.verdict(Verdict::TypeFirst).shape, Shape::HollowTriangle);
        QCOMPARE(theme.verdict(Verdict::AlreadyNative).shape, Shape::RingWithDot);
        QCOMPARE(theme.verdict(Verdict::KeepPython).shape, Shape::SmallDot);
    }

    void fontsAreOurs()
    {
        QVERIFY(registerFonts());
        const Theme& theme = Theme::light();
        QCOMPARE(QFontInfo(theme.font(TextRole::Body)).family(), tabularFamily());
        QCOMPARE(QFontInfo(theme.font(TextRole::Code)).family(), monoFamily());
        QCOMPARE(QFontInfo(Theme::print(10).font(TextRole::Body)).family(), sansFamily());
        QVERIFY(QFontInfo(theme.font(TextRole::Body, true)).weight() >= 600);
        // Figures of equal width, and no ligature in code.
        const QFontMetricsF table(theme.font(TextRole::Table)), code(theme.font(TextRole::Code));
        QCOMPARE(table.horizontalAdvance(u"1111"_s), table.horizontalAdvance(u"8888"_s));
        QCOMPARE(code.horizontalAdvance(u"->"_s), 2 * code.horizontalAdvance(u"-"_s));
        const QFontMetricsF prose(Theme::print(10).font(TextRole::Body));
        QVERIFY(prose.horizontalAdvance(u"1111"_s) < prose.horizontalAdvance(u"8888"_s));
    }

    void hostileText()
    {
        QCOMPARE(oneLine(u"a\nb\tc"_s), u"a b c"_s);
        QCOMPARE(oneLine(u"x\u202Egpj\u2066y"_s), u"xgpjy"_s);
    }

    void hatchStaysInside()
    {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawHatch(painter, QRectF(10, 10, 20, 20), Qt::black, 4, 1);
        painter.end();
        bool inside = false;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const bool dark = qGray(image.pixel(x, y)) < 200;
                if (x < 9 || x > 30 || y < 9 || y > 30)
                    QVERIFY(!dark);
                inside |= dark;
            }
        }
        QVERIFY(inside);
    }

private:
    static Theme themeOf(int kind) { return kind == 0 ? Theme::light() : kind == 1 ? Theme::dark() : Theme::print(1); }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
