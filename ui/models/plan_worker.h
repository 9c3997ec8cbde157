// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// PlanWorker: asks WhatIf on a thread of its own and tells the answer on the thread that owns the worker. There is
// one question at a time and the latest wins: a newer one stops the running one and takes the place of one that still
// waits, and what an outdated one answers all the same is dropped by its number. The thread lives as long as the
// worker and is joined by it; questions and answers never own it.
#pragma once

#include "core/analysis/what_if.h"
#include <QObject>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace ferroscope::ui {

struct PlanQuestion {
    std::shared_ptr<const analysis::WhatIf> whatIf;
    settings::Settings settings;
    analysis::Cut cut = analysis::Cut::Kept;
    AssessmentPtr last; // see WhatIf::assess
    bool withProblem = false;
    AssessmentPtr known; // under these settings: only the problem is asked for
};

struct PlanAnswer {
    AssessmentPtr assessment; // never null
    std::shared_ptr<const roadmap::PlanInput> problem; // null unless asked for
    settings::Settings settings;
    analysis::Cut cut = analysis::Cut::Kept;
};

class PlanWorker final : public QObject {
    Q_OBJECT
public:
    explicit PlanWorker(QObject* parent = nullptr);
    ~PlanWorker() override; // stops and waits

    void ask(PlanQuestion question);
    void stop(); // nothing is answered that was asked before
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void answered(const ferroscope::ui::PlanAnswer& answer);

private:
    void run(const std::stop_token& stop);
    void deliver(std::uint64_t number, const PlanAnswer& answer);
    std::uint64_t m_number = 0; // of the latest question; only the owner's thread
    bool m_busy = false;
    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    std::optional<std::pair<std::uint64_t, PlanQuestion>> m_waiting;
    std::stop_source m_running; // of the question that is being answered
    std::jthread m_thread; // last: starts when everything above is there
};

} // namespace ferroscope::ui
