// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page is painted in both themes, at two sizes. With FERROSCOPE_PICTURES=DIR the pictures are kept there.
#include "tests/ui/shell/window_fixture.h"

#include <QDir>
#include <QImage>
#include <set>

using namespace ferroscope::ui;

class TestPictures : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void pages_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << QSize(1280, 800);
        QTest::newRow("dark") << true << QSize(1280, 800);
        QTest::newRow("light-large") << false << QSize(2560, 1440);
        QTest::newRow("dark-small") << true << QSize(960, 600);
    }

    void pages()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        WindowFixture fixture;
        MainWindow& window = *fixture.window;
        window.action(dark ? QStringLiteral("theme-dark") : QStringLiteral("theme-light"))->trigger();
        window.resize(size);
        keep(window, QStringLiteral("start"));
        fixture.open();
        window.session().selection()->setModule(QStringLiteral("src/freight/planning/routes.py"));
        for (const Page* page : window.pages()) {
            window.showPage(page->id());
            QTest::qWait(page->id() == QLatin1String("report") ? 1500 : 60);
            keep(window, page->id());
        }
    }

private:
    void keep(QWidget& window, const QString& name)
    {
        const QImage picture = window.grab().toImage();
        std::set<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY2(colours.size() > 20, qPrintable(name));
        const QString folder = qEnvironmentVariable("FERROSCOPE_PICTURES");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, QString::fromLatin1(QTest::currentDataTag())));
        }
    }
};

FERROSCOPE_WINDOW_TEST(TestPictures)
#include "tst_pictures.moc"
