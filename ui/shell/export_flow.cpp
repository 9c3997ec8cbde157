// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_flow.h"

#include "ui/models/text.h"
#include "ui/shell/save_problem_dialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <cerrno>

namespace ferroscope::ui {

namespace {

struct Saving {
    Q_DECLARE_TR_FUNCTIONS(Saving)
};

SaveProblem problemOf(const QString& path, const QString& detail, qint64 needed)
{
    SaveProblem problem { SaveProblem::Kind::Other, path, detail, needed, -1 };
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo storage(folder);
    if (storage.isValid())
        problem.available = storage.bytesAvailable();
    // What the system said comes first: a quota is full while the disk is not.
    if (detail.contains(qt_error_string(ENOSPC)) || detail.contains(qt_error_string(EDQUOT)))
        problem.kind = SaveProblem::Kind::DiskFull;
    else if (!QFileInfo(folder).isDir() || !QFileInfo(folder).isWritable() || QFileInfo(path).isDir())
        problem.kind = SaveProblem::Kind::NotWritable;
    else if (problem.available >= 0 && problem.available < std::max<qint64>(needed, 64 * 1024))
        problem.kind = SaveProblem::Kind::DiskFull;
    return problem;
}

} // namespace

SaveProblemText describe(const SaveProblem& problem, const QString& what)
{
    const QFileInfo old(problem.path);
    const QString survivor = old.isFile()
        ? Saving::tr("The file from %1 is untouched, and nothing half written was left.").arg(numberLocale().toString(old.lastModified().date(), Saving::tr("d MMMM", "date")))
        : Saving::tr("Nothing half written was left.");
    const QLocale locale = numberLocale();
    switch (problem.kind) {
    case SaveProblem::Kind::DiskFull:
        return { Saving::tr("%1 was not saved: the disk is full.").arg(what),
            (problem.needed > 0 ? Saving::tr("It needs %1; %2 are free.").arg(locale.formattedDataSize(problem.needed), locale.formattedDataSize(problem.available))
                                : Saving::tr("%1 are free.").arg(locale.formattedDataSize(problem.available)))
                + QLatin1Char(' ') + survivor };
    case SaveProblem::Kind::NotWritable:
        return { Saving::tr("%1 was not saved: the folder cannot be written to.").arg(what),
            Saving::tr("%1 does not take new files. %2 Choose a folder of your own.").arg(old.absolutePath(), survivor) };
    case SaveProblem::Kind::Other:
        break;
    }
    return { Saving::tr("%1 was not saved.").arg(what), Saving::tr("The system says: %1. %2").arg(problem.detail, survivor) };
}

std::optional<SaveProblem> saveBytes(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return std::nullopt;
    return problemOf(path, file.errorString(), content.size());
}

std::optional<SaveProblem> saveThrough(const QString& path, const std::function<Result<void>(const QString&)>& write)
{
    // Beside the target: a rename never crosses a file system.
    const QString temporary = path + QStringLiteral(".%1.part").arg(QCoreApplication::applicationPid());
    const Result<void> written = write(temporary);
    if (!written) {
        const SaveProblem problem = problemOf(path, qs(written.error().detail), QFileInfo(temporary).size());
        QFile::remove(temporary);
        return problem;
    }
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) == 0)
        return std::nullopt;
    const SaveProblem problem = problemOf(path, qt_error_string(), QFileInfo(temporary).size());
    QFile::remove(temporary);
    return problem;
}

SaveResult saveWithDialog(QWidget* parent, const QString& what, const QString& suggestedName, const QString& filter, const QByteArray& content)
{
    QString path = QFileDialog::getSaveFileName(parent, Saving::tr("Save"), suggestedName, filter);
    while (!path.isEmpty()) {
        const auto problem = saveBytes(path, content);
        if (!problem)
            return { path };
        switch (askAboutProblem(parent, *problem, what)) {
        case SaveChoice::Cancel: return {};
        case SaveChoice::TryAgain: break;
        case SaveChoice::Elsewhere: path = QFileDialog::getSaveFileName(parent, Saving::tr("Save"), suggestedName, filter); break;
        }
    }
    return {};
}

SaveChoice askAboutProblem(QWidget* parent, const SaveProblem& problem, const QString& what)
{
    SaveProblemDialog dialog(describe(problem, what), parent);
    dialog.exec();
    return dialog.choice();
}

} // namespace ferroscope::ui
