# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The tree-sitter runtime and the Python grammar, exactly as pinned by cmake/npm/package-lock.json
# (versions and integrity hashes), compiled as one unit (core/syntax/tree_sitter.c) to the static library
# `tree_sitter`, with -O3.

set(npm_dir ${CMAKE_BINARY_DIR}/npm)
file(SHA256 ${CMAKE_SOURCE_DIR}/cmake/npm/package-lock.json lock_hash)
set(stamp "")
if(EXISTS ${npm_dir}/stamp)
    file(READ ${npm_dir}/stamp stamp)
endif()
if(NOT stamp STREQUAL lock_hash)
    find_program(NPM npm)
    if(NOT NPM)
        message(FATAL_ERROR "npm is missing; `bash cmake/setup.sh` installs it (Debian package: npm)")
    endif()
    file(MAKE_DIRECTORY ${npm_dir})
    file(COPY ${CMAKE_SOURCE_DIR}/cmake/npm/package.json ${CMAKE_SOURCE_DIR}/cmake/npm/package-lock.json
         DESTINATION ${npm_dir})
    message(STATUS "Fetching the tree-sitter sources named in cmake/npm/package-lock.json")
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund
                    WORKING_DIRECTORY ${npm_dir} RESULT_VARIABLE npm_result OUTPUT_QUIET ERROR_VARIABLE npm_error)
    if(NOT npm_result EQUAL 0)
        message(FATAL_ERROR "npm ci failed, so the grammar sources are missing:\n${npm_error}")
    endif()
    file(WRITE ${npm_dir}/stamp ${lock_hash})
endif()

set(FERROSCOPE_RUNTIME_DIR ${npm_dir}/node_modules/tree-sitter/vendor/tree-sitter/lib)
set(FERROSCOPE_GRAMMAR_DIR ${npm_dir}/node_modules/tree-sitter-python/src)

# tree_sitter_unit(target): sources and options of tree-sitter for `target`, without those of the profile.
function(tree_sitter_unit target)
    target_sources(${target} PRIVATE ${CMAKE_SOURCE_DIR}/core/syntax/tree_sitter.c)
    set_target_properties(${target} PROPERTIES C_STANDARD 11 POSITION_INDEPENDENT_CODE OFF)
    target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L _DEFAULT_SOURCE NDEBUG)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
    target_include_directories(${target} SYSTEM PRIVATE ${npm_dir}/node_modules ${FERROSCOPE_RUNTIME_DIR}/src ${FERROSCOPE_RUNTIME_DIR}/include)
    target_compile_options(${target} PRIVATE -O3 -fPIE -w) # not -fPIC: calls inside may be inlined
endfunction()

add_library(tree_sitter STATIC)
tree_sitter_unit(tree_sitter)
target_include_directories(tree_sitter SYSTEM INTERFACE ${FERROSCOPE_RUNTIME_DIR}/include)

# Profile-guided: a third of the time that parsing takes. Costs half a minute, once per build folder.
set(profile_guided OFF)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT FERROSCOPE_SANITIZE)
    set(profile_guided ON)
endif()
option(FERROSCOPE_PROFILE_GUIDED "Train tree-sitter on Python files of this machine (GCC)" ${profile_guided})
if(FERROSCOPE_PROFILE_GUIDED)
    # GCC names the profile, and in it the static functions, after the object: both compilations need one name.
    set(FERROSCOPE_TREE_SITTER_PROFILE ${CMAKE_BINARY_DIR}/profile/tree_sitter.gcda)
    set(FERROSCOPE_PROFILE_NAME "SHELL:-dumpdir ${CMAKE_BINARY_DIR}/profile/ -dumpbase tree_sitter.c -dumpbase-ext .c")
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/profile)
    set_property(SOURCE ${CMAKE_SOURCE_DIR}/core/syntax/tree_sitter.c PROPERTY OBJECT_DEPENDS ${FERROSCOPE_TREE_SITTER_PROFILE})
    target_compile_options(tree_sitter PRIVATE -fprofile-use ${FERROSCOPE_PROFILE_NAME})
    set_property(TARGET tree_sitter PROPERTY C_COMPILER_LAUNCHER "") # the profile is no part of its key
    add_subdirectory(cmake/training)
    add_dependencies(tree_sitter tree_sitter_profile)
endif()
