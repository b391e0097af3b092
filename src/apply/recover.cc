#include "apply/recover.h"

#include <fmt/format.h>

#include "base/quote.h"

namespace trueup::apply {

namespace {

using State = Finding::State;

/// An index of `table` and whether it can be used, by its quoted name.
constexpr const char* indexes_of =
    "SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), i.indisvalid AND i.indisready AND i.indislive "
    "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid "
    "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE ";

/// The last part of a name as written, as a value: "s"."I" and s.i give I and i.
std::string last_part(const std::string& name) {
  return fmt::format("(pg_catalog.parse_ident({}))[pg_catalog.array_length(pg_catalog.parse_ident({}), 1)]",
                     quote_literal(name), quote_literal(name));
}

std::string relation(const std::string& name) { return fmt::format("pg_catalog.to_regclass({})", quote_literal(name)); }

std::string drop_index(const std::string& name) { return "DROP INDEX CONCURRENTLY IF EXISTS " + name; }

Result<Finding> look_index_build(db::Connection& connection, const Reading& reading, const std::string& known) {
  std::string query = fmt::format("{} i.indrelid = {} AND NOT i.indexrelid = ANY ({}::oid[])", indexes_of,
                                  relation(reading.parent), quote_literal(known.empty() ? "{}" : known));
  if (!reading.name.empty()) query += " AND c.relname = " + last_part(reading.name);
  const auto rows = connection.run(query);
  if (!rows) return rows.error();
  Finding finding;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    if (rows->boolean(i, 1))
      finding.state = State::done;
    else
      finding.remains.push_back(drop_index(rows->text(i, 0)));
  }
  return finding;
}

Result<Finding> look_index_drop(db::Connection& connection, const Reading& reading, const std::string& known) {
  const auto rows = connection.run(fmt::format("SELECT {}::oid", relation(reading.name)));
  if (!rows) return rows.error();
  const bool gone = !rows->at(0, 0) || (!known.empty() && rows->text(0, 0) != known);
  return Finding{.state = gone ? State::done : State::undone, .remains = {}, .instead = {}, .check = {}};
}

Result<Finding> look_reindex(db::Connection& connection, const Reading& reading) {
  std::string query = fmt::format("{} NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'", indexes_of);
  const std::string table =
      reading.parent.empty()
          ? fmt::format("(SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = {})", relation(reading.name))
          : relation(reading.parent);
  if (!reading.parent.empty() || !reading.name.empty())
    query += fmt::format(
        " AND (i.indrelid = {0} OR i.indrelid = (SELECT reltoastrelid FROM pg_catalog.pg_class "
        "WHERE oid = {0}) OR i.indrelid IN (SELECT relid FROM pg_catalog.pg_partition_tree({0})))",
        table);
  const auto rows = connection.run(query);
  if (!rows) return rows.error();
  Finding finding;
  for (std::size_t i = 0; i < rows->size(); ++i) finding.remains.push_back(drop_index(rows->text(i, 0)));
  return finding;
}

Result<Finding> look_detach(db::Connection& connection, const Reading& reading) {
  // The column is there since PostgreSQL 14, as the statement is.
  const auto rows = connection.run(
      fmt::format("SELECT inhdetachpending FROM pg_catalog.pg_inherits WHERE inhrelid = {} AND inhparent = {}",
                  relation(reading.name), relation(reading.parent)));
  if (!rows) return rows.error();
  Finding finding{.state = rows->empty() ? State::done : State::undone, .remains = {}, .instead = {}, .check = {}};
  if (!rows->empty() && rows->boolean(0, 0))
    finding.instead = fmt::format("ALTER TABLE {} DETACH PARTITION {} FINALIZE", reading.parent, reading.name);
  return finding;
}

/// Of what a row in `catalog` stands for. `made`: the statement makes it; else it drops it.
Result<Finding> look_row(db::Connection& connection, const Reading& reading, const std::string& catalog,
                         const std::string& column, bool made) {
  const auto rows = connection.run(
      fmt::format("SELECT 1 FROM pg_catalog.{} WHERE {} = {}", catalog, column, last_part(reading.name)));
  if (!rows) return rows.error();
  return Finding{
      .state = rows->empty() == made ? State::undone : State::done, .remains = {}, .instead = {}, .check = {}};
}

}  // namespace

Result<std::string> before(db::Connection& connection, const Reading& reading) {
  std::string query;
  if (reading.nature == Nature::index_build)
    query = fmt::format("SELECT pg_catalog.array_agg(indexrelid)::text FROM pg_catalog.pg_index WHERE indrelid = {}",
                        relation(reading.parent));
  else if (reading.nature == Nature::index_drop)
    query = fmt::format("SELECT {}::oid::text", relation(reading.name));
  else
    return std::string();
  const auto rows = connection.run(query);
  if (!rows) return rows.error();
  return rows->text(0, 0);
}

Result<std::vector<std::string>> leftovers(db::Connection& connection, const Reading& reading) {
  std::vector<std::string> remains;
  if (reading.nature != Nature::index_build || reading.name.empty()) return remains;
  const auto rows = connection.run(
      fmt::format("{} i.indrelid = {} AND c.relname = {} AND NOT i.indisvalid AND NOT EXISTS (SELECT 1 FROM "
                  "pg_catalog.pg_stat_progress_create_index p WHERE p.relid = i.indrelid)",
                  indexes_of, relation(reading.parent), last_part(reading.name)));
  if (!rows) return rows.error();
  for (std::size_t i = 0; i < rows->size(); ++i) remains.push_back(drop_index(rows->text(i, 0)));
  return remains;
}

Result<Finding> look(db::Connection& connection, const Reading& reading, const std::string& known) {
  switch (reading.nature) {
    case Nature::index_build:
      return look_index_build(connection, reading, known);
    case Nature::index_drop:
      return look_index_drop(connection, reading, known);
    case Nature::reindex:
      return look_reindex(connection, reading);
    case Nature::detach:
    case Nature::finalize:
      return look_detach(connection, reading);
    case Nature::create_database:
      return look_row(connection, reading, "pg_database", "datname", true);
    case Nature::drop_database:
      return look_row(connection, reading, "pg_database", "datname", false);
    case Nature::create_tablespace:
      return look_row(connection, reading, "pg_tablespace", "spcname", true);
    case Nature::drop_tablespace:
      return look_row(connection, reading, "pg_tablespace", "spcname", false);
    case Nature::create_subscription:
      return look_row(connection, reading, "pg_subscription", "subname", true);
    case Nature::drop_subscription:
      return look_row(connection, reading, "pg_subscription", "subname", false);
    case Nature::again:
      return Finding{};
    case Nature::ordinary:
    case Nature::setting:
    case Nature::transaction_control:
    case Nature::unclear:
      break;
  }
  return Finding{.state = State::unclear,
                 .remains = {},
                 .instead = {},
                 .check = "look whether it did what it should: the catalog does not tell"};
}

}  // namespace trueup::apply
