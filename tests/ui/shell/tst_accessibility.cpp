// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that takes focus or can be pressed has a name in human words, and no two on a page share one.
#include "tests/ui/shell/window_fixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QRegularExpression>

using namespace ferroscope::ui;

class TestAccessibility : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { failOnOwnWarnings(); }

    void everyPageIsNamed()
    {
        WindowFixture fixture;
        walk(*fixture.window, QStringLiteral("start"));
        fixture.open();
        fixture.window->session().selection()->setModule(QStringLiteral("src/freight/planning/routes.py"));
        for (const Page* page : fixture.window->pages()) {
            fixture.window->showPage(page->id());
            QTest::qWait(page->id() == QLatin1String("report") ? 1500 : 100);
            walk(*fixture.window, page->id());
        }
    }

    void tabReachesEverythingAndComesRound()
    {
        WindowFixture fixture;
        fixture.open();
        for (const Page* page : fixture.window->pages()) {
            fixture.window->showPage(page->id());
            QTest::qWait(50);
            QSet<QWidget*> wanted;
            for (QWidget* widget : fixture.window->findChildren<QWidget*>()) {
                // Of exclusive choices Tab reaches the chosen one, the arrow keys the others.
                const auto* choice = qobject_cast<QAbstractButton*>(widget);
                if (choice && choice->isCheckable() && !choice->isChecked() && (choice->autoExclusive() || choice->group()))
                    continue;
                if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
                    wanted.insert(widget);
            }
            QSet<QWidget*> reached;
            for (int step = 0; step < 400 && !reached.contains(wanted); ++step) {
                QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : fixture.window.get(), Qt::Key_Tab);
                if (QApplication::focusWidget())
                    reached.insert(QApplication::focusWidget());
            }
            const QSet<QWidget*> missed = wanted - reached;
            for (const QWidget* one : missed)
                qInfo() << page->id() << "Tab does not reach" << one << one->accessibleName();
            QVERIFY2(missed.isEmpty(), qPrintable(page->id()));
        }
    }

private:
    static void walk(const QWidget& window, const QString& page)
    {
        static const QRegularExpression machine(QStringLiteral("^(qt_|Q[A-Z]|m_)|_|^$"));
        QMap<QString, const QWidget*> seen;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            const bool pressed = qobject_cast<const QAbstractButton*>(widget) != nullptr;
            if (!widget->isVisible() || (!pressed && widget->focusPolicy() == Qt::NoFocus) || widget->inherits("QScrollBar") || widget->inherits("QMainWindow"))
                continue;
            // The inner parts of a compound widget speak through it.
            if (widget->parentWidget() && (widget->parentWidget()->focusProxy() == widget || widget->inherits("QComboBoxPrivateContainer") || widget->objectName().startsWith(QLatin1String("qt_"))))
                continue;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY(interface);
            const QString name = interface->text(QAccessible::Name);
            const QByteArray where = page.toUtf8() + ": " + widget->metaObject()->className() + " \"" + name.toUtf8() + '"';
            QVERIFY2(!machine.match(name).hasMatch() || name.contains(QLatin1String("freight")), where.constData());
            QVERIFY2(name.contains(QRegularExpression(QStringLiteral("\\p{L}"))), where.constData());
            QVERIFY2(!seen.contains(name), QByteArray(where + " twice").constData());
            seen.insert(name, widget);
        }
        QVERIFY(seen.size() >= 4);
    }
};

FERROSCOPE_WINDOW_TEST(TestAccessibility)
#include "tst_accessibility.moc"
