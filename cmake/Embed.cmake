# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# ferroscope_embed(TARGET name NAMESPACE ns FILES a b ...): makes each file available to core (which has
# no Qt resources) as `std::string_view ns::<file_name_with_underscores>()`, declared in "<name>.h" of
# the build folder.
function(ferroscope_embed)
    cmake_parse_arguments(arg "" "TARGET;NAMESPACE;HEADER" "FILES" ${ARGN})
    set(dir ${CMAKE_CURRENT_BINARY_DIR}/embed)
    set(header "#pragma once\n#include <string_view>\nnamespace ${arg_NAMESPACE} {\n")
    set(sources "")
    foreach(file ${arg_FILES})
        get_filename_component(name ${file} NAME)
        string(MAKE_C_IDENTIFIER ${name} id)
        string(APPEND header "std::string_view ${id}();\n")
        set(out ${dir}/${id}.cpp)
        add_custom_command(OUTPUT ${out}
            COMMAND ${CMAKE_COMMAND} -DIN=${file} -DOUT=${out} -DID=${id} -DNS=${arg_NAMESPACE}
                    -P ${CMAKE_SOURCE_DIR}/cmake/EmbedFile.cmake
            DEPENDS ${file} ${CMAKE_SOURCE_DIR}/cmake/EmbedFile.cmake)
        list(APPEND sources ${out})
    endforeach()
    string(APPEND header "}\n")
    file(CONFIGURE OUTPUT ${dir}/${arg_HEADER} CONTENT "${header}")
    target_sources(${arg_TARGET} PRIVATE ${sources})
    target_include_directories(${arg_TARGET} PRIVATE ${dir})
endfunction()
