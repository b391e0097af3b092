#include "parse/operator_class.h"

#include <sstream>
#include <string>
#include <unordered_set>

namespace trueup::parse {

// Per line: an access method, then its operator classes with pg_opclass.opcdefault, those of the contrib modules and
// of PostGIS and pgvector included.
static constexpr std::string_view defaults =
    "brin bit_minmax_ops box_inclusion_ops bpchar_minmax_ops brin_geography_inclusion_ops"
    " brin_geometry_inclusion_ops_2d bytea_minmax_ops char_minmax_ops date_minmax_ops float4_minmax_ops"
    " float8_minmax_ops inet_inclusion_ops int2_minmax_ops int4_minmax_ops int8_minmax_ops"
    " interval_minmax_ops macaddr8_minmax_ops macaddr_minmax_ops name_minmax_ops numeric_minmax_ops"
    " oid_minmax_ops pg_lsn_minmax_ops range_inclusion_ops text_minmax_ops tid_minmax_ops time_minmax_ops"
    " timestamp_minmax_ops timestamptz_minmax_ops timetz_minmax_ops uuid_minmax_ops varbit_minmax_ops\n"
    "btree array_ops bit_ops bool_ops bpchar_ops btree_geography_ops btree_geometry_ops btree_hstore_ops"
    " bytea_ops char_ops citext_ops cube_ops date_ops ean13_ops enum_ops float4_ops float8_ops inet_ops"
    " int2_ops int4_ops int8_ops interval_ops isbn13_ops isbn_ops ismn13_ops ismn_ops issn13_ops issn_ops"
    " jsonb_ops ltree_ops macaddr8_ops macaddr_ops money_ops multirange_ops name_ops numeric_ops oid_ops"
    " oidvector_ops pg_lsn_ops range_ops record_ops seg_ops text_ops tid_ops time_ops timestamp_ops"
    " timestamptz_ops timetz_ops tsquery_ops tsvector_ops upc_ops uuid_ops varbit_ops xid8_ops\n"
    "gin array_ops bit_ops bool_ops bpchar_ops bytea_ops char_ops cidr_ops date_ops enum_ops float4_ops"
    " float8_ops gin_hstore_ops inet_ops int2_ops int4_ops int8_ops interval_ops jsonb_ops macaddr8_ops"
    " macaddr_ops money_ops name_ops numeric_ops oid_ops text_ops time_ops timestamp_ops timestamptz_ops"
    " timetz_ops tsvector_ops uuid_ops varbit_ops varchar_ops\n"
    "gist box_ops circle_ops gist__int_ops gist__ltree_ops gist_bit_ops gist_bool_ops gist_bpchar_ops"
    " gist_bytea_ops gist_cash_ops gist_cidr_ops gist_cube_ops gist_date_ops gist_enum_ops gist_float4_ops"
    " gist_float8_ops gist_geography_ops gist_geometry_ops_2d gist_hstore_ops gist_inet_ops gist_int2_ops"
    " gist_int4_ops gist_int8_ops gist_interval_ops gist_ltree_ops gist_macaddr8_ops gist_macaddr_ops"
    " gist_numeric_ops gist_oid_ops gist_seg_ops gist_text_ops gist_time_ops gist_timestamp_ops"
    " gist_timestamptz_ops gist_timetz_ops gist_uuid_ops gist_vbit_ops multirange_ops point_ops poly_ops"
    " range_ops tsquery_ops tsvector_ops\n"
    "hash aclitem_ops array_ops bool_ops bpchar_ops bytea_ops char_ops cid_ops citext_ops date_ops"
    " ean13_ops enum_ops float4_ops float8_ops hash_geometry_ops hash_hstore_ops inet_ops int2_ops"
    " int4_ops int8_ops interval_ops isbn13_ops isbn_ops ismn13_ops ismn_ops issn13_ops issn_ops jsonb_ops"
    " macaddr8_ops macaddr_ops multirange_ops name_ops numeric_ops oid_ops oidvector_ops pg_lsn_ops"
    " range_ops record_ops text_ops tid_ops time_ops timestamp_ops timestamptz_ops timetz_ops upc_ops"
    " uuid_ops xid8_ops xid_ops\n"
    "spgist box_ops inet_ops poly_ops quad_point_ops range_ops spgist_geography_ops_nd"
    " spgist_geometry_ops_2d text_ops\n"
    "ivfflat vector_l2_ops halfvec_l2_ops\n"
    "bloom int4_ops text_ops\n";

bool is_default_operator_class(std::string_view method, std::string_view name) {
  static const std::unordered_set<std::string> set = [] {
    std::unordered_set<std::string> classes;
    std::istringstream lines{std::string(defaults)};
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string access_method;
      words >> access_method;
      for (std::string word; words >> word;) classes.insert(access_method + ' ' + word);
    }
    return classes;
  }();
  return set.contains(std::string(method) + ' ' + std::string(name));
}

}  // namespace trueup::parse
