// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The name under which figures group a module: its context, else its package.
#pragma once

#include "core/assessment/assessment.h"
#include <QString>
#include <string>
#include <unordered_map>

namespace ferroscope::render {

class GroupNames {
public:
    explicit GroupNames(const Assessment& assessment);
    QString of(const AssessedModule& module) const;

private:
    std::unordered_map<std::string, QString> m_contexts; // by id
};
// The module with the most interpreted time among those of the candidate; nullptr if none is known.
const AssessedModule* leadModule(const Assessment& assessment, const Candidate& candidate);
// Ease of a candidate: mean of its modules weighted by interpreted time.
Range easeOf(const Assessment& assessment, const Candidate& candidate);
Range readinessOf(const Assessment& assessment, const Candidate& candidate);
HeatSource heatSource(const Assessment& assessment); // the best any judged module has

} // namespace ferroscope::render
