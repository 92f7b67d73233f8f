# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries the language level, the warnings and Qt's strictness to every target of ours.
add_library(sessionarium_options INTERFACE)
target_compile_features(sessionarium_options INTERFACE cxx_std_20)
target_include_directories(sessionarium_options INTERFACE ${CMAKE_SOURCE_DIR})
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release or RelWithDebInfo" FORCE)
endif()

if(MSVC)
    target_compile_options(sessionarium_options INTERFACE /W4 /utf-8 /permissive-)
else()
    target_compile_options(sessionarium_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
        -Wundef -Wcast-align)
endif()
if(SESSIONARIUM_WERROR)
    set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # warns inside std::string of an overlap that cannot be (GCC bug 105651)
        target_compile_options(sessionarium_options INTERFACE -Wno-restrict)
    endif()
endif()

target_compile_definitions(sessionarium_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# moc's own preprocessor needs a header of the library before the first <compare>.
set(CMAKE_AUTOMOC_MOC_OPTIONS --include ${CMAKE_SOURCE_DIR}/cmake/mocprelude.h)
