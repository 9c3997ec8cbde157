// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start_page.h"

#include "ui/models/headlines.h"
#include "ui/models/text.h"
#include "ui/render/marks.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/small_figures.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace ferroscope::ui {

namespace {

// The mark of the program: a square taken out of a square.
class Emblem final : public QWidget {
public:
    Emblem() { setFixedSize(40, 40); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(theme.text, 3);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        QPainterPath path;
        path.moveTo(2, 12);
        path.lineTo(20, 12);
        path.lineTo(20, 20);
        path.lineTo(28, 20);
        path.lineTo(28, 38);
        path.lineTo(2, 38);
        path.closeSubpath();
        painter.drawPath(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.move);
        painter.drawRoundedRect(QRectF(23, 1, 16, 16), 1.5, 1.5);
    }
};

class DropZone final : public QWidget {
public:
    explicit DropZone(QPushButton* open)
    {
        setFixedSize(400, 228);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(20, 34, 20, 20);
        column->setSpacing(3);
        column->addWidget(new IconLabel(QStringLiteral("folder"), 36, Tone::Accent), 0, Qt::AlignHCenter);
        auto* title = new Label(StartPage::tr("Drop a Python folder here"), TextRole::Heading);
        QFont font = title->font();
        font.setPixelSize(15);
        title->setFont(font);
        column->addSpacing(8);
        column->addWidget(title, 0, Qt::AlignHCenter);
        column->addWidget(new Label(StartPage::tr("or a git repository; nothing else is needed"), TextRole::Table, Tone::Text2), 0, Qt::AlignHCenter);
        column->addSpacing(14);
        open->setFixedHeight(34);
        column->addWidget(open, 0, Qt::AlignHCenter);
        column->addSpacing(9);
        column->addWidget(new Keycap(QStringLiteral("Ctrl O")), 0, Qt::AlignHCenter);
        column->addStretch();
    }
    void setDropping(bool dropping)
    {
        m_dropping = dropping;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(m_dropping ? theme.accent : theme.lineStrong, m_dropping ? 2 : 1.5);
        if (!m_dropping)
            pen.setDashPattern({ 4, 3.3 });
        painter.setPen(pen);
        painter.setBrush(m_dropping ? theme.accentSoft : theme.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
    }

private:
    bool m_dropping = false;
};

class RecentRow final : public QAbstractButton {
public:
    explicit RecentRow(const RecentProject& project)
        : m_project(project)
    {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setFixedHeight(92);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(StartPage::tr("Open %1").arg(project.name));
        setAccessibleDescription(StartPage::tr("%1, readiness %2, analysed %3, %4. %5")
                                     .arg(project.shownFolder, score(project.readiness.likely), project.date, verdictLine(project.verdicts), verdictStripText(project.verdicts)));
        setToolTip(project.exists ? project.folder : StartPage::tr("%1 is no longer there").arg(project.folder));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = themeOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || hasFocus()) {
            painter.fillRect(QRect(1, 0, width() - 2, height()), theme.accentSoft);
            painter.fillRect(QRect(1, 0, 3, height()), theme.accent);
        }
        painter.fillRect(QRect(1, height() - 1, width() - 2, 1), theme.line);
        const double middle = height() / 2.0;
        const QColor ink = m_project.exists ? theme.text : theme.text3;
        QFont name = theme.font(TextRole::Heading);
        name.setPixelSize(14);
        const double stripLeft = std::max(240.0, width() * 0.385), dateLeft = width() - 110, figureLeft = dateLeft - 90;
        render::drawText(painter, QRectF(20, middle - 20, stripLeft - 30, 20), Qt::AlignLeft | Qt::AlignVCenter, m_project.name, name, ink, Qt::ElideMiddle);
        QFont path = theme.font(TextRole::Code);
        path.setPixelSize(11);
        render::drawText(painter, QRectF(20, middle + 2, stripLeft - 30, 16), Qt::AlignLeft | Qt::AlignVCenter, m_project.shownFolder, path, theme.text3, Qt::ElideMiddle);
        const double stripWide = figureLeft - stripLeft - 30;
        render::drawText(painter, QRectF(stripLeft, middle - 18, figureLeft + 18 - stripLeft, 18), Qt::AlignLeft | Qt::AlignVCenter, verdictLine(m_project.verdicts), theme.font(TextRole::Table), theme.text2);
        drawVerdictStrip(painter, QRectF(stripLeft, middle + 6, stripWide, 10), m_project.verdicts, theme);
        render::drawText(painter, QRectF(figureLeft, middle - 20, 64, 24), Qt::AlignRight | Qt::AlignVCenter, score(m_project.readiness.likely), theme.font(TextRole::Figure), ink);
        render::drawText(painter, QRectF(figureLeft, middle + 4, 64, 14), Qt::AlignRight | Qt::AlignVCenter, rangeText(m_project.readiness), theme.font(TextRole::Caption), theme.text3);
        render::drawText(painter, QRectF(dateLeft, middle - 9, 90, 18), Qt::AlignRight | Qt::AlignVCenter, m_project.date, theme.font(TextRole::Table), theme.text2);
        if (hasFocus())
            drawFocusRing(&painter, QRectF(rect()).adjusted(4, 2, -3, -4), theme.radiusTile, theme);
    }

private:
    RecentProject m_project;
};

} // namespace

