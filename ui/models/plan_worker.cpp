// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plan_worker.h"

namespace ferroscope::ui {

PlanWorker::PlanWorker(QObject* parent)
    : QObject(parent)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

PlanWorker::~PlanWorker()
{
    stop();
    m_thread.request_stop(); // wakes it; joined by the destructor of the thread
}

void PlanWorker::ask(PlanQuestion question)
{
    m_busy = true;
    {
        const std::lock_guard lock(m_mutex);
        m_running.request_stop();
        m_waiting.emplace(++m_number, std::move(question));
    }
    m_wake.notify_one();
}

void PlanWorker::stop()
{
    ++m_number;
    m_busy = false;
    const std::lock_guard lock(m_mutex);
    m_running.request_stop();
    m_waiting.reset();
}

void PlanWorker::run(const std::stop_token& stop)
{
    for (;;) {
        std::pair<std::uint64_t, PlanQuestion> asked;
        std::stop_token isOutdated;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); }))
                return;
            asked = std::move(*m_waiting);
            m_waiting.reset();
            m_running = std::stop_source();
            isOutdated = m_running.get_token();
        }
        const PlanQuestion& question = asked.second;
        PlanAnswer answer;
        answer.assessment = question.known ? question.known : question.whatIf->assess(question.settings, question.cut, question.last, isOutdated);
        if (!answer.assessment || isOutdated.stop_requested())
            continue;
        if (question.withProblem)
            answer.problem = std::make_shared<const roadmap::PlanInput>(question.whatIf->problem(question.settings));
        answer.settings = question.settings;
        answer.cut = question.cut;
        QMetaObject::invokeMethod(this, [this, number = asked.first, answer = std::move(answer)] { deliver(number, answer); }, Qt::QueuedConnection);
    }
}

void PlanWorker::deliver(std::uint64_t number, const PlanAnswer& answer)
{
    if (number != m_number)
        return;
    m_busy = false;
    Q_EMIT answered(answer);
}

} // namespace ferroscope::ui
