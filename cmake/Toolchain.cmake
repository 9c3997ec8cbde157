# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings shared by every target of ours: the interface target `ferroscope_options`.

find_program(FERROSCOPE_CCACHE ccache)
if(FERROSCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_C_COMPILER_LAUNCHER ${FERROSCOPE_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${FERROSCOPE_CCACHE})
endif()

add_library(ferroscope_options INTERFACE)
target_compile_options(ferroscope_options INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wpedantic $<$<BOOL:${FERROSCOPE_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False positives inside std::string with -O2: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
    target_compile_options(ferroscope_options INTERFACE -Wno-restrict)
endif()
target_compile_definitions(ferroscope_options INTERFACE
    FERROSCOPE_VERSION="${PROJECT_VERSION}"
    POINTERHOLDER_TRANSITION=4
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(ferroscope_options INTERFACE ${CMAKE_SOURCE_DIR})
if(FERROSCOPE_SANITIZE)
    target_compile_options(ferroscope_options INTERFACE
        -fsanitize=${FERROSCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(ferroscope_options INTERFACE -fsanitize=${FERROSCOPE_SANITIZE})
endif()
# Millions of small blocks: a tenth of the time of an analysis is allocating with the C library.
option(FERROSCOPE_MIMALLOC "Programs allocate with mimalloc, where it is installed" ON)
function(ferroscope_allocator target)
    find_package(mimalloc 2 QUIET)
    if(FERROSCOPE_MIMALLOC AND mimalloc_FOUND AND NOT FERROSCOPE_SANITIZE)
        target_link_libraries(${target} PRIVATE mimalloc)
    endif()
endfunction()

find_package(Threads REQUIRED)
target_link_libraries(ferroscope_options INTERFACE Threads::Threads)
