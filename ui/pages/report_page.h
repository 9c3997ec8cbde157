// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Report: what is handed on. Whose report it is, what it holds, how it will print, and the files it becomes.
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/report_composer.h"
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;

namespace ferroscope::ui {

class PagesPreview;

class ReportPage final : public Page {
    Q_OBJECT
public:
    explicit ReportPage(const PageContext& context, QWidget* parent = nullptr);
    render::PdfOptions options() const;
    void exportPdf() { exportAs(ReportComposer::Kind::Pdf); }

protected:
    void fill() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSections();
    QWidget* makeCover();
    QWidget* makeExport();
    QLineEdit* makeField(QVBoxLayout* column, const QString& title, const QString& placeholder, const QString& key);
    void chooseLogo();
    void setLogo(const QString& file);
    void changed(); // an option: the layout is made again, a moment later
    void compose();
    void exportAs(ReportComposer::Kind kind);
    QString suggestedName(const QString& suffix) const;

    ReportComposer m_composer;
    QTimer m_delay;
    bool m_stale = true; // the layout shown is not of these options
    std::string m_shownRoot; // folder the preview is of
    QListWidget* m_sections;
    Card* m_sectionsCard;
    QLineEdit *m_client, *m_author, *m_title, *m_date;
    QComboBox* m_confidentiality;
    Label* m_logoName;
    QPushButton *m_logoRemove, *m_pdf;
    std::vector<QPushButton*> m_others;
    QCheckBox *m_withoutCode, *m_attach;
    QByteArray m_logo;
    QString m_logoFile;
    PagesPreview* m_preview;
    std::vector<int> m_firstPages; // of the sections
};

} // namespace ferroscope::ui
