# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# ferroscope_render_resources(target): compiles the design tokens and the two type families into `target`.
# The fonts come from Debian packages (both under the OFL) and are copied into the build folder, so the
# program looks and measures the same on every machine, with or without them installed.

set(FERROSCOPE_FONT_DIRS /usr/share/fonts /usr/local/share/fonts CACHE STRING "Where to look for font files")

function(ferroscope_find_font out file package)
    foreach(dir ${FERROSCOPE_FONT_DIRS})
        file(GLOB_RECURSE found LIST_DIRECTORIES FALSE ${dir}/${file})
        if(found)
            list(SORT found)
            list(GET found 0 first)
            set(${out} ${first} PARENT_SCOPE)
            return()
        endif()
    endforeach()
    message(FATAL_ERROR "The font ${file} is missing (Debian package: ${package})")
endfunction()

function(ferroscope_render_resources target)
    set(dir ${CMAKE_CURRENT_BINARY_DIR}/render_resources)
    set(entries "")
    foreach(weight Regular Medium SemiBold Bold)
        ferroscope_find_font(path Inter-${weight}.otf fonts-inter)
        configure_file(${path} ${dir}/fonts/Inter-${weight}.otf COPYONLY)
        string(APPEND entries "  <file>fonts/Inter-${weight}.otf</file>\n")
    endforeach()
    foreach(weight Regular SemiBold)
        ferroscope_find_font(path JetBrainsMono-${weight}.ttf fonts-jetbrains-mono)
        configure_file(${path} ${dir}/fonts/JetBrainsMono-${weight}.ttf COPYONLY)
        string(APPEND entries "  <file>fonts/JetBrainsMono-${weight}.ttf</file>\n")
    endforeach()
    configure_file(${CMAKE_SOURCE_DIR}/resources/theme/tokens.json ${dir}/theme/tokens.json COPYONLY)
    string(APPEND entries "  <file>theme/tokens.json</file>\n")
    file(CONFIGURE OUTPUT ${dir}/render.qrc @ONLY
         CONTENT "<RCC><qresource prefix=\"/ferroscope\">\n${entries}</qresource></RCC>\n")
    # An object file made by rcc itself: two megabytes as a C array would take a minute to compile.
    # Uncompressed, because the fonts are mapped and not copied that way.
    qt_add_big_resources(objects ${dir}/render.qrc OPTIONS --no-compress)
    target_sources(${target} PRIVATE ${objects})
endfunction()
