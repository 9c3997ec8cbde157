// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SourceLoader: reads one file of the analysed folder on a thread of its own, bounded; a newer request makes
// the answer of an older one void. Of a notebook it
// gives the code cells as one text, whose lines are those of the findings. Bytes that are not UTF-8 are shown as Latin-1, which loses none.
#pragma once

#include "core/base/file_system.h"
#include "ui/widgets/source_highlighter.h"
#include <QObject>
#include <QString>
#include <list>
#include <memory>
#include <thread>

namespace ferroscope::ui {

struct LoadedSource {
    QString path; // as asked
    QString text;
    LineSpans spans; // of its parts, for colours
    std::int64_t modified = 0; // nanoseconds since the epoch
    std::optional<Error> error;
};

class SourceLoader final : public QObject {
    Q_OBJECT
public:
    static constexpr std::uint64_t kLimit = 4ULL << 20U; // bytes; more is no reading matter
    static constexpr std::uint64_t kNotebookLimit = 16ULL << 20U; // pictures included, of which nothing is shown
    using QObject::QObject;
    ~SourceLoader() override;
    void load(std::shared_ptr<const FileSystem> files, const std::string& root, const QString& path);

Q_SIGNALS:
    void loaded(const ferroscope::ui::LoadedSource& source);

private:
    std::list<std::jthread> m_threads; // at most a few; finished ones are joined at the next request
    std::uint64_t m_generation = 0;
};

} // namespace ferroscope::ui
