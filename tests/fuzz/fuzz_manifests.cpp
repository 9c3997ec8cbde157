// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte chooses the format.
#include "core/manifests/readers.h"
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace ferroscope::manifests;
    static constexpr const char* kPaths[] = { "pyproject.toml", "a/setup.cfg", "setup.py", "requirements.txt", "Pipfile", "Pipfile.lock", "uv.lock",
        "environment.yml", "meta.yaml", "a/Cargo.toml", "CMakeLists.txt", "meson.build", "a_build.py" };
    if (size == 0)
        return 0;
    const std::string path = kPaths[data[0] % std::size(kPaths)];
    const Manifest manifest = read(formatOf(path), { reinterpret_cast<const char*>(data + 1), size - 1 }, path);
    for (const NativeModule& native : manifest.natives) {
        for (const std::string& source : native.sources) {
            if (source.empty() || source.front() == '/' || source.find("..") == 0)
                std::abort();
        }
    }
    return 0;
}
