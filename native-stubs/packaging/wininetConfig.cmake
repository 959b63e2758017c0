# find_package(wininet) with this folder, or the one above it, in CMAKE_PREFIX_PATH:
#   wininet::wininet          wininet.h and the library
#   wininet::compat           the same with windows.h and its kind, for programs written for Windows
get_filename_component(_wininet_folder "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)

if(NOT TARGET wininet::wininet)
  find_package(Threads REQUIRED)
  add_library(wininet::wininet SHARED IMPORTED)
  set_target_properties(wininet::wininet PROPERTIES
    IMPORTED_LOCATION "${_wininet_folder}/@LIBRARY@"
    INTERFACE_INCLUDE_DIRECTORIES "${_wininet_folder}/include"
    INTERFACE_LINK_LIBRARIES Threads::Threads)
  add_library(wininet::compat INTERFACE IMPORTED)
  set_target_properties(wininet::compat PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${_wininet_folder}/include/compat"
    INTERFACE_COMPILE_OPTIONS "$<$<COMPILE_LANGUAGE:C>:-fshort-wchar>"
    INTERFACE_LINK_LIBRARIES wininet::wininet)
endif()
