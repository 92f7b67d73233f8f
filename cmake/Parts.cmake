# SPDX-License-Identifier: GPL-3.0-or-later

# sessionarium_core_part(NAME SOURCES … USES …): one folder of core as a static library sessionarium_NAME.
# USES names the parts of lower floors that it may include (docs: design, section 2). No part links Qt.
function(sessionarium_core_part name)
    cmake_parse_arguments(part "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
    set(target sessionarium_${name})
    if(part_SOURCES)
        add_library(${target} STATIC ${part_SOURCES})
        set(scope PUBLIC)
    else()
        add_library(${target} INTERFACE)
        set(scope INTERFACE)
    endif()
    list(TRANSFORM part_USES PREPEND sessionarium_)
    target_link_libraries(${target} ${scope} sessionarium_options ${part_USES} ${part_LIBRARIES})
endfunction()

# Reading Qt Test's headers takes longer than compiling most of the tests: once for all that see the same of them.
# A folder says in SESSIONARIUM_TEST_HEADERS which its tests are.
# Qt tells each test its own folders, for QFINDTESTDATA, which ours do not use; they would make the headers differ.
set(sessionarium_no_test_folders -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
function(sessionarium_test_headers name)
    file(WRITE ${CMAKE_BINARY_DIR}/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE sessionarium_options Qt6::Test ${ARGN})
    target_compile_options(${name} PRIVATE ${sessionarium_no_test_folders})
    target_precompile_headers(${name} PRIVATE <QtTest>)
endfunction()

# sessionarium_test(NAME SOURCES … LIBRARIES … [TIMEOUT seconds] [OWN_HEADERS]): one Qt Test program, run without a
# display. OWN_HEADERS: it sees more or less of Qt than the others of its folder.
function(sessionarium_test name)
    cmake_parse_arguments(test "OWN_HEADERS" "TIMEOUT" "SOURCES;LIBRARIES" ${ARGN})
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 120)
    endif()
    add_executable(${name} ${test_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE sessionarium_options sessionarium_test_support Qt6::Test ${test_LIBRARIES})
    if(NOT test_OWN_HEADERS)
        target_compile_options(${name} PRIVATE ${sessionarium_no_test_folders})
        target_precompile_headers(${name} REUSE_FROM ${SESSIONARIUM_TEST_HEADERS})
    endif()
    target_compile_definitions(${name} PRIVATE
        SESSIONARIUM_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        SESSIONARIUM_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
