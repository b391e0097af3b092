#include "model/kind.h"

namespace trueup {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::role:
      return "role";
    case Kind::membership:
      return "membership";
    case Kind::schema:
      return "schema";
    case Kind::extension:
      return "extension";
    case Kind::enum_type:
      return "enum type";
    case Kind::composite_type:
      return "composite type";
    case Kind::range_type:
      return "range type";
    case Kind::base_type:
      return "base type";
    case Kind::domain:
      return "domain";
    case Kind::domain_check:
      return "domain check";
    case Kind::sequence:
      return "sequence";
    case Kind::table:
      return "table";
    case Kind::column:
      return "column";
    case Kind::primary_key:
      return "primary key";
    case Kind::unique_key:
      return "unique key";
    case Kind::exclusion:
      return "exclusion";
    case Kind::check:
      return "check";
    case Kind::foreign_key:
      return "foreign key";
    case Kind::index:
      return "index";
    case Kind::view:
      return "view";
    case Kind::materialized_view:
      return "materialized view";
    case Kind::function:
      return "function";
    case Kind::procedure:
      return "procedure";
    case Kind::aggregate:
      return "aggregate";
    case Kind::sql_operator:
      return "operator";
    case Kind::operator_family:
      return "operator family";
    case Kind::operator_class:
      return "operator class";
    case Kind::cast:
      return "cast";
    case Kind::conversion:
      return "conversion";
    case Kind::language:
      return "language";
    case Kind::transform:
      return "transform";
    case Kind::trigger:
      return "trigger";
    case Kind::policy:
      return "policy";
    case Kind::default_privilege:
      return "default privilege";
    case Kind::publication:
      return "publication";
    case Kind::publication_table:
      return "publication table";
    case Kind::publication_schema:
      return "publication schema";
    case Kind::subscription:
      return "subscription";
    case Kind::foreign_data_wrapper:
      return "foreign data wrapper";
    case Kind::server:
      return "server";
    case Kind::user_mapping:
      return "user mapping";
    case Kind::foreign_table:
      return "foreign table";
    case Kind::rule:
      return "rule";
    case Kind::event_trigger:
      return "event trigger";
    case Kind::collation:
      return "collation";
    case Kind::statistics:
      return "statistics";
    case Kind::text_search_parser:
      return "text search parser";
    case Kind::text_search_template:
      return "text search template";
    case Kind::text_search_dictionary:
      return "text search dictionary";
    case Kind::text_search_configuration:
      return "text search configuration";
  }
  return "";
}

std::string_view keyword_of(Kind kind) {
  switch (kind) {
    case Kind::role:
      return "ROLE";
    case Kind::schema:
      return "SCHEMA";
    case Kind::extension:
      return "EXTENSION";
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
    case Kind::base_type:
      return "TYPE";
    case Kind::domain:
      return "DOMAIN";
    case Kind::sequence:
      return "SEQUENCE";
    case Kind::table:
      return "TABLE";
    case Kind::column:
      return "COLUMN";
    case Kind::domain_check:
    case Kind::primary_key:
    case Kind::unique_key:
    case Kind::exclusion:
    case Kind::check:
    case Kind::foreign_key:
      return "CONSTRAINT";
    case Kind::index:
      return "INDEX";
    case Kind::view:
      return "VIEW";
    case Kind::materialized_view:
      return "MATERIALIZED VIEW";
    case Kind::function:
      return "FUNCTION";
    case Kind::procedure:
      return "PROCEDURE";
    case Kind::aggregate:
      return "AGGREGATE";
    case Kind::sql_operator:
      return "OPERATOR";
    case Kind::operator_family:
      return "OPERATOR FAMILY";
    case Kind::operator_class:
      return "OPERATOR CLASS";
    case Kind::cast:
      return "CAST";
    case Kind::conversion:
      return "CONVERSION";
    case Kind::language:
      return "LANGUAGE";
    case Kind::transform:
      return "TRANSFORM";
    case Kind::trigger:
      return "TRIGGER";
    case Kind::policy:
      return "POLICY";
    case Kind::publication:
      return "PUBLICATION";
    case Kind::subscription:
      return "SUBSCRIPTION";
    case Kind::foreign_data_wrapper:
      return "FOREIGN DATA WRAPPER";
    case Kind::server:
      return "SERVER";
    case Kind::user_mapping:
      return "USER MAPPING";
    case Kind::foreign_table:
      return "FOREIGN TABLE";
    case Kind::rule:
      return "RULE";
    case Kind::event_trigger:
      return "EVENT TRIGGER";
    case Kind::collation:
      return "COLLATION";
    case Kind::statistics:
      return "STATISTICS";
    case Kind::text_search_parser:
      return "TEXT SEARCH PARSER";
    case Kind::text_search_template:
      return "TEXT SEARCH TEMPLATE";
    case Kind::text_search_dictionary:
      return "TEXT SEARCH DICTIONARY";
    case Kind::text_search_configuration:
      return "TEXT SEARCH CONFIGURATION";
    case Kind::membership:
    case Kind::default_privilege:
    case Kind::publication_table:
    case Kind::publication_schema:
      return "";
  }
  return "";
}

bool has_parent(Kind kind) {
  return is_constraint(kind) || kind == Kind::column || kind == Kind::domain_check || kind == Kind::trigger ||
         kind == Kind::policy || kind == Kind::rule || kind == Kind::publication_table;
}

bool is_relation(Kind kind) { return is_table(kind) || kind == Kind::view || kind == Kind::materialized_view; }

bool is_table(Kind kind) { return kind == Kind::table || kind == Kind::foreign_table; }

bool is_constraint(Kind kind) {
  return kind == Kind::primary_key || kind == Kind::unique_key || kind == Kind::exclusion || kind == Kind::check ||
         kind == Kind::foreign_key;
}

bool has_index(Kind kind) {
  return kind == Kind::index || kind == Kind::primary_key || kind == Kind::unique_key || kind == Kind::exclusion;
}

bool is_routine(Kind kind) { return kind == Kind::function || kind == Kind::procedure || kind == Kind::aggregate; }

bool is_type(Kind kind) {
  return kind == Kind::enum_type || kind == Kind::composite_type || kind == Kind::range_type ||
         kind == Kind::base_type || kind == Kind::domain;
}

}  // namespace trueup
