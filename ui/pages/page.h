// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Page: what all pages share. It opens with its answer as a sentence; while an analysis runs and nothing is
// known yet it shows its frame and "Counting…". Pages are given data by the shell and ask for things by signals.
#pragma once

#include "core/base/file_system.h"
#include "ui/models/headlines.h"
#include "ui/models/plan_edits.h"
#include "ui/models/profile_choice.h"
#include "ui/models/reading_state.h"
#include "ui/models/selection.h"
#include "ui/widgets/controls.h"
#include <QVariantMap>
#include <QWidget>

class QSettings;
class QStackedLayout;
class QVBoxLayout;

namespace ferroscope::ui {

// What a page may look at besides the assessment. Everything may be empty in tests.
struct PageContext {
    Selection* selection = nullptr; // shared by all pages, outlives them
    QSettings* settings = nullptr; // for what a page remembers (columns, metrics); may be null
    std::shared_ptr<const FileSystem> files; // to read source files of the analysed folder
    ProfileChoice* profiles = nullptr; // what heat is measured by; outlives the pages
    PlanEdits* plan = nullptr; // settings of the project and how to change them; outlives the pages
};

struct ProjectPlace {
    std::string root; // folder that was analysed, raw bytes
    std::int64_t analysedAt = 0; // nanoseconds since the epoch
};

// A file a page has made; the shell asks where it goes and says what went wrong.
struct SaveRequest {
    QString what; // "The report", for sentences
    QString suggestedName, filter;
    QByteArray content;
};

class Page : public QWidget {
    Q_OBJECT
public:
    Page(const QString& id, const QString& title, const QString& icon, const PageContext& context, QWidget* parent = nullptr);

    const QString& id() const { return m_id; } // "overview": in settings, history and the palette
    const QString& title() const { return m_title; }
    const QString& icon() const { return m_icon; }
    // Empty pointer: nothing is known yet.
    void setAssessment(AssessmentPtr assessment, const ProjectPlace& place);
    virtual void setReading(const ReadingState& state);
    virtual QWidget* filterField() const { return nullptr; } // what Ctrl+F goes to
    virtual bool handleEscape() { return false; } // true if something was closed or cleared
    QString headline() const;
    // What a person has arranged here, for the next start (ui/widgets/view_state.h); a page adds what only it knows.
    virtual QVariantMap viewState() const;
    virtual void setViewState(const QVariantMap& state); // only once the page is filled

Q_SIGNALS:
    void pageWanted(const QString& id);
    void moduleWanted(const QString& path, int line); // open the Module page
    void saveWanted(const ferroscope::ui::SaveRequest& request);
    void reanalysisWanted();
    void settingsWanted(const QString& section); // of the settings: "team", "weights", ...

protected:
    bool event(QEvent* event) override; // takes the SaveEvents of its figures and tables
    virtual void fill() = 0; // m_assessment has changed and is not null
    void setHeadline(const Headline& headline);
    QVBoxLayout* content() const { return m_content; } // below the headline
    QHBoxLayout* headRow() const { return m_headRow; } // right of the headline, for figures
    void addHeadWidget(QWidget* widget); // below the headline's second line
    void setBigHeadline(bool big); // the size of the Overview's answer
    // "Counted so far" beside the waiting frame, for the page that shows it.
    void setCounted(const std::vector<std::pair<QString, QString>>& figures);
    Label* belowLabel() const { return m_below; }
    AssessmentPtr m_assessment;
    ProjectPlace m_place;
    PageContext m_context;

private:
    QString m_id, m_title, m_icon;
    QWidget* m_body; // what is shown once something is known
    Label *m_headline, *m_below;
    QHBoxLayout* m_headRow;
    QVBoxLayout* m_content;
    QStackedLayout* m_stack;
    Label* m_pendingTitle;
    Label* m_pendingText;
    Card* m_counted;
    std::vector<Label*> m_countedFigures;
};

} // namespace ferroscope::ui
