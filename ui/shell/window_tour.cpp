// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour of the window: by itself the first time the sample is opened, later from the help menu and the palette.
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/pages_preview.h"

#include <QDir>
#include <QLayout>
#include <QSettings>
#include <QStackedWidget>

namespace ferroscope::ui {

namespace {

const QString kSeenKey = QStringLiteral("window/tourSeen");

// What a page is about: its largest figure, or the whole page.
QWidget* heartOf(Page* page)
{
    QWidget* heart = nullptr;
    const auto larger = [&](QWidget* one) {
        if (one->isVisible() && (!heart || one->width() * one->height() > heart->width() * heart->height()))
            heart = one;
    };
    for (FigureView* figure : page->findChildren<FigureView*>())
        larger(figure);
    for (PagesPreview* preview : page->findChildren<PagesPreview*>())
        larger(preview);
    return heart ? heart : page;
}

} // namespace

void MainWindow::startTour()
{
    if (!m_session.assessment()) {
        // Nothing to show it on: the sample, and the tour once it is there.
        m_tourWanted = true;
        if (m_session.state() == Session::State::Empty && !m_sample.isEmpty())
            openFolder(m_sample);
        return;
    }
    m_tourWanted = false;
    if (!m_tour) {
        m_tour = new Tour(this);
        connect(m_tour, &Tour::ended, this, [this] {
            if (m_settings)
                m_settings->setValue(kSeenKey, true);
        });
    }
    const auto at = [this](const char* id) {
        return [this, id]() -> QWidget* {
            Page* wanted = page(QString::fromLatin1(id));
            if (wanted->id() == QLatin1String("module") && m_session.selection()->module().isEmpty())
                m_session.selection()->setModule(readiest());
            showPage(wanted->id());
            wanted->ensurePolished();
            m_stack->layout()->activate();
            return heartOf(wanted);
        };
    };
    m_tour->start({
        { tr("The answer"), tr("The sentence on top says whether anything is worth moving. Each mark is a module: further up a move gains more, further right it is easier. What lies in the tinted corner is worth it."), at("overview") },
        { tr("Where it is"), tr("Every file as a tile. Size and colour are yours to choose above; the legend counts. Click a tile and every page shows that module."), at("map") },
        { tr("Why this score"), tr("Nine questions add up to value and ease. Click a row to read what it asks; the findings beside it lead to their lines."), at("module") },
        { tr("What the cut costs"), tr("Every call over the boundary has a price. Tick units in or out and watch what remains; the best cut is marked."), at("boundary") },
        { tr("In what order"), tr("Waves that respect what depends on what, with effort and gain as ranges. Below, what is saved by when."), at("roadmap") },
        { tr("What you hand on"), tr("Choose the sections and whose name is on them; this is how it prints. F1 explains what has the focus, wherever you are."), at("report") },
    });
}

QString MainWindow::readiest() const
{
    const AssessedModule* best = nullptr;
    for (const AssessedModule& one : m_session.assessment()->modules) {
        if (one.judged() && (!best || one.readiness.likely > best->readiness.likely))
            best = &one;
    }
    return best ? QString::fromStdString(best->path) : QString();
}

// After an assessment came: the tour somebody waits for, or the one of the first time.
void MainWindow::tourIfWanted()
{
    if (!m_session.assessment() || (m_tour && m_tour->running()))
        return;
    const bool sample = !m_sample.isEmpty() && m_session.folder() == QDir::toNativeSeparators(QDir(m_sample).absolutePath());
    if (m_tourWanted || (sample && m_settings && !m_settings->value(kSeenKey, false).toBool()))
        startTour();
}

bool MainWindow::endTour()
{
    if (!m_tour || !m_tour->running())
        return false;
    m_tour->end();
    return true;
}

} // namespace ferroscope::ui
