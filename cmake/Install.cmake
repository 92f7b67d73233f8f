# SPDX-License-Identifier: GPL-3.0-or-later
# Where the programs go on a system; included last, when their targets stand.
include(GNUInstallDirs)
foreach(program sessionarium sessionarium-cli)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
if(TARGET sessionarium AND UNIX AND NOT APPLE)
    install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/sessionarium.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/sessionarium.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
endif()
