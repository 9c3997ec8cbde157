# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# One static library per folder; its link line is the list of folders it may use.

# ferroscope_library(core/graph USES core/facts core/knowledge LINKS PkgConfig::igraph)
# makes target core_graph from every .cpp in the folder (sub-folders named in SUBFOLDERS too).
function(ferroscope_library folder)
    cmake_parse_arguments(arg "MOC" "" "USES;LINKS;SUBFOLDERS" ${ARGN})
    string(REPLACE "/" "_" target ${folder})
    set(globs ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
    foreach(sub ${arg_SUBFOLDERS})
        list(APPEND globs ${CMAKE_SOURCE_DIR}/${folder}/${sub}/*.cpp)
    endforeach()
    file(GLOB sources CONFIGURE_DEPENDS ${globs})
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.h)
    if(NOT sources)
        file(WRITE ${CMAKE_BINARY_DIR}/empty.cpp "")
        set(sources ${CMAKE_BINARY_DIR}/empty.cpp)
    endif()
    add_library(${target} STATIC ${sources} ${headers})
    target_link_libraries(${target} PUBLIC ferroscope_options tl::expected)
    foreach(used ${arg_USES})
        string(REPLACE "/" "_" used_target ${used})
        target_link_libraries(${target} PUBLIC ${used_target})
    endforeach()
    target_link_libraries(${target} PUBLIC ${arg_LINKS})
    if(arg_MOC)
        set_target_properties(${target} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# Qt warns, and warnings are fatal in tests, when this folder is missing or open to others.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/runtime)
file(CHMOD ${CMAKE_BINARY_DIR}/runtime DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)

# ferroscope_test(core/graph/tst_cycles LINKS core_graph): one Qt Test executable from tests/<name>.cpp.
function(ferroscope_test name)
    cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
    string(REPLACE "/" "_" target ${name})
    add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/${name}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${target} PRIVATE ${arg_LINKS} Qt6::Test ferroscope_options)
    target_compile_definitions(${target} PRIVATE
        FERROSCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" FERROSCOPE_BINARY_DIR="${CMAKE_BINARY_DIR}")
    add_test(NAME ${name} COMMAND ${target})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/runtime;QT_QPA_PLATFORM=offscreen;QT_FATAL_WARNINGS=1;LC_ALL=C.UTF-8" TIMEOUT 600)
endfunction()

# Every tests/<folder>/tst_*.cpp becomes a test that links the library of the same folder (and LINKS).
function(ferroscope_tests folder)
    cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
    string(REPLACE "/" "_" library ${folder})
    if(NOT TARGET ${library})
        set(library "")
    endif()
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/tst_*.cpp)
    foreach(file ${files})
        get_filename_component(stem ${file} NAME_WE)
        ferroscope_test(${folder}/${stem} LINKS ${library} ${arg_LINKS})
    endforeach()
endfunction()
