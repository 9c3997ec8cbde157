// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_panel.h"

#include "ui/render/fonts.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

constexpr std::size_t kMostRead = 100;

QString sheet(const Theme& theme)
{
    return QStringLiteral("body { color: %1; } h2 { font-size: 16px; font-weight: 600; margin: 0 0 2px 0; } h3 { font-size: 12px; font-weight: 600; margin: 14px 0 4px 0; }"
                          "p { margin: 0 0 8px 0; } .about { color: %2; margin-bottom: 10px; } a { color: %3; text-decoration: none; } ul { margin: 0 0 8px -22px; } li { margin-bottom: 3px; }"
                          "pre { font-family: \"%4\"; font-size: 12px; background-color: %5; margin: 0 0 8px 0; white-space: pre-wrap; }")
        .arg(theme.text.name(), theme.text3.name(), theme.accent.name(), render::monoFamily(), theme.sunken.name());
}

} // namespace

HelpPanel::HelpPanel(std::vector<HelpPage> pages, QWidget* parent)
    : QWidget(parent)
    , m_pages(std::move(pages))
    , m_field(new QLineEdit)
    , m_browser(new QTextBrowser)
    , m_back(makeIconButton(QStringLiteral("back"), tr("Back in the help"), tr("Back (Alt+←)")))
    , m_forward(makeIconButton(QStringLiteral("forward"), tr("Forward in the help"), tr("Forward (Alt+→)")))
{
    setAccessibleName(tr("Help"));
    setMinimumWidth(280);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(13, 12, 8, 8);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(heading(tr("Help")));
    row->addStretch();
    row->addWidget(m_back);
    row->addWidget(m_forward);
    auto* close = makeIconButton(QStringLiteral("close"), tr("Close the help"), tr("Close (Esc)"));
    row->addWidget(close);
    column->addLayout(row);
    m_field->setPlaceholderText(tr("Search rules, criteria, words"));
    m_field->setAccessibleName(tr("Search the help"));
    m_field->setClearButtonEnabled(true);
    column->addWidget(m_field);
    m_browser->setAccessibleName(tr("Text of the help"));
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenLinks(false);
    m_browser->viewport()->setAutoFillBackground(false);
    m_browser->document()->setDocumentMargin(2);
    column->addWidget(m_browser, 1);
    for (QWidget* part : { static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_browser) })
        part->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &HelpPanel::render);
    connect(m_browser, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { showTopic(url.toString()); });
    connect(m_back, &QToolButton::clicked, this, &HelpPanel::back);
    connect(m_forward, &QToolButton::clicked, this, &HelpPanel::forward);
    connect(close, &QToolButton::clicked, this, &HelpPanel::closeWanted);
}

HelpTopics& HelpPanel::topics()
{
    if (!m_topics)
        m_topics = std::make_unique<HelpTopics>(m_pages);
    return *m_topics;
}

const QString& HelpPanel::topic() const { return m_read[m_at]; }

QString HelpPanel::text() const { return m_browser->toPlainText(); }

void HelpPanel::showTopic(const QString& id)
{
    const QString known = topics().find(id) ? id : QString();
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
    }
    if (known != topic()) {
        m_read.resize(m_at + 1);
        m_read.push_back(known);
        if (m_read.size() > kMostRead)
            m_read.erase(m_read.begin());
        m_at = m_read.size() - 1;
    }
    render();
}

void HelpPanel::travel(int by)
{
    const auto to = static_cast<std::ptrdiff_t>(m_at) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_read.size()))
        return;
    m_at = static_cast<std::size_t>(to);
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    render();
}

QString HelpPanel::listHtml(const QString& wanted)
{
    const std::vector<const HelpTopic*> found = topics().search(wanted);
    if (found.empty())
        return QStringLiteral("<p>%1</p>").arg(tr("Nothing about “%1”.").arg(wanted).toHtmlEscaped());
    QString html;
    for (const HelpTopic::Kind kind : { HelpTopic::Kind::Page, HelpTopic::Kind::Word, HelpTopic::Kind::Criterion, HelpTopic::Kind::Verdict, HelpTopic::Kind::Rule }) {
        QString items;
        for (const HelpTopic* topic : found) {
            if (topic->kind == kind)
                items += QStringLiteral("<li><a href=\"%1\">%2</a></li>").arg(topic->id, topic->title.toHtmlEscaped());
        }
        if (!items.isEmpty())
            html += QStringLiteral("<h3>%1</h3><ul>%2</ul>").arg(helpKindName(kind).toHtmlEscaped(), items);
    }
    return html;
}

void HelpPanel::render()
{
    const QString wanted = m_field->text().trimmed();
    const HelpTopic* shown = wanted.isEmpty() ? topics().find(topic()) : nullptr;
    QString html = shown ? QStringLiteral("<h2>%1</h2><p class=\"about\">%2</p>%3").arg(shown->title.toHtmlEscaped(), shown->about, shown->body) : listHtml(wanted);
    if (shown)
        html += QStringLiteral("<p><a href=\"all\">%1</a></p>").arg(tr("Everything that is explained").toHtmlEscaped());
    m_browser->document()->setDefaultFont(themeOf(this).font(TextRole::Table));
    m_browser->document()->setDefaultStyleSheet(sheet(themeOf(this)));
    m_browser->setHtml(html);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_read.size());
}

bool HelpPanel::eventFilter(QObject* watched, QEvent* event)
{
    // The window's history has the same keys; here they mean what was read.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool away = key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right);
        if (away && event->type() == QEvent::KeyPress)
            travel(key->key() == Qt::Key_Left ? -1 : 1);
        if (away) {
            event->accept();
            return true;
        }
        const bool down = watched == m_field && event->type() == QEvent::KeyPress && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return);
        if (down) { // into what was found; Tab walks the links there
            m_browser->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HelpPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        QWidget::keyPressEvent(event);
}

void HelpPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_topics)
        render();
}

void HelpPanel::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, 0, 1, height()), theme.line);
}

} // namespace ferroscope::ui
