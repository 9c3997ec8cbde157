# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The tree-sitter runtime and the Python grammar, exactly as pinned by cmake/npm/package-lock.json
# (versions and integrity hashes), compiled to one static library `tree_sitter` with -O3 and
# link-time optimisation across runtime, parser tables and scanner.

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
add_library(tree_sitter_objects OBJECT ${FERROSCOPE_RUNTIME_DIR}/src/lib.c ${FERROSCOPE_GRAMMAR_DIR}/parser.c ${FERROSCOPE_GRAMMAR_DIR}/scanner.c)
set_target_properties(tree_sitter_objects PROPERTIES C_STANDARD 11 POSITION_INDEPENDENT_CODE ON)
target_compile_definitions(tree_sitter_objects PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE)
target_include_directories(tree_sitter_objects PRIVATE ${FERROSCOPE_RUNTIME_DIR}/src ${FERROSCOPE_RUNTIME_DIR}/include ${FERROSCOPE_GRAMMAR_DIR})
target_compile_options(tree_sitter_objects PRIVATE -O3 -w)

add_library(tree_sitter INTERFACE)
target_include_directories(tree_sitter SYSTEM INTERFACE ${FERROSCOPE_RUNTIME_DIR}/include)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND NOT FERROSCOPE_SANITIZE)
    # Optimise across the three objects once, here, instead of at the link of every executable.
    target_compile_options(tree_sitter_objects PRIVATE -flto -fno-fat-lto-objects)
    set(merged ${CMAKE_BINARY_DIR}/tree_sitter_lto.o)
    add_custom_command(OUTPUT ${merged}
        COMMAND ${CMAKE_C_COMPILER} -O3 -flto=auto -fPIC -r -nostdlib -flinker-output=nolto-rel
                $<TARGET_OBJECTS:tree_sitter_objects> -o ${merged}
        DEPENDS tree_sitter_objects $<TARGET_OBJECTS:tree_sitter_objects> COMMAND_EXPAND_LISTS
        COMMENT "Link-time optimisation of tree-sitter")
    add_library(tree_sitter_merged STATIC ${merged})
    set_target_properties(tree_sitter_merged PROPERTIES LINKER_LANGUAGE C)
    target_link_libraries(tree_sitter INTERFACE tree_sitter_merged)
else()
    add_library(tree_sitter_plain STATIC $<TARGET_OBJECTS:tree_sitter_objects>)
    target_link_libraries(tree_sitter INTERFACE tree_sitter_plain)
endif()
