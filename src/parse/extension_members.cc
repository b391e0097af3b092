#include "parse/extension_members.h"

#include <sstream>
#include <string>
#include <unordered_map>

namespace trueup::parse {

namespace {

// Per line: an extension, then its types, operator classes and trigger functions, as its own scripts create them.
constexpr std::string_view members =
    "autoinc autoinc\n"
    "btree_gist gbtreekey16 gbtreekey2 gbtreekey32 gbtreekey4 gbtreekey8 gbtreekey_var gist_bit_ops"
    " gist_bool_ops gist_bpchar_ops gist_bytea_ops gist_cash_ops gist_cidr_ops gist_date_ops gist_enum_ops"
    " gist_float4_ops gist_float8_ops gist_inet_ops gist_int2_ops gist_int4_ops gist_int8_ops"
    " gist_interval_ops gist_macaddr8_ops gist_macaddr_ops gist_numeric_ops gist_oid_ops gist_text_ops"
    " gist_time_ops gist_timestamp_ops gist_timestamptz_ops gist_timetz_ops gist_uuid_ops gist_vbit_ops\n"
    "citext citext citext_ops citext_pattern_ops\n"
    "cube cube cube_ops gist_cube_ops\n"
    "earthdistance earth\n"
    "hstore btree_hstore_ops ghstore gin_hstore_ops gist_hstore_ops hash_hstore_ops hstore\n"
    "insert_username insert_username\n"
    "intarray gin__int_ops gist__int_ops gist__intbig_ops intbig_gkey query_int\n"
    "isn ean13 ean13_ops isbn isbn13 isbn13_ops isbn_ops ismn ismn13 ismn13_ops ismn_ops issn issn13"
    " issn13_ops issn_ops upc upc_ops\n"
    "lo lo lo_manage\n"
    "ltree gist__ltree_ops gist_ltree_ops lquery ltree ltree_gist ltree_ops ltxtquery\n"
    "moddatetime moddatetime\n"
    "pg_trgm gin_trgm_ops gist_trgm_ops gtrgm\n"
    "postgis box2d box2df box3d brin_geography_inclusion_ops brin_geometry_inclusion_ops_2d"
    " brin_geometry_inclusion_ops_3d brin_geometry_inclusion_ops_4d btree_geography_ops btree_geometry_ops"
    " checkauthtrigger geography geometry gidx gist_geography_ops gist_geometry_ops_2d"
    " gist_geometry_ops_nd hash_geometry_ops postgis_cache_bbox spgist_geography_ops_nd"
    " spgist_geometry_ops_2d spgist_geometry_ops_3d spgist_geometry_ops_nd spheroid\n"
    "postgis_raster hash_raster_ops raster\n"
    "refint check_foreign_key check_primary_key\n"
    "seg gist_seg_ops seg seg_ops\n"
    "tcn triggered_change_notification\n"
    "vector vector halfvec sparsevec vector_l2_ops vector_ip_ops vector_cosine_ops vector_l1_ops"
    " halfvec_l2_ops halfvec_ip_ops halfvec_cosine_ops bit_hamming_ops bit_jaccard_ops\n";

std::unordered_map<std::string, std::string> read_members() {
  std::unordered_map<std::string, std::string> homes;
  std::istringstream lines{std::string(members)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string extension;
    words >> extension;
    for (std::string member; words >> member;) homes.emplace(member, extension);
  }
  return homes;
}

}  // namespace

std::string_view extension_of_member(std::string_view name) {
  static const std::unordered_map<std::string, std::string> homes = read_members();
  const auto found = homes.find(std::string(name));
  return found == homes.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace trueup::parse
