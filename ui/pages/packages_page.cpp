// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/packages_page.h"

#include "ui/models/text.h"
#include "ui/widgets/view_state.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace ferroscope::ui {

PackagesPage::PackagesPage(const PageContext& context, QWidget* parent)
    : Page(QStringLiteral("packages"), tr("Packages"), QStringLiteral("packages"), context, parent)
    , m_table(new DataTable(&m_packages, tr("Packages")))
    , m_find(new QLineEdit)
    , m_card(new Card(tr("Third-party packages"), tr("from the manifests and the imports")))
{
    m_find->setPlaceholderText(tr("Find a package"));
    m_find->setAccessibleName(tr("Find a package"));
    m_find->setFixedWidth(186);
    keepChoice(m_find, QStringLiteral("find"));
    m_find->setClearButtonEnabled(true);
    m_card->addAction(m_find);
    m_card->setHeaderLine(true);
    m_card->body()->setContentsMargins(0, 0, 0, 6);
    m_card->body()->addWidget(m_table, 1);
    m_table->setStretchColumn(PackagesModel::Note);
    m_table->setEmptyText(tr("Nothing but the standard library is imported."));
    content()->addWidget(m_card, 1);

    auto* details = new Card;
    auto* column = new QVBoxLayout;
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(4);
    m_name = heading({});
    m_note = new Label({}, TextRole::Table, Tone::Text2);
    m_note->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_note);
    m_modules = new QVBoxLayout;
    m_modules->setSpacing(2);
    column->addLayout(m_modules);
    column->addStretch();
    details->body()->addLayout(column);
    details->setFixedHeight(168);
    content()->addWidget(details);

    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& text) { m_table->filter()->setColumnFilter(PackagesModel::Package, text); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            showPackage(m_table->filter()->mapToSource(now).row());
    });
    connect(m_table, &DataTable::rowActivated, this, &PackagesPage::moduleWanted);
}

QWidget* PackagesPage::filterField() const { return m_find; }

bool PackagesPage::handleEscape()
{
    const bool filtered = !m_find->text().isEmpty();
    m_find->clear();
    return filtered;
}

void PackagesPage::fill()
{
    setHeadline(packagesHeadline(*m_assessment));
    m_packages.setAssessment(m_assessment);
    if (m_table->filter()->rowCount() > 0)
        m_table->selectRow(0);
    else
        showPackage(-1);
}

void PackagesPage::showPackage(int row)
{
    clearLayout(m_modules);
    if (row < 0) {
        m_name->setText(tr("No package"));
        m_note->setText(tr("Nothing but the standard library is imported."));
        return;
    }
    const PackageReadiness& package = m_packages.package(row);
    m_name->setText(QStringLiteral("%1: %2").arg(qs(package.name), packageStatus(package.status)));
    QStringList notes;
    if (!package.note.empty())
        notes << qs(package.note);
    for (const auto& [crate, note] : package.crates)
        notes << (note.empty() ? qs(crate) : qs(crate) + QStringLiteral(": ") + qs(note));
    m_note->setText(notes.join(QLatin1Char('\n')));
    if (package.modules.empty()) {
        m_modules->addWidget(new Label(tr("Declared, but no module imports it."), TextRole::Table, Tone::Text2));
        return;
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(caption(tr("Imported by")));
    for (std::size_t at = 0; at < std::min<std::size_t>(4, package.modules.size()); ++at) {
        const AssessedModule* module = m_assessment->find(package.modules[at]);
        auto* open = makeButton(module ? qs(module->name) : qs(package.modules[at]), Look::Link, {}, tr("Open module %1").arg(qs(package.modules[at])));
        open->setFont(Theme::light().font(TextRole::Code));
        connect(open, &QPushButton::clicked, this, [this, path = qs(package.modules[at])] { Q_EMIT moduleWanted(path, 0); });
        line->addWidget(open);
    }
    if (package.modules.size() > 4)
        line->addWidget(new Label(tr("and %1 more").arg(countText(package.modules.size() - 4)), TextRole::Table, Tone::Text3));
    line->addStretch();
    m_modules->addLayout(line);
}

} // namespace ferroscope::ui
