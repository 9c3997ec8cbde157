// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/terms_form.h"

#include "ui/models/text.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>

namespace ferroscope::ui {

TermsForm::TermsForm(PlanEdits* plan, bool across, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_start(new DateField(tr("Start of the work")))
    , m_developers(new NumberField(tr("Developers, full-time"), tr("people"), 0.1, 1000, 0.5, 1))
    , m_focus(new NumberField(tr("Share of their time"), QStringLiteral("%"), 1, 100, 5, 0))
    , m_rampUp(new NumberField(tr("Ramp-up per developer without Rust"), tr("weeks"), 0, 104, 1, 0))
    , m_experience(new QComboBox)
{
    m_developers->setEmptyText(tr("not given"));
    m_focus->setEmptyText(tr("not given: 70 %"));
    m_rampUp->setEmptyText(tr("not given: 14 weeks"));
    m_experience->setAccessibleName(tr("Rust experience of the team"));
    for (const auto& [text, id] : { std::pair { tr("not given"), "" }, std::pair { tr("none"), "none" }, std::pair { tr("some"), "some" }, std::pair { tr("fluent"), "fluent" } })
        m_experience->addItem(text, QString::fromLatin1(id));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(across ? 16 : 12);
    grid->setVerticalSpacing(across ? 3 : 8);
    int at = 0;
    for (const auto& [text, field] : std::initializer_list<std::pair<QString, QWidget*>> { { tr("Start"), m_start }, { tr("Developers"), m_developers },
             { tr("Share of their time"), m_focus }, { tr("Rust experience"), m_experience }, { tr("Ramp-up"), m_rampUp } }) {
        auto* label = across ? caption(text) : new Label(text, TextRole::Table, Tone::Text2);
        if (auto* box = qobject_cast<QComboBox*>(field); box || across)
            field->setFixedWidth(across ? 148 : 160);
        else
            field->setFixedWidth(160);
        grid->addWidget(label, across ? 0 : at, across ? at : 0);
        grid->addWidget(field, across ? 1 : at, across ? at : 1);
        ++at;
    }
    grid->setColumnStretch(across ? at : 2, 1);
    connect(m_start, &DateField::isoDateChanged, this, [this](const QString& iso) {
        change(iso.isEmpty() ? tr("Start not given") : tr("Start on %1").arg(dateText(bytes(iso))), QStringLiteral("terms-start"),
            [](settings::Terms& terms, const TermsForm& form) { terms.start = bytes(form.m_start->isoDate()); });
    });
    connect(m_developers, &NumberField::numberChanged, this, [this](std::optional<double> count) {
        change(count ? tr("Plan for %1 developers").arg(ui::number(*count, *count < 10 ? 1 : 0)) : tr("Developers not given"), QStringLiteral("terms-developers"),
            [](settings::Terms& terms, const TermsForm& form) { terms.developers = form.m_developers->number(); });
    });
    connect(m_focus, &NumberField::numberChanged, this, [this] {
        change(tr("Share of the developers' time"), QStringLiteral("terms-focus"), [](settings::Terms& terms, const TermsForm& form) {
            const std::optional<double> share = form.m_focus->number();
            terms.focus = share ? std::optional(*share / 100) : std::nullopt;
        });
    });
    connect(m_rampUp, &NumberField::numberChanged, this, [this] {
        change(tr("Ramp-up of a developer"), QStringLiteral("terms-ramp"), [](settings::Terms& terms, const TermsForm& form) { terms.rampUpWeeks = form.m_rampUp->number(); });
    });
    connect(m_experience, &QComboBox::activated, this, [this] {
        change(tr("Rust experience: %1").arg(m_experience->currentText()), {}, [](settings::Terms& terms, const TermsForm& form) { terms.rustExperience = bytes(form.m_experience->currentData().toString()); });
    });
    setEnabled(plan != nullptr);
    if (plan)
        connect(plan, &PlanEdits::settingsChanged, this, &TermsForm::refresh);
    refresh();
}

void TermsForm::change(const QString& text, const QString& slider, void (*set)(settings::Terms& terms, const TermsForm& form))
{
    if (!m_plan)
        return;
    settings::Settings now = m_plan->settings();
    set(now.terms, *this);
    m_plan->change(text, std::move(now), slider);
}

void TermsForm::refresh()
{
    if (!m_plan)
        return;
    const settings::Terms& terms = m_plan->settings().terms;
    m_start->setIsoDate(qs(terms.start));
    m_developers->setNumber(terms.developers);
    m_focus->setNumber(terms.focus ? std::optional(*terms.focus * 100) : std::nullopt);
    m_rampUp->setNumber(terms.rampUpWeeks);
    m_experience->setCurrentIndex(std::max(0, m_experience->findData(qs(terms.rustExperience))));
}

QString termsSentence(const settings::Terms& terms)
{
    QStringList parts;
    if (terms.developers)
        parts << (*terms.developers == 1.0 ? TermsForm::tr("1 developer") : TermsForm::tr("%1 developers").arg(number(*terms.developers, *terms.developers == static_cast<int>(*terms.developers) ? 0 : 1)))
                + (terms.focus ? TermsForm::tr(" at %1").arg(percent(*terms.focus, 0)) : QString());
    if (!terms.start.empty())
        parts << TermsForm::tr("from %1").arg(dateText(terms.start));
    if (!terms.rustExperience.empty())
        parts << (terms.rustExperience == "none" ? TermsForm::tr("no Rust yet") : terms.rustExperience == "some" ? TermsForm::tr("some Rust") : TermsForm::tr("fluent in Rust"));
    return parts.join(QStringLiteral(", "));
}

} // namespace ferroscope::ui
