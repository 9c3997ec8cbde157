// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sections of the Markdown document; only markdown.cpp calls them.
#pragma once

#include "core/assessment/assessment.h"
#include <string>

namespace ferroscope::report {

void addShortList(std::string& out, const Assessment& assessment);
void addRoadmap(std::string& out, const Assessment& assessment);
void addRisks(std::string& out, const Assessment& assessment);
void addMoney(std::string& out, const Assessment& assessment);
void addContexts(std::string& out, const Assessment& assessment);
void addCycles(std::string& out, const Assessment& assessment);
void addLeftInPython(std::string& out, const Assessment& assessment);
void addModules(std::string& out, const Assessment& assessment);

} // namespace ferroscope::report
