// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// StatePage: nothing to show: what happened, what it means, what to do. Left-aligned, no illustration.
#pragma once

#include "core/base/result.h"
#include "ui/widgets/controls.h"

namespace ferroscope::ui {

struct StateText {
    QString fact, meaning;
};
// What an analysis that could not be done says to people.
StateText errorText(const Error& error, const QString& folder);

class StatePage final : public QWidget {
    Q_OBJECT
public:
    explicit StatePage(QWidget* parent = nullptr);
    void showText(const StateText& text, bool canRetry);
    QString fact() const { return m_fact->text(); }

Q_SIGNALS:
    void openWanted();
    void retryWanted();
    void closeWanted();

private:
    Label *m_fact, *m_meaning;
    QPushButton *m_open, *m_retry, *m_close;
};

} // namespace ferroscope::ui
