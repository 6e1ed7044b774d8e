# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the house shares: include roots, warnings, sanitizers.
function(neurarium_target name)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/engine)
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wconversion -Wshadow)
  if(NEURARIUM_WERROR)
    target_compile_options(${name} PRIVATE -Werror)
  endif()
  if(NEURARIUM_SANITIZE)
    target_compile_options(${name} PUBLIC -fsanitize=${NEURARIUM_SANITIZE} -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
    target_link_options(${name} PUBLIC -fsanitize=${NEURARIUM_SANITIZE})
  endif()
endfunction()
