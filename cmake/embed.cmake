# Puts text files into a library, so that the binary needs nothing beside it:
#
#     cartulary_embed(accounts openapi.json AS accounts_openapi)
#
# defines `extern const std::string_view accounts_openapi` in namespace cartulary::embedded.
function(cartulary_embed target file as variable)
    get_filename_component(path ${file} ABSOLUTE)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} CARTULARY_EMBED_TEXT)
    set(CARTULARY_EMBED_VARIABLE ${variable})
    configure_file(${PROJECT_SOURCE_DIR}/cmake/embed.cpp.in
                   ${CMAKE_CURRENT_BINARY_DIR}/embedded/${variable}.cpp @ONLY)
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded/${variable}.cpp)
endfunction()
