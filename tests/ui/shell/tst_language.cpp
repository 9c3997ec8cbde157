// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The second language is complete and fits: every string of the window has a translation with the same placeholders,
// every page speaks it, and no button, box or navigation entry cuts its text, also at twice the size and from right
// to left.
#include "tests/ui/shell/window_fixture.h"
#include "ui/shell/bars.h"
#include "ui/shell/help_panel.h"
#include "ui/shell/language.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QProcess>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTranslator>
#include <QXmlStreamReader>
#include <map>

using namespace ferroscope::ui;

namespace {

struct Message {
    QString translation;
    bool finished = false;
};
using Messages = std::map<std::tuple<QString, QString, QString>, Message>; // context, source, comment

Messages read(const QString& path)
{
    Messages messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context, source, comment;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            source = comment = QString();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("comment"))
            comment = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            messages[{ context, source, comment }] = { xml.readElementText(), finished };
        }
    }
    return messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression marker(QStringLiteral("%(?:L?\\d+|n)"));
    QStringList found;
    for (auto at = marker.globalMatch(text); at.hasNext();)
        found << at.next().captured();
    found.sort();
    return found;
}

// Asked only for what no other translator has.
class Recorder final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int) const override
    {
        const QString where = QString::fromLatin1(context);
        if (where.startsWith(QLatin1String("ferroscope::")) || !where.startsWith(QLatin1Char('Q')))
            missing.insert(where + QLatin1String(": ") + QString::fromUtf8(source) + QLatin1String(" #") + QString::fromUtf8(comment ? comment : ""));
        return {};
    }
    mutable QSet<QString> missing;
};

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto); }

    void choosesByTheSettingThenTheSystem_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("language");
        QTest::newRow("nothing set, English") << QString() << QStringLiteral("en_US") << QStringLiteral("en");
        QTest::newRow("nothing set, Chinese") << QString() << QStringLiteral("zh_CN") << QStringLiteral("zh_CN");
        QTest::newRow("traditional Chinese is another") << QString() << QStringLiteral("zh_TW") << QStringLiteral("en");
        QTest::newRow("as the system") << QStringLiteral("system") << QStringLiteral("zh_SG") << QStringLiteral("zh_CN");
        QTest::newRow("no translation") << QStringLiteral("system") << QStringLiteral("fi_FI") << QStringLiteral("en");
        QTest::newRow("set against the system") << QStringLiteral("en") << QStringLiteral("zh_CN") << QStringLiteral("en");
        QTest::newRow("set to the second") << QStringLiteral("zh_CN") << QStringLiteral("de_DE") << QStringLiteral("zh_CN");
        QTest::newRow("a damaged setting") << QStringLiteral("../x") << QStringLiteral("en_GB") << QStringLiteral("en");
    }
    void choosesByTheSettingThenTheSystem()
    {
        QFETCH(QString, setting);
        QFETCH(QString, system);
        QFETCH(QString, language);
        QCOMPARE(languageFor(setting, QLocale(system)), language);
        QVERIFY(!applyLanguage(*qApp, QStringLiteral("xx")));
    }

    void theMenuSetsIt()
    {
        WindowFixture fixture;
        fixture.window->action(QStringLiteral("language-zh_CN"))->trigger();
        QCOMPARE(fixture.settings.value(QLatin1String(kLanguageKey)).toString(), QStringLiteral("zh_CN"));
    }

    void isComplete()
    {
        const QString committed = QStringLiteral(FERROSCOPE_SOURCE_DIR "/resources/i18n/ferroscope_zh_CN.ts");
        QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(FERROSCOPE_SOURCE_DIR));
        lupdate.start(QStringLiteral(FERROSCOPE_LUPDATE), { QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-no-obsolete"), QStringLiteral("ui"), QStringLiteral("app/gui"), QStringLiteral("-ts"), fresh });
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);
        const Messages wanted = read(fresh), there = read(committed);
        QVERIFY(wanted.size() > 1000);
        QStringList wrong;
        for (const auto& [key, unused] : wanted) {
            const auto& [context, source, comment] = key;
            const auto found = there.find(key);
            if (found == there.end())
                wrong << QStringLiteral("missing: %1: %2").arg(context, source);
            else if (!found->second.finished || found->second.translation.isEmpty())
                wrong << QStringLiteral("unfinished: %1: %2").arg(context, source);
            else if (placeholders(source) != placeholders(found->second.translation))
                wrong << QStringLiteral("placeholders: %1: %2").arg(context, source);
        }
        for (const auto& [key, unused] : there) {
            if (!wanted.contains(key))
                wrong << QStringLiteral("no longer used: %1: %2").arg(std::get<0>(key), std::get<1>(key));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    // The language is for the whole process, so each of these is one of its own.
    void everyPageFits_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("scale");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("1");
        QTest::newRow("English, twice the size") << QStringLiteral("en") << QStringLiteral("2");
        QTest::newRow("English, one and a quarter") << QStringLiteral("en") << QStringLiteral("1.25");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("1");
        QTest::newRow("Chinese, twice the size") << QStringLiteral("zh_CN") << QStringLiteral("2");
        QTest::newRow("right to left") << QStringLiteral("rtl") << QStringLiteral("1");
    }
    void everyPageFits()
    {
        QFETCH(QString, mode);
        QFETCH(QString, scale);
        if (qEnvironmentVariableIsSet("FERROSCOPE_LANGUAGE_MODE")) {
            lookAtEveryPage();
            return;
        }
        QProcess self;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FERROSCOPE_LANGUAGE_MODE"), mode);
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), scale);
        self.setProcessEnvironment(environment);
        self.setProcessChannelMode(QProcess::MergedChannels);
        self.start(QCoreApplication::applicationFilePath(), { QStringLiteral("everyPageFits:English") });
        QVERIFY(self.waitForFinished(200000));
        const QByteArray said = self.readAll();
        QVERIFY2(self.exitStatus() == QProcess::NormalExit && self.exitCode() == 0, said.constData());
    }

