#include "apply/journal.h"

#include <fmt/format.h>

#include "apply/next_id.h"
#include "base/quote.h"

namespace trueup::apply {

namespace {

constexpr const char* tables = R"sql(
CREATE SCHEMA IF NOT EXISTS trueup;
COMMENT ON SCHEMA trueup IS 'What trueup has run here: format 1';
CREATE TABLE IF NOT EXISTS trueup.run (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  digest text NOT NULL,
  statements integer NOT NULL,
  plan text,
  direction text,
  version text,
  description text,
  checksum text,
  started_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  started_by text NOT NULL DEFAULT SESSION_USER,
  tool_version text NOT NULL,
  finished_at timestamptz,
  outcome text,
  error text
);
CREATE TABLE IF NOT EXISTS trueup.journal (
  run bigint NOT NULL REFERENCES trueup.run,
  "position" integer NOT NULL,
  statement text NOT NULL,
  event text NOT NULL,
  known text,
  at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  PRIMARY KEY (run, "position")
);
CREATE TABLE IF NOT EXISTS trueup.history (
  id bigint PRIMARY KEY,
  run bigint,
  version text NOT NULL,
  description text NOT NULL,
  checksum text NOT NULL,
  outcome text NOT NULL,
  at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  by text NOT NULL DEFAULT SESSION_USER,
  took_ms bigint NOT NULL DEFAULT 0,
  tool_version text NOT NULL
);
DO $$
DECLARE
  granted record;
BEGIN
  -- Default privileges may have given others a share in what was just made.
  FOR granted IN
    SELECT pg_catalog.format('TABLE trueup.%I', c.relname) AS what, a.grantee
      FROM pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) a
     WHERE c.relnamespace = 'trueup'::pg_catalog.regnamespace AND c.relkind IN ('r', 'S') AND a.grantee <> c.relowner
    UNION
    SELECT 'SCHEMA trueup', a.grantee
      FROM pg_catalog.pg_namespace n, pg_catalog.aclexplode(n.nspacl) a
     WHERE n.nspname = 'trueup' AND a.grantee <> n.nspowner
  LOOP
    EXECUTE pg_catalog.format('REVOKE ALL ON %s FROM %s', granted.what,
      CASE granted.grantee WHEN 0 THEN 'PUBLIC'
           ELSE (SELECT pg_catalog.quote_ident(rolname) FROM pg_catalog.pg_roles WHERE oid = granted.grantee) END);
  END LOOP;
END
$$;
)sql";

std::string text_or_null(bool there, const std::string& text) { return there ? quote_literal(text) : "NULL"; }

Run read_run(const db::Rows& rows) {
  Run run{.id = rows.integer(0, 0),
          .name = rows.text(0, 1),
          .digest = rows.text(0, 2),
          .entry = {},
          .plan = {},
          .size = std::size_t(rows.integer(0, 3)),
          .done = std::size_t(rows.integer(0, 9)),
          .error = rows.text(0, 10),
          .started = rows.text(0, 11),
          .open = {}};
  if (const auto plan = rows.at(0, 4)) run.plan = std::string(*plan);
  if (rows.at(0, 5))
    run.entry = Entry{.version = rows.text(0, 6),
                      .description = rows.text(0, 7),
                      .checksum = rows.text(0, 8),
                      .direction = rows.text(0, 5) == "up" ? Direction::up : Direction::down};
  return run;
}

}  // namespace

Result<void> note(db::Connection& connection, const std::string& sql) {
  auto ran = connection.run("BEGIN; SET LOCAL ROLE NONE; " + sql + " COMMIT");
  if (ran) return {};
  if (!connection.lost()) (void)connection.run("ROLLBACK");
  return ran.error();
}

Result<bool> make_journal(db::Connection& connection) {
  const auto there = connection.run(
      "SELECT pg_catalog.count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
      "WHERE n.nspname = 'trueup' AND c.relkind = 'r' AND c.relname IN ('run', 'journal', 'history')");
  if (!there) return there.error();
  if (there->integer(0, 0) == 3) return false;
  if (auto made = note(connection, tables); !made)
    return Error{.message = fmt::format("cannot make the journal in schema trueup: {}", made.error().message),
                 .hint =
                     "the role that runs trueup needs CREATE on the database, or the schema made for it: CREATE "
                     "SCHEMA trueup AUTHORIZATION that role"};
  return true;
}

