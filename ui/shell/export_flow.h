// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Saving files that the user asked for: through a temporary file in the target's folder that is renamed when
// complete, so an old file survives every failure; and the dialog that says what went wrong and what to do.
#pragma once

#include "core/base/result.h"
#include <QByteArray>
#include <QString>
#include <functional>

class QWidget;

namespace ferroscope::ui {

struct SaveProblem {
    enum class Kind { DiskFull, NotWritable, Other };
    Kind kind = Kind::Other;
    QString path, detail;
    qint64 needed = 0, available = -1; // bytes; -1 = not known
};

// Text for people: "The report was not saved: the disk is full."
struct SaveProblemText {
    QString fact, meaning;
};
SaveProblemText describe(const SaveProblem& problem, const QString& what);

// Writes through temporary + rename. Nothing half written is left.
std::optional<SaveProblem> saveBytes(const QString& path, const QByteArray& content);
// The same for writers that want a path: `write` gets the path of the temporary file.
std::optional<SaveProblem> saveThrough(const QString& path, const std::function<Result<void>(const QString& temporary)>& write);

struct SaveResult {
    QString path; // "" if it was given up
};
// Asks where, saves, and on failure offers to try again or elsewhere.
SaveResult saveWithDialog(QWidget* parent, const QString& what, const QString& suggestedName, const QString& filter, const QByteArray& content);

enum class SaveChoice { Cancel, TryAgain, Elsewhere };
SaveChoice askAboutProblem(QWidget* parent, const SaveProblem& problem, const QString& what);

} // namespace ferroscope::ui