private:
    static void lookAtEveryPage()
    {
        const QString mode = qEnvironmentVariable("FERROSCOPE_LANGUAGE_MODE");
        const bool chinese = mode == QLatin1String("zh_CN");
        Recorder recorder;
        QCoreApplication::installTranslator(&recorder);
        QVERIFY(applyLanguage(*qApp, chinese ? mode : QStringLiteral("en")));
        if (mode == QLatin1String("rtl"))
            QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        WindowFixture fixture;
        MainWindow& window = *fixture.window;
        QStringList wrong = cutTexts(window, QStringLiteral("start"));
        fixture.open();
        window.session().selection()->setModule(QStringLiteral("src/freight/planning/routes.py"));
        static const QRegularExpression han(QStringLiteral("\\p{Han}"));
        for (const Page* page : window.pages()) {
            window.showPage(page->id());
            QTest::qWait(page->id() == QLatin1String("report") ? 1500 : 80);
            QVERIFY(page->isVisible());
            wrong << cutTexts(window, page->id());
            if (chinese && !page->title().contains(han))
                wrong << page->id() + QStringLiteral(": its title is not translated");
            keep(window, page->id());
        }
        window.showHelp(QStringLiteral("CPU001"));
        QTest::qWait(50);
        wrong << cutTexts(window, QStringLiteral("help"));
        if (chinese) {
            QVERIFY(recorder.missing.isEmpty() || (qInfo() << recorder.missing, false));
            QVERIFY(window.help()->text().contains(han));
        } else {
            QVERIFY(recorder.missing.size() > 300); // it does hear what is asked for
        }
        QCoreApplication::removeTranslator(&recorder);
        for (const QString& one : wrong)
            qInfo().noquote() << one;
        QVERIFY(wrong.isEmpty());
    }

    static QStringList cutTexts(const QWidget& window, const QString& page)
    {
        QStringList cut;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
                QStyleOptionComboBox option;
                option.initFrom(box);
                option.subControls = QStyle::SC_All;
                const int room = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
                if (const int wide = box->fontMetrics().horizontalAdvance(box->currentText()); wide > room + 1)
                    cut << QStringLiteral("%1: box \"%2\" has %3 for %4").arg(page, box->currentText()).arg(room).arg(wide);
                continue;
            }
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (!button || button->text().isEmpty())
                continue;
            // Where one is, in the top bar, is text without a button around it.
            const bool bare = qobject_cast<const TopBar*>(button->parentWidget()) != nullptr;
            const int wide = std::max(bare ? 0 : button->sizeHint().width(), button->fontMetrics().horizontalAdvance(button->text()));
            if (button->width() + 1 < wide)
                cut << QStringLiteral("%1: %2 \"%3\" has %4 of %5").arg(page, QString::fromLatin1(button->metaObject()->className()), button->text()).arg(button->width()).arg(wide);
            if (!window.rect().contains(QRect(button->mapTo(&window, QPoint()), button->size())) && button->height() > button->parentWidget()->height())
                cut << QStringLiteral("%1: \"%2\" lies outside").arg(page, button->text());
        }
        return cut;
    }

    static void keep(QWidget& window, const QString& name)
    {
        const QString folder = qEnvironmentVariable("FERROSCOPE_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        window.grab().toImage().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, qEnvironmentVariable("FERROSCOPE_LANGUAGE_MODE"), qEnvironmentVariable("QT_SCALE_FACTOR")));
    }
};

FERROSCOPE_WINDOW_TEST(TestLanguage)
#include "tst_language.moc"
