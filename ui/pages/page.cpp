// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/models/text.h"
#include "ui/widgets/save_event.h"
#include "ui/widgets/view_keeper.h"
#include "ui/widgets/view_state.h"

#include <QScrollArea>
#include <QStackedLayout>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

// Large windows give their room to the page, small ones scroll. QScrollArea's own resizing would ask for the
// height that wrapped text prefers; the page is laid out down to the height it needs.
class PageScroll final : public QScrollArea {
public:
    PageScroll(QWidget* body, const QString& name)
    {
        setFrameShape(NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setAccessibleName(name);
        setWidget(body);
        body->installEventFilter(this);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            fit();
        return QScrollArea::eventFilter(watched, event);
    }

private:
    void fit()
    {
        QLayout* layout = widget()->layout();
        const int width = std::max(viewport()->width(), layout->totalMinimumSize().width());
        const int least = layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width) : layout->totalMinimumSize().height();
        widget()->resize(width, std::max(viewport()->height(), least));
    }
};

// A widget that is added to a visible parent is shown at the next turn, each by itself, and each lays the whole page out
// again. Here all of them are shown while the page's layout sleeps, so it is laid out once.
void showNewParts(QWidget* body)
{
    body->layout()->setEnabled(false);
    for (QWidget* one : body->findChildren<QWidget*>()) {
        if (one->isHidden() && !one->testAttribute(Qt::WA_WState_ExplicitShowHide) && !one->isWindow())
            one->show();
    }
    body->layout()->setEnabled(true);
    body->layout()->activate();
}

} // namespace

Page::Page(const QString& id, const QString& title, const QString& icon, const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(id)
    , m_title(title)
    , m_icon(icon)
    , m_headline(new Label({}, TextRole::Page))
    , m_below(new Label({}, TextRole::Body, Tone::Text2))
    , m_stack(new QStackedLayout)
    , m_pendingTitle(new Label({}, TextRole::Page))
    , m_pendingText(new Label(tr("Counting…"), TextRole::Body, Tone::Text3))
{
    setAccessibleName(title);
    m_stack->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_stack);

    const Theme& theme = Theme::light();
    const auto marginX = static_cast<int>(theme.pageMarginX), marginY = static_cast<int>(theme.pageMarginY);
    m_body = new QWidget;
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(marginX, marginY, marginX, marginY);
    column->setSpacing(0);
    m_headRow = new QHBoxLayout;
    m_headRow->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    m_headline->setWordWrap(true);
    m_below->setElide(Qt::ElideRight);
    words->addWidget(m_headline);
    words->addWidget(m_below);
    m_headRow->addLayout(words, 1);
    column->addLayout(m_headRow);
    m_content = new QVBoxLayout;
    m_content->setSpacing(static_cast<int>(theme.gutter));
    m_content->setContentsMargins(0, 12, 0, 0);
    column->addLayout(m_content, 1);

    m_stack->addWidget(new PageScroll(m_body, title));

    auto* pending = new QWidget;
    auto* waiting = new QVBoxLayout(pending);
    waiting->setContentsMargins(marginX, marginY, marginX, marginY);
    waiting->setSpacing(8);
    m_pendingTitle->setWordWrap(true);
    waiting->addWidget(m_pendingTitle);
    auto* frame = new Card(title);
    m_pendingText->setContentsMargins(14, 24, 14, 24);
    frame->body()->addWidget(m_pendingText);
    frame->body()->addStretch();
    waiting->addSpacing(8);
    auto* frames = new QHBoxLayout;
    frames->setSpacing(12);
    m_counted = new Card(tr("Counted so far"));
    m_counted->hide();
    frames->addWidget(m_counted, 2, Qt::AlignTop);
    frames->addWidget(frame, 3);
    waiting->addLayout(frames, 1);
    m_stack->addWidget(pending);
    m_stack->setCurrentIndex(1);
}

void Page::setAssessment(AssessmentPtr assessment, const ProjectPlace& place)
{
    // The same folder again: what one has arranged stays.
    std::optional<ViewKeeper> kept;
    if (m_assessment && assessment && place.root == m_place.root)
        kept.emplace(this);
    m_assessment = std::move(assessment);
    m_place = place;
    m_stack->setCurrentIndex(m_assessment ? 0 : 1);
    if (m_assessment) {
        fill();
        showNewParts(m_body);
    }
    if (kept)
        kept->giveBack();
}

bool Page::event(QEvent* event)
{
    if (event->type() != SaveEvent::eventType())
        return QWidget::event(event);
    const auto& wanted = static_cast<const SaveEvent&>(*event);
    event->accept();
    Q_EMIT saveWanted({ wanted.what, wanted.suggestedName, wanted.filter, wanted.content });
    return true;
}

void Page::setReading(const ReadingState& state)
{
    if (m_assessment)
        return;
    if (state.read == 0)
        m_pendingTitle->setText(tr("Looking for Python files…"));
    else if (state.read < state.found)
        m_pendingTitle->setText(tr("%1 of %2 modules read, %3 to go.").arg(countText(state.read), countText(state.found), countText(state.found - state.read)));
    else
        m_pendingTitle->setText(tr("All %1 modules read; weighing them.").arg(countText(state.found)));
    m_pendingText->setText(tr("Counting… stage %1 of %2: %3").arg(QString::number(state.stage), QString::number(state.stages), state.stageName));
}

void Page::setCounted(const std::vector<std::pair<QString, QString>>& figures)
{
    if (m_countedFigures.empty()) {
        for (const auto& [name, value] : figures) {
            auto* row = new QHBoxLayout;
            row->setContentsMargins(14, 4, 14, 4);
            auto* figure = new Label({}, TextRole::Body);
            figure->setRole(TextRole::Body, true);
            row->addWidget(new Label(name, TextRole::Body, Tone::Text2), 1);
            row->addWidget(figure);
            m_counted->body()->addLayout(row);
            m_countedFigures.push_back(figure);
        }
        m_counted->body()->addStretch();
        m_counted->show();
    }
    for (std::size_t at = 0; at < figures.size(); ++at)
        m_countedFigures[at]->setText(figures[at].second);
}

QString Page::headline() const { return m_assessment ? m_headline->text() : m_pendingTitle->text(); }

void Page::setHeadline(const Headline& headline)
{
    m_headline->setText(headline.sentence);
    m_below->setText(headline.below);
    m_below->setToolTip(QString());
    m_below->setVisible(!headline.below.isEmpty());
}

QVariantMap Page::viewState() const { return viewStateOf(this); }

void Page::setViewState(const QVariantMap& state) { applyViewState(this, state); }

void Page::addHeadWidget(QWidget* widget) { m_content->insertWidget(0, widget); }

void Page::setBigHeadline(bool big) { m_headline->setRole(big ? TextRole::Answer : TextRole::Page); }

} // namespace ferroscope::ui
