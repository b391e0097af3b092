# libpg_query and the protobuf-c structs of its tree, generated from the pg_query.proto that comes with the library
# found: one decoder serves every version of it from 15 to 18.
#   TRUEUP_GRAMMAR   empty: the libpg_query that is installed; 18: the one that the crate pg_query carries (needs cargo)
set(TRUEUP_GRAMMAR "" CACHE STRING "Whose grammar reads SQL: empty for the libpg_query installed, 18 for PostgreSQL 18's")
set_property(CACHE TRUEUP_GRAMMAR PROPERTY STRINGS "" 18)
find_program(PROTOC_C protoc-c REQUIRED)
find_library(PROTOBUF_C_LIBRARY protobuf-c REQUIRED)

if(TRUEUP_GRAMMAR STREQUAL "18")
  include(cmake/grammar18.cmake)
elseif(TRUEUP_GRAMMAR STREQUAL "")
  find_path(PG_QUERY_INCLUDE pg_query.h REQUIRED)
  find_library(PG_QUERY_LIBRARY pg_query REQUIRED)
  find_file(PG_QUERY_PROTO pg_query.proto PATHS ${PG_QUERY_INCLUDE}/pg_query ${PG_QUERY_INCLUDE} NO_DEFAULT_PATH REQUIRED)
else()
  message(FATAL_ERROR "TRUEUP_GRAMMAR is '${TRUEUP_GRAMMAR}'; it may be empty or 18")
endif()

get_filename_component(PG_QUERY_PROTO_DIR ${PG_QUERY_PROTO} DIRECTORY)
set(generated ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})
add_custom_command(
  OUTPUT ${generated}/pg_query.pb-c.c ${generated}/pg_query.pb-c.h
  COMMAND ${PROTOC_C} --proto_path=${PG_QUERY_PROTO_DIR} --c_out=${generated} ${PG_QUERY_PROTO}
  DEPENDS ${PG_QUERY_PROTO})
add_library(pg_query_tree STATIC ${generated}/pg_query.pb-c.c ${generated}/pg_query.pb-c.h)
target_include_directories(pg_query_tree SYSTEM PUBLIC ${generated} ${PG_QUERY_INCLUDE})
target_link_libraries(pg_query_tree PUBLIC ${PG_QUERY_LIBRARY} ${PROTOBUF_C_LIBRARY})
if(TARGET grammar18_library)
  add_dependencies(pg_query_tree grammar18_library)
endif()
