// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window: theme at once; size and language with the next start, and it says so.
#include "ui/pages/settings_section.h"
#include "ui/widgets/small_figures.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QGridLayout>
#include <QLocale>
#include <QSettings>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

const QString kLanguageKey = QStringLiteral("general/language"), kSizeKey = QStringLiteral("general/fontSize");
const QString kTranslations = QStringLiteral(":/ferroscope/i18n");

class WindowSection final : public SettingsSection {
    Q_DECLARE_TR_FUNCTIONS(ferroscope::ui::WindowSection)
public:
    WindowSection(QSettings* settings, int theme)
        : SettingsSection(QStringLiteral("window"), tr("Window"), tr("How it looks on this computer. No plan depends on it."), nullptr)
        , m_settings(settings)
    {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(12);
        grid->setVerticalSpacing(10);
        grid->setColumnStretch(2, 1);
        auto* themes = new Segmented(tr("Theme"));
        for (const QString& name : { tr("As the system"), tr("Light"), tr("Dark") })
            themes->addChoice(name);
        themes->setCurrent(theme);
        addRow(grid, tr("Theme"), themes, {});
        connect(themes, &Segmented::chosen, this, &SettingsSection::themeChosen);

        auto* sizes = new QComboBox;
        sizes->setAccessibleName(tr("Size of text and controls, in percent"));
        for (const int size : { 90, 100, 110, 125, 150, 175, 200 })
            sizes->addItem(tr("%1 %").arg(size), size);
        sizes->setCurrentIndex(std::max(0, sizes->findData(stored(kSizeKey, 100).toInt())));
        sizes->setFixedWidth(200);
        addRow(grid, tr("Size"), sizes, tr("With the next start"));
        connect(sizes, &QComboBox::activated, this, [this, sizes] { keep(kSizeKey, sizes->currentData()); });

        auto* languages = new QComboBox;
        languages->setAccessibleName(tr("Language"));
        languages->addItem(tr("As the system"), QStringLiteral("system"));
        languages->addItem(QStringLiteral("English"), QStringLiteral("en"));
        // Whatever translation is compiled in: ferroscope_zh_CN.qm.
        for (const QString& file : QDir(kTranslations).entryList({ QStringLiteral("ferroscope_*.qm") }, QDir::Files, QDir::Name)) {
            const QString code = file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
            languages->addItem(QLocale(code).nativeLanguageName(), code);
        }
        languages->setCurrentIndex(std::max(0, languages->findData(stored(kLanguageKey, QString()).toString())));
        languages->setFixedWidth(200);
        addRow(grid, tr("Language"), languages, tr("With the next start"));
        connect(languages, &QComboBox::activated, this, [this, languages] { keep(kLanguageKey, languages->currentData()); });
        column()->addLayout(grid);
        column()->addStretch();
    }

protected:
    void refresh() override { }

private:
    QVariant stored(const QString& key, const QVariant& byDefault) const { return m_settings ? m_settings->value(key, byDefault) : byDefault; }
    void keep(const QString& key, const QVariant& value)
    {
        if (m_settings)
            m_settings->setValue(key, value);
    }
    QSettings* m_settings;
};

} // namespace

SettingsSection* makeWindowSection(QSettings* settings, int theme) { return new WindowSection(settings, theme); }

} // namespace ferroscope::ui
