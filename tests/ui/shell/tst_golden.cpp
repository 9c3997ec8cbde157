// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A handful of pages look as they were approved: half-size pictures in golden/, compared with a tolerance that forgives
// another version of the font rasteriser and nothing that one would see. Bundled fonts, fixed size, dates of the
// sample; the status bar (it has the time the analysis took) is left out.
// On a difference the picture, the approved one and what differs lie side by side in the build folder. A change that is
// meant: FERROSCOPE_UPDATE_GOLDEN=1 tst_golden, then look at the pictures before committing them.
#include "tests/ui/shell/window_fixture.h"

#include <QAction>
#include <QImage>
#include <QPainter>
#include <QScrollBar>

using namespace ferroscope::ui;

namespace {

constexpr QSize kSize(1280, 800);
constexpr int kStatusBar = 27;
constexpr int kFar = 40; // difference of a channel that counts
constexpr double kMostOff = 0.004; // share of pixels that may

struct Difference {
    int pixels = 0;
    QRect where;
    QImage map;
};

Difference compare(const QImage& a, const QImage& b)
{
    Difference found { 0, {}, QImage(a.size(), QImage::Format_RGB32) };
    found.map.fill(Qt::white);
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            const int off = std::max({ std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q)) });
            if (off <= kFar)
                continue;
            ++found.pixels;
            found.where = found.where.united(QRect(x, y, 1, 1));
            found.map.setPixel(x, y, qRgb(200, 0, 60));
        }
    }
    return found;
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        setUpApplication();
        QApplication::setCursorFlashTime(0);
    }
    void init() { failOnOwnWarnings(); }

    void looksAsApproved_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("dark");
        QTest::newRow("start") << QStringLiteral("start") << false;
        QTest::newRow("overview") << QStringLiteral("overview") << false;
        QTest::newRow("overview-dark") << QStringLiteral("overview") << true;
        QTest::newRow("map") << QStringLiteral("map") << false;
        QTest::newRow("module") << QStringLiteral("module") << false;
        QTest::newRow("roadmap") << QStringLiteral("roadmap") << false;
        QTest::newRow("report") << QStringLiteral("report") << false;
    }
    void looksAsApproved()
    {
        QFETCH(QString, page);
        QFETCH(bool, dark);
        WindowFixture fixture;
        MainWindow& window = *fixture.window;
        window.action(dark ? QStringLiteral("theme-dark") : QStringLiteral("theme-light"))->trigger();
        window.resize(kSize);
        if (page != QLatin1String("start")) {
            fixture.open();
            window.session().selection()->setModule(QStringLiteral("src/freight/planning/routes.py"));
            window.showPage(page);
            QTest::qWait(page == QLatin1String("report") ? 2000 : 200);
        }
        if (QWidget* focus = QApplication::focusWidget())
            focus->clearFocus();
        QTest::qWait(20);
        const QImage now = shown(window);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const QString approved = QStringLiteral(FERROSCOPE_SOURCE_DIR "/tests/ui/shell/golden/") + name + QStringLiteral(".png");
        if (qEnvironmentVariableIsSet("FERROSCOPE_UPDATE_GOLDEN")) {
            QVERIFY(now.save(approved, "PNG", 0));
            return;
        }
        const QImage wanted = QImage(approved).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!wanted.isNull(), qPrintable(approved));
        QCOMPARE(now.size(), wanted.size());
        const Difference difference = compare(now, wanted);
        const double share = difference.pixels / static_cast<double>(now.width() * now.height());
        if (share <= kMostOff)
            return;
        const QString kept = keep(name, now, wanted, difference);
        QFAIL(qPrintable(QStringLiteral("%1 % of the pixels differ, within (%2, %3, %4 × %5) of the window; now, approved and difference side by side: %6")
                             .arg(100 * share, 0, 'f', 2).arg(2 * difference.where.x()).arg(2 * difference.where.y()).arg(2 * difference.where.width()).arg(2 * difference.where.height()).arg(kept)));
    }

    void seesAChange()
    {
        // What one would notice must not pass: a word that is missing, a card that moved by a few pixels.
        QImage page(640, 386, QImage::Format_RGB32);
        page.fill(Qt::white);
        QImage other = page;
        QPainter painter(&other);
        painter.fillRect(QRect(100, 100, 60, 20), Qt::black);
        painter.end();
        const Difference difference = compare(page, other);
        QCOMPARE(difference.pixels, 1200);
        QCOMPARE(difference.where, QRect(100, 100, 60, 20));
        QVERIFY(difference.pixels > kMostOff * 640 * 386);
    }

private:
    static QImage shown(QWidget& window)
    {
        // One scale on every machine, whatever QT_SCALE_FACTOR says.
        QImage image(kSize, QImage::Format_RGB32);
        window.render(&image);
        return image.copy(0, 0, kSize.width(), kSize.height() - kStatusBar - 1).scaled(kSize.width() / 2, (kSize.height() - kStatusBar - 1) / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    }

    static QString keep(const QString& name, const QImage& now, const QImage& wanted, const Difference& difference)
    {
        const QString folder = QStringLiteral(FERROSCOPE_BINARY_DIR "/golden-differences");
        QDir().mkpath(folder);
        QImage all(now.width() * 3 + 20, now.height(), QImage::Format_RGB32);
        all.fill(Qt::gray);
        QPainter painter(&all);
        painter.drawImage(0, 0, now);
        painter.drawImage(now.width() + 10, 0, wanted);
        painter.drawImage(2 * (now.width() + 10), 0, difference.map);
        painter.end();
        const QString path = folder + QLatin1Char('/') + name + QStringLiteral(".png");
        all.save(path);
        return path;
    }
};

FERROSCOPE_WINDOW_TEST(TestGolden)
#include "tst_golden.moc"