StartPage::StartPage(bool withSample, QWidget* parent)
    : QWidget(parent)
    , m_card(new Card(tr("Recent projects")))
    , m_rows(new QVBoxLayout)
{
    setAccessibleName(tr("Start"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(72, 48, 72, 32);
    row->setSpacing(72);
    row->addStretch(1);
    row->addWidget(makeLeft(withSample), 0, Qt::AlignTop);
    m_card->setMinimumWidth(480);
    m_card->setMaximumWidth(760);
    m_card->header()->setContentsMargins(20, 0, 20, 0);
    auto* readiness = caption(tr("Readiness"));
    readiness->setFixedWidth(64);
    readiness->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* date = caption(tr("Analysed"));
    date->setFixedWidth(108);
    date->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_card->addAction(readiness);
    m_card->addAction(date);
    m_card->setHeaderLine(true);
    m_rows->setSpacing(0);
    m_card->body()->addLayout(m_rows);
    row->addWidget(m_card, 20, Qt::AlignTop);
    m_card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    row->addStretch(1);
    setRecent({});
}

QWidget* StartPage::makeLeft(bool withSample)
{
    auto* left = new QWidget;
    left->setFixedWidth(400);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Emblem);
    column->addSpacing(20);
    auto* title = new Label(tr("Which Python is worth moving to Rust?"), TextRole::Answer);
    title->setWordWrap(true);
    column->addWidget(title);
    column->addSpacing(8);
    auto* words = new Label(tr("Open a repository and get a verdict for every module, with the evidence. Very often the answer is to leave it."), TextRole::Body, Tone::Text2);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addSpacing(20);
    auto* open = makeButton(tr("Open folder…"), Look::Primary);
    open->setToolTip(tr("Open a folder with Python (Ctrl+O)"));
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    auto* zone = new DropZone(open);
    m_zone = zone;
    column->addWidget(zone);
    column->addSpacing(18);
    if (withSample) {
        auto* sample = makeButton(tr("Sample project: every kind of verdict"), Look::Link, QStringLiteral("sample"));
        connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
        column->addWidget(sample);
        column->addSpacing(24);
    }
    for (const auto& [icon, promise] : { std::pair { "lock", tr("Works offline. Nothing leaves this computer.") },
             std::pair { "file", tr("Code is read, never executed or imported.") },
             std::pair { "folder", tr("Nothing is written inside the repository.") } }) {
        auto* line = new QHBoxLayout;
        line->setSpacing(6);
        line->setContentsMargins(0, 5, 0, 6);
        line->addWidget(new IconLabel(QString::fromLatin1(icon), 16, Tone::Text2));
        line->addWidget(new Label(promise, TextRole::Table, Tone::Text2), 1);
        column->addLayout(line);
    }
    return left;
}

void StartPage::setRecent(const std::vector<RecentProject>& projects)
{
    clearLayout(m_rows);
    if (projects.empty()) {
        auto* none = new Label(tr("No project has been analysed yet. The ones you open are listed here, with their readiness and the date."), TextRole::Body, Tone::Text2);
        none->setWordWrap(true);
        none->setContentsMargins(20, 20, 20, 20);
        m_rows->addWidget(none);
    }
    for (const RecentProject& project : projects) {
        auto* row = new RecentRow(project);
        connect(row, &QAbstractButton::clicked, this, [this, folder = project.folder] { Q_EMIT folderChosen(folder); });
        row->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(row, &QWidget::customContextMenuRequested, this, [this, row, folder = project.folder](const QPoint& at) {
            QMenu menu;
            menu.addAction(tr("Open"), this, [this, folder] { Q_EMIT folderChosen(folder); });
            menu.addAction(tr("Remove from this list"), this, [this, folder] { Q_EMIT forgetWanted(folder); });
            menu.exec(row->mapToGlobal(at));
        });
        m_rows->addWidget(row);
    }
}

void StartPage::setDropping(bool dropping) { static_cast<DropZone*>(m_zone)->setDropping(dropping); }

} // namespace ferroscope::ui
