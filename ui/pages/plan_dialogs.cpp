// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plan_dialogs.h"

#include "ui/models/text.h"
#include "ui/render/marks.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

QVBoxLayout* frameOf(QDialog* dialog, const QString& title, const QString& sentence)
{
    dialog->setWindowTitle(title);
    dialog->setAccessibleName(title);
    dialog->setMinimumWidth(460);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    auto* head = heading(title);
    head->setWordWrap(true);
    column->addWidget(head);
    if (!sentence.isEmpty()) {
        auto* words = new Label(sentence, TextRole::Body, Tone::Text2);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    column->addSpacing(4);
    return column;
}

QPushButton* addButtons(QDialog* dialog, QVBoxLayout* column, const QString& accept)
{
    column->addSpacing(8);
    auto* row = new QHBoxLayout;
    row->addStretch();
    auto* cancel = makeButton(QDialog::tr("Cancel"), Look::Ordinary);
    auto* take = makeButton(accept, Look::Primary);
    take->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(take);
    column->addLayout(row);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(take, &QPushButton::clicked, dialog, &QDialog::accept);
    return take;
}

} // namespace

ReasonDialog::ReasonDialog(const QString& title, const QString& sentence, std::optional<Verdict> verdict, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit)
{
    QVBoxLayout* column = frameOf(this, title, sentence);
    if (verdict) {
        m_verdict = new QComboBox;
        m_verdict->setAccessibleName(tr("Verdict"));
        for (int at = 0; at < kVerdictCount; ++at)
            m_verdict->addItem(verdictName(static_cast<Verdict>(at)), at);
        m_verdict->setCurrentIndex(static_cast<int>(*verdict));
        column->addWidget(caption(tr("Verdict")));
        column->addWidget(m_verdict);
    }
    column->addWidget(caption(tr("Reason")));
    m_reason->setAccessibleName(tr("Reason, required"));
    m_reason->setPlaceholderText(tr("What you know that the analysis does not"));
    m_reason->setMaxLength(400);
    column->addWidget(m_reason);
    auto* why = new Label(tr("The report prints it beside the decision."), TextRole::Caption, Tone::Text3);
    column->addWidget(why);
    m_accept = addButtons(this, column, verdict ? tr("Set the verdict") : tr("Decide"));
    m_accept->setEnabled(false);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_accept->setEnabled(!reason().isEmpty()); });
    m_reason->setFocus();
}

Verdict ReasonDialog::verdict() const { return m_verdict ? static_cast<Verdict>(m_verdict->currentData().toInt()) : Verdict::KeepPython; }

QString ReasonDialog::reason() const { return m_reason->text().simplified(); }

SplitDialog::SplitDialog(const Candidate& candidate, QWidget* parent)
    : QDialog(parent)
    , m_units(new QListWidget)
    , m_words(new Label({}, TextRole::Table, Tone::Text2))
{
    QVBoxLayout* column = frameOf(this, tr("Split %1").arg(qs(candidate.title)), tr("Tick what becomes a step of its own. Units that share state move together all the same; the plan says where that is broken."));
    m_units->setAccessibleName(tr("Units to split off"));
    m_units->setFont(Theme::light().font(TextRole::Code));
    m_units->setMinimumHeight(220);
    for (const std::string& unit : candidate.units) {
        const auto colon = unit.rfind(':');
        auto* item = new QListWidgetItem(render::oneLine(colon == std::string::npos ? qs(unit) : qs(unit.substr(colon + 1)) + QStringLiteral("   ") + qs(unit.substr(0, colon))), m_units);
        item->setData(Qt::UserRole, qs(unit));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    column->addWidget(m_units, 1);
    column->addWidget(m_words);
    m_accept = addButtons(this, column, tr("Split"));
    connect(m_units, &QListWidget::itemChanged, this, &SplitDialog::tell);
    tell();
}

std::set<std::string> SplitDialog::apart() const
{
    std::set<std::string> units;
    for (int row = 0; row < m_units->count(); ++row) {
        if (m_units->item(row)->checkState() == Qt::Checked)
            units.insert(bytes(m_units->item(row)->data(Qt::UserRole).toString()));
    }
    return units;
}

void SplitDialog::tell()
{
    const std::size_t ticked = apart().size(), all = static_cast<std::size_t>(m_units->count());
    m_accept->setEnabled(ticked > 0 && ticked < all);
    m_words->setText(ticked == all ? tr("All of them would leave nothing behind.") : tr("%1 apart, %2 stay together.").arg(countText(ticked), countText(all - ticked)));
}

WaveDialog::WaveDialog(const QString& what, int wave, int last, QWidget* parent)
    : QDialog(parent)
    , m_wave(new QComboBox)
{
    QVBoxLayout* column = frameOf(this, tr("Move %1").arg(what), {});
    m_wave->setAccessibleName(tr("Wave"));
    for (int at = 1; at <= last + 1; ++at)
        m_wave->addItem(at > last ? tr("Wave %1, a new one").arg(at) : at == wave ? tr("Wave %1, as now").arg(at) : tr("Wave %1").arg(at), at);
    m_wave->setCurrentIndex(std::max(0, m_wave->findData(wave)));
    column->addWidget(m_wave);
    addButtons(this, column, tr("Move"));
}

int WaveDialog::wave() const { return m_wave->currentData().toInt(); }

} // namespace ferroscope::ui
