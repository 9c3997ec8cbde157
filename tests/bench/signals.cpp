// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// signals ROOT...: one tab-separated row per judged module with all its signals. The reference population of
// resources/knowledge/population.toml is made from this by make_population.py.
#include "core/analysis/judged.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/facts/extract.h"
#include "core/graph/link.h"
#include "core/source/decode.h"

#include <cstdio>

using namespace ferroscope;

int main(int argc, char** argv)
{
    std::printf("root\tpath");
    for (std::size_t at = 0; at < scoring::kSignalCount; ++at)
        std::printf("\t%s", std::string(scoring::signalName(static_cast<scoring::Signal>(at))).c_str());
    std::printf("\n");
    for (int arg = 1; arg < argc; ++arg) {
        auto files = realFileSystem();
        auto sources = source::discover(*files, argv[arg], {}, {}, {});
        if (!sources)
            continue;
        facts::Extractor extractor;
        std::vector<std::shared_ptr<const facts::FileFacts>> all;
        for (const source::SourceFile& file : sources->files) {
            auto bytes = files->read(joinPath(argv[arg], file.path), 1ULL << 26U);
            all.push_back(bytes ? std::make_shared<const facts::FileFacts>(extractor.extract(source::decode(std::move(*bytes)).text)) : nullptr);
        }
        auto codebase = graph::link(std::move(*sources), std::move(all), {}, {});
        if (!codebase)
            continue;
        const analysis::Judged judged = *analysis::judgeAll(std::move(*codebase), {}, {}, 2, {});
        for (graph::ModuleId id = 0; id < judged.codebase.modules.size(); ++id) {
            if (!judged.isJudged(id))
                continue;
            std::printf("%s\t%s", argv[arg], printablePath(judged.codebase.modules[id].file.path).c_str());
            for (const double value : judged.signals[id].values)
                std::printf("\t%.6g", value);
            std::printf("\n");
        }
    }
}
