// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/source_loader.h"

#include "core/base/text.h"
#include "core/source/notebook.h"
#include "ui/models/text.h"

namespace ferroscope::ui {

SourceLoader::~SourceLoader() = default; // jthread joins; a bounded read is short

void SourceLoader::load(std::shared_ptr<const FileSystem> files, const std::string& root, const QString& path)
{
    const std::uint64_t generation = ++m_generation;
    for (std::jthread& older : m_threads)
        older.request_stop(); // what they would give is void
    while (m_threads.size() > 2)
        m_threads.pop_front();
    m_threads.emplace_back([this, generation, files = std::move(files), root, path](std::stop_token stop) {
        auto result = std::make_shared<LoadedSource>();
        result->path = path;
        // The assessment's paths are printable; only those without an escape can be read back.
        const std::string file = joinPath(root, bytes(path));
        if (const auto status = files->status(file))
            result->modified = status->modified;
        // Lines of a notebook are those of its code cells, one after another; a broken one is shown as it is.
        const bool isNotebook = endsWith(file, ".ipynb");
        auto content = files->read(file, isNotebook ? kNotebookLimit : kLimit);
        if (content && isNotebook) {
            if (source::Notebook notebook = source::readNotebook(*content); notebook.problem.empty())
                content = std::move(notebook.text);
        }
        if (content) {
            result->text = isValidUtf8(*content) ? qs(*content) : QString::fromLatin1(content->data(), static_cast<qsizetype>(content->size()));
            result->text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
            result->spans = spansByLine(result->text, stop);
        } else {
            result->error = content.error();
        }
        QMetaObject::invokeMethod(this, [this, generation, result] {
            if (generation == m_generation)
                Q_EMIT loaded(*result);
        }, Qt::QueuedConnection);
    });
}

} // namespace ferroscope::ui
