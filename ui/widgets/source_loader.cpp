// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/source_loader.h"

#include "core/base/text.h"
#include "ui/models/text.h"

namespace ferroscope::ui {

SourceLoader::~SourceLoader() = default; // jthread joins; a bounded read is short

void SourceLoader::load(std::shared_ptr<const FileSystem> files, const std::string& root, const QString& path)
{
    const std::uint64_t generation = ++m_generation;
    while (m_threads.size() > 2)
        m_threads.pop_front();
    m_threads.emplace_back([this, generation, files = std::move(files), root, path] {
        auto source = std::make_shared<LoadedSource>();
        source->path = path;
        // The assessment's paths are printable; only those without an escape can be read back.
        const std::string file = joinPath(root, bytes(path));
        if (const auto status = files->status(file))
            source->modified = status->modified;
        if (const auto content = files->read(file, kLimit)) {
            source->text = isValidUtf8(*content) ? qs(*content) : QString::fromLatin1(content->data(), static_cast<qsizetype>(content->size()));
            source->text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
        } else {
            source->error = content.error();
        }
        QMetaObject::invokeMethod(this, [this, generation, source] {
            if (generation == m_generation)
                Q_EMIT loaded(*source);
        }, Qt::QueuedConnection);
    });
}

} // namespace ferroscope::ui
