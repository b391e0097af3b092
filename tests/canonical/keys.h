#pragma once

#include <gtest/gtest.h>

#include <string>

#include "canonical/canonicalise.h"
#include "parse/script.h"

namespace trueup::canonical::testing {

inline Catalog read(const std::string& sql) {
  Catalog catalog = parse::read({{.name = "test.sql", .text = sql}}, {});
  for (const Diagnostic& diagnostic : catalog.diagnostics) ADD_FAILURE() << to_string(diagnostic) << "\n" << sql;
  canonicalise(catalog);
  return catalog;
}

inline const std::string& tables() {
  static const std::string sql =
      "CREATE TYPE status AS ENUM ('new', 'done');"
      "CREATE TYPE spot AS (x integer, label varchar(10));"
      "CREATE DOMAIN code AS varchar(8);"
      "CREATE DOMAIN amount AS numeric(12,2);"
      "CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';"
      "CREATE FUNCTION joined(text, VARIADIC text[]) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';"
      "CREATE FUNCTION padded(t text, width integer DEFAULT 4) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';"
      "CREATE TABLE item (id integer, small smallint, big bigint, price numeric(10,2), ratio double precision,"
      "  half real, name text, tag varchar(20), free varchar, fixed character(4), ident name, ok boolean, day date,"
      "  at timestamp, atz timestamptz, span interval, doc jsonb, raw json, tags text[], nums integer[], mood status,"
      "  place spot, short code, owed amount, ref uuid, during int4range, \"Odd Name\" integer);"
      "CREATE TABLE other (id integer, item_id integer, note text);";
  return sql;
}

inline const Expression& check_of(const Catalog& catalog, const std::string& name) {
  return std::get<Check>(
             catalog.find({.kind = Kind::check, .schema = "public", .parent = "item", .name = name, .signature = {}})
                 ->payload)
      .expression;
}

inline Expression check(const std::string& condition) {
  const Catalog catalog = read(tables() + "ALTER TABLE item ADD CONSTRAINT tried CHECK (" + condition + ");");
  return check_of(catalog, "tried");
}

inline Expression default_of(const std::string& type, const std::string& value) {
  const Catalog catalog =
      read(tables() + "CREATE TABLE probe (v " + type + "); ALTER TABLE probe ALTER v SET DEFAULT " + value + ";");
  return std::get<Column>(catalog.find(column_id("public", "probe", "v"))->payload).default_value;
}

inline View view(const std::string& definition) {
  const Catalog catalog = read(tables() + "CREATE VIEW seen " + definition + ";");
  return std::get<View>(
      catalog.find({.kind = Kind::view, .schema = "public", .parent = {}, .name = "seen", .signature = {}})->payload);
}

/// Two spellings, and whether PostgreSQL stores them alike.
struct Pair {
  const char* first;
  const char* second;
};

}  // namespace trueup::canonical::testing
