# libpg_query with PostgreSQL 18's grammar: the C sources inside the crate pg_query, built by cargo into the static
# library of the crate in cmake/grammar18. Sets PG_QUERY_INCLUDE, PG_QUERY_PROTO and PG_QUERY_LIBRARY.
find_program(CARGO cargo HINTS $ENV{HOME}/.cargo/bin)
if(NOT CARGO)
  message(FATAL_ERROR "-DTRUEUP_GRAMMAR=18 needs cargo (Debian 12: package cargo-web; scripts/setup installs it)")
endif()

set(grammar18_crate ${CMAKE_SOURCE_DIR}/cmake/grammar18)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${grammar18_crate}/Cargo.toml ${grammar18_crate}/Cargo.lock)
execute_process(
  COMMAND ${CARGO} metadata --locked --quiet --format-version 1 --manifest-path ${grammar18_crate}/Cargo.toml
  OUTPUT_VARIABLE grammar18_metadata ERROR_VARIABLE grammar18_error RESULT_VARIABLE grammar18_failed)
if(grammar18_failed)
  message(FATAL_ERROR "cargo could not get the crate pg_query:\n${grammar18_error}")
endif()

# Where cargo keeps the crate's sources: beside its manifest.
string(JSON grammar18_packages LENGTH ${grammar18_metadata} packages)
math(EXPR grammar18_last "${grammar18_packages} - 1")
foreach(i RANGE ${grammar18_last})
  string(JSON name GET ${grammar18_metadata} packages ${i} name)
  if(name STREQUAL pg_query)
    string(JSON manifest GET ${grammar18_metadata} packages ${i} manifest_path)
    get_filename_component(PG_QUERY_INCLUDE ${manifest} DIRECTORY)
    string(APPEND PG_QUERY_INCLUDE /libpg_query)
  endif()
endforeach()
set(PG_QUERY_PROTO ${PG_QUERY_INCLUDE}/protobuf/pg_query.proto)
set(PG_QUERY_LIBRARY ${CMAKE_BINARY_DIR}/cargo/release/libtrueup_grammar18.a)

add_custom_command(
  OUTPUT ${PG_QUERY_LIBRARY}
  COMMAND ${CARGO} build --locked --quiet --release --manifest-path ${grammar18_crate}/Cargo.toml
          --target-dir ${CMAKE_BINARY_DIR}/cargo
  DEPENDS ${grammar18_crate}/Cargo.toml ${grammar18_crate}/Cargo.lock ${grammar18_crate}/src/lib.rs
  COMMENT "libpg_query with PostgreSQL 18's grammar (cargo)")
add_custom_target(grammar18_library DEPENDS ${PG_QUERY_LIBRARY})
