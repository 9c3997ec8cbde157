// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Heat: where does the time go? The split of the run, the flame chart, the hotspots with measured above estimated, and
// the profile it rests on; a profile is imported here, dropped or chosen.
#pragma once

#include "ui/models/hotspots_model.h"
#include "ui/pages/page.h"
#include "ui/widgets/figure_view.h"
#include "ui/widgets/small_figures.h"

class QScrollArea;

namespace ferroscope::ui {

class FileDropZone;
class FlameView;
class RunSplitView;

class HeatPage final : public Page {
    Q_OBJECT
public:
    explicit HeatPage(const PageContext& context, QWidget* parent = nullptr);
    bool handleEscape() override;
    FlameView* flame() const { return m_flame; }
    DataTable* hotspots() const { return m_table; }

protected:
    void fill() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeFlame();
    QWidget* makeStrip();
    QWidget* makeHotspots();
    QWidget* makeProfile();
    void fillFlame();
    void showFrame(int frame);
    void showProfile();
    void openFrame();
    HotspotsModel m_hotspots;
    FramesModel m_frames;
    RunSplitView* m_split;
    FlameView* m_flame;
    QScrollArea* m_scroll;
    FigureCard* m_flameCard;
    Card *m_hotspotsCard, *m_profileCard;
    DataTable *m_table, *m_frameTable;
    Segmented* m_by;
    QWidget* m_strip;
    Label *m_name, *m_in, *m_own, *m_total;
    VerdictGlyph* m_glyph;
    QPushButton *m_module, *m_open, *m_zoomIn, *m_zoomOut, *m_remove;
    Notice* m_problem;
    Label *m_matched, *m_text;
    FileDropZone* m_drop;
    bool m_flameStale = true; // made when somebody looks
};

} // namespace ferroscope::ui
