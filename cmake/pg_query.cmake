# libpg_query and the protobuf-c structs of its tree, generated from the pg_query.proto that comes with the library
# found: one decoder serves every version of it.
find_path(PG_QUERY_INCLUDE pg_query.h REQUIRED)
find_library(PG_QUERY_LIBRARY pg_query REQUIRED)
find_program(PROTOC_C protoc-c REQUIRED)
find_file(PG_QUERY_PROTO pg_query.proto PATHS ${PG_QUERY_INCLUDE}/pg_query ${PG_QUERY_INCLUDE} NO_DEFAULT_PATH REQUIRED)
get_filename_component(PG_QUERY_PROTO_DIR ${PG_QUERY_PROTO} DIRECTORY)

set(generated ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})
add_custom_command(
  OUTPUT ${generated}/pg_query.pb-c.c ${generated}/pg_query.pb-c.h
  COMMAND ${PROTOC_C} --proto_path=${PG_QUERY_PROTO_DIR} --c_out=${generated} ${PG_QUERY_PROTO}
  DEPENDS ${PG_QUERY_PROTO})
find_library(PROTOBUF_C_LIBRARY protobuf-c REQUIRED)
add_library(pg_query_tree STATIC ${generated}/pg_query.pb-c.c ${generated}/pg_query.pb-c.h)
target_include_directories(pg_query_tree SYSTEM PUBLIC ${generated} ${PG_QUERY_INCLUDE})
target_link_libraries(pg_query_tree PUBLIC ${PG_QUERY_LIBRARY} ${PROTOBUF_C_LIBRARY})