Result<std::optional<Run>> unfinished(db::Connection& connection) {
  const auto there =
      connection.run("SELECT pg_catalog.to_regclass('trueup.run'), pg_catalog.to_regclass('trueup.journal')");
  if (!there) return there.error();
  if (!there->at(0, 0) || !there->at(0, 1)) return std::optional<Run>();
  const auto rows = connection.run(
      "SELECT r.id, r.name, r.digest, r.statements, r.plan, r.direction, r.version, r.description, r.checksum, "
      "(SELECT pg_catalog.count(*) FROM trueup.journal j WHERE j.run = r.id AND j.event = 'done'), r.error, "
      "pg_catalog.to_char(r.started_at, 'YYYY-MM-DD HH24:MI:SS') "
      "FROM trueup.run r WHERE r.id = (SELECT pg_catalog.max(id) FROM trueup.run) AND "
      "r.outcome IS DISTINCT FROM 'done' AND r.outcome IS DISTINCT FROM 'given up'");
  if (!rows) return rows.error();
  if (rows->empty()) return std::optional<Run>();
  Run run = read_run(*rows);
  const auto open = connection.run(fmt::format(
      "SELECT \"position\", statement, known FROM trueup.journal WHERE run = {} AND event = 'intent'", run.id));
  if (!open) return open.error();
  if (!open->empty())
    run.open = Run::Open{
        .position = std::size_t(open->integer(0, 0)), .statement = open->text(0, 1), .known = open->text(0, 2)};
  return std::optional<Run>(std::move(run));
}

Result<long long> begin_run(db::Connection& connection, const Job& job, const std::string& tool) {
  const bool of_revision = job.entry.has_value();
  const Entry entry = job.entry.value_or(Entry{});
  const std::string direction = entry.direction == Direction::up ? "up" : "down";
  const auto rows = connection.run(fmt::format(
      "INSERT INTO trueup.run (id, name, digest, statements, plan, direction, version, description, checksum, "
      "tool_version) SELECT {}, {}, {}, {}, {}, {}, {}, {}, {}, {} FROM trueup.run RETURNING id",
      next_id, quote_literal(job.name), quote_literal(digest(job)), job.size(),
      text_or_null(job.keep && !has_secrets(job), job.keep ? to_json(job) : ""), text_or_null(of_revision, direction),
      text_or_null(of_revision, entry.version), text_or_null(of_revision, entry.description),
      text_or_null(of_revision, entry.checksum), quote_literal(tool)));
  if (!rows) return rows.error();
  return rows->integer(0, 0);
}

Result<void> fail_run(db::Connection& connection, long long run, const std::string& why) {
  return note(connection, fmt::format("UPDATE trueup.run SET outcome = 'failed', error = {}, finished_at = "
                                      "pg_catalog.clock_timestamp() WHERE id = {};",
                                      quote_literal(why), run));
}

Result<void> give_up(db::Connection& connection, long long run) {
  return note(connection, fmt::format("UPDATE trueup.run SET outcome = 'given up', finished_at = "
                                      "pg_catalog.clock_timestamp() WHERE id = {};",
                                      run));
}

std::string rows_done(long long run, std::size_t first, const std::vector<Statement>& statements) {
  if (statements.empty()) return {};
  std::string sql = "INSERT INTO trueup.journal (run, \"position\", statement, event) VALUES ";
  for (std::size_t i = 0; i < statements.size(); ++i)
    sql +=
        fmt::format("{}({}, {}, {}, 'done')", i == 0 ? "" : ", ", run, first + i, quote_literal(statements[i].shown));
  return sql + ";";
}

std::string row_intent(long long run, std::size_t position, const Statement& statement, const std::string& known) {
  return fmt::format(
      "INSERT INTO trueup.journal (run, \"position\", statement, event, known) VALUES ({}, {}, {}, 'intent', {}) "
      "ON CONFLICT (run, \"position\") DO UPDATE SET known = EXCLUDED.known;",
      run, position, quote_literal(statement.shown), quote_literal(known));
}

std::string intent_done(long long run, std::size_t position) {
  return fmt::format(
      "UPDATE trueup.journal SET event = 'done', at = pg_catalog.clock_timestamp() WHERE run = {} AND \"position\" = "
      "{};",
      run, position);
}

std::string intent_undone(long long run, std::size_t position) {
  return fmt::format("DELETE FROM trueup.journal WHERE run = {} AND \"position\" = {} AND event = 'intent';", run,
                     position);
}

std::string run_done(long long run, const Job& job, const std::string& tool) {
  std::string sql = fmt::format(
      "UPDATE trueup.run SET outcome = 'done', error = NULL, finished_at = pg_catalog.clock_timestamp() WHERE id = {};",
      run);
  if (!job.entry) return sql;
  return sql +
         fmt::format(
             " INSERT INTO trueup.history (id, run, version, description, checksum, outcome, took_ms, tool_version) "
             "SELECT (SELECT {} FROM trueup.history), id, {}, {}, {}, {}, (EXTRACT(epoch FROM "
             "pg_catalog.clock_timestamp() - started_at) * "
             "1000)::bigint, {} FROM trueup.run WHERE id = {};",
             next_id, quote_literal(job.entry->version), quote_literal(job.entry->description),
             quote_literal(job.entry->checksum), job.entry->direction == Direction::up ? "'applied'" : "'reverted'",
             quote_literal(tool), run);
}

}  // namespace trueup::apply
