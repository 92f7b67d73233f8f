# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSOURCE=folder -DLESSONS=id,id,… -DOUTPUT=file.cpp -P embed.cmake
# Writes the lessons, the first minute and the glossary as byte arrays: string literals have a length limit on some compilers.
function(byte_array name path out)
    file(READ ${path} hex HEX)
    string(REPEAT "[0-9a-f]" 32 row)
    string(REGEX REPLACE "(${row})" "\\1\n" rows "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${rows}")
    set(${out} "constexpr char ${name}[] = {\n${bytes}};\n" PARENT_SCOPE)
endfunction()

set(text "// Generated from resources/. Do not edit.\n#include \"resources/lessons.h\"\n\nnamespace {\n")
set(table "")
set(number 0)
string(REPLACE "," ";" LESSONS "${LESSONS}")
foreach(id IN LISTS LESSONS)
    byte_array(lesson${number} ${SOURCE}/lessons/${id}.json array)
    string(APPEND text "${array}")
    string(APPEND table "    {\"${id}\", std::string_view(lesson${number}, sizeof lesson${number})},\n")
    math(EXPR number "${number} + 1")
endforeach()
byte_array(firstMinuteText ${SOURCE}/lessons/welcome.json array)
string(APPEND text "${array}")
byte_array(glossaryText ${SOURCE}/glossary.json array)
string(APPEND text "${array}")
string(APPEND text "constexpr sessionarium::resources::File lessonTable[] = {\n${table}};\n} // namespace\n\n"
    "namespace sessionarium::resources {\n"
    "std::span<const File> lessons() { return lessonTable; }\n"
    "std::string_view firstMinute() { return std::string_view(firstMinuteText, sizeof firstMinuteText); }\n"
    "std::string_view glossary() { return std::string_view(glossaryText, sizeof glossaryText); }\n"
    "} // namespace sessionarium::resources\n")
file(WRITE ${OUTPUT} "${text}")
