# A layer is a folder of src/ and a library. Its CMake file says what it may link, and nothing else:
#
#     cartulary_layer(store LAYERS base domain LIBRARIES SQLite::SQLite3)
#
# Every .cpp below the folder belongs to it; every *_test.cpp belongs to <layer>_test, which may
# also link TEST_LAYERS, since a test reaches for the real thing. OWN_POSTGRES: what the tests
# promise of the feed of changes depends on every transaction of the cluster, other tests' too.
function(cartulary_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 layer "OWN_POSTGRES" "" "LAYERS;LIBRARIES;TEST_LAYERS;EXCLUDE")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
    set(tests ${sources})
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    if(layer_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX ${layer_EXCLUDE})
    endif()

    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${EXPECTED_INCLUDE})
    target_link_libraries(${name} PUBLIC ${layer_LAYERS} PRIVATE ${layer_LIBRARIES})
    cartulary_use_precompiled(${name} precompiled)

    if(tests AND CARTULARY_TESTS)
        add_executable(${name}_test ${tests})
        target_compile_definitions(${name}_test
            PRIVATE CARTULARY_SOURCES="${PROJECT_SOURCE_DIR}")
        target_link_libraries(${name}_test
            PRIVATE ${name} ${layer_TEST_LAYERS} ${layer_LIBRARIES} GTest::gtest GTest::gmock
                    GTest::gtest_main)
        target_compile_options(${name}_test PRIVATE ${CARTULARY_TEST_OPTIONS})
        cartulary_use_precompiled(${name}_test precompiled_tests)
        set(runner)
        if(layer_OWN_POSTGRES)
            set(runner ${PROJECT_SOURCE_DIR}/tests/with_postgres)
        endif()
        add_test(NAME ${name} COMMAND ${runner} $<TARGET_FILE:${name}_test>)
    endif()
endfunction()
