# SPDX-License-Identifier: GPL-3.0-or-later
# Where the programs go on a system; included last, when their targets stand.
include(GNUInstallDirs)
foreach(program sessionarium sessionarium-cli)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()
if(TARGET sessionarium AND UNIX AND NOT APPLE)
    set(desktop ${CMAKE_SOURCE_DIR}/resources/desktop)
    install(FILES ${desktop}/sessionarium.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
    install(FILES ${desktop}/sessionarium.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${desktop}/sessionarium-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME sessionarium.xml)
endif()
