# The headers that nearly every file reads are read once, where a preset says so: half of a small
# file's time. Nobody may rely on that: every file includes what it needs, and a build without it
# (as of editors and clang-tidy) shows what is missing.
option(CARTULARY_PRECOMPILE "read the standard library's headers once" OFF)

set(precompiled_headers <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <mutex>
    <optional> <set> <span> <stdexcept> <string> <string_view> <unordered_map> <utility> <variant>
    <vector> <tl/expected.hpp>)

# An object of nothing but headers: precompiled(name HEADERS… OPTIONS…)
function(cartulary_precompiled name)
    cmake_parse_arguments(PARSE_ARGV 1 precompiled "" "" "HEADERS;OPTIONS")
    add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
    target_include_directories(${name} PRIVATE ${EXPECTED_INCLUDE})
    target_compile_options(${name} PRIVATE ${precompiled_OPTIONS})
    target_precompile_headers(${name} PRIVATE ${precompiled_HEADERS})
endfunction()

if(CARTULARY_PRECOMPILE)
    # Without this ccache does not see what a precompiled header holds.
    add_compile_options(-fpch-preprocess)
    # g++ 12 then takes the standard library's code for ours, and warns of what it does not do.
    add_compile_options(-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
                        -Wno-stringop-overread)
    cartulary_precompiled(precompiled HEADERS ${precompiled_headers})
    if(CARTULARY_TESTS)
        cartulary_precompiled(precompiled_tests OPTIONS ${CARTULARY_TEST_OPTIONS}
            HEADERS ${precompiled_headers} <gmock/gmock.h> <gtest/gtest.h>)
        target_link_libraries(precompiled_tests PRIVATE GTest::gtest GTest::gmock)
    endif()
endif()

function(cartulary_use_precompiled target from)
    if(CARTULARY_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${from})
    endif()
endfunction()
