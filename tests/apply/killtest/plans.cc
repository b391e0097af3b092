#include "apply/killtest/plans.h"

namespace trueup::killtest {

const char* const start_sql = R"sql(
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE t (id integer PRIMARY KEY, a integer, b text, m mood);
CREATE INDEX t_b_idx ON t (b);
INSERT INTO t SELECT g, g, 'row ' || g, 'sad' FROM generate_series(1, 300) g;
CREATE TABLE log (n integer);
CREATE TABLE p (id integer, at date) PARTITION BY RANGE (id);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE p_2 PARTITION OF p FOR VALUES FROM (100) TO (200);
INSERT INTO p SELECT g, '2026-01-01' FROM generate_series(1, 150) g;
CREATE MATERIALIZED VIEW v AS SELECT id, a FROM t;
CREATE UNIQUE INDEX v_idx ON v (id);
CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1..3 LOOP
    UPDATE public.t SET b = 'filled ' || i WHERE id % 3 = i % 3;
    COMMIT;
  END LOOP;
END $$;
)sql";

namespace {

constexpr const char* segment = "\n-- trueup: segment\n";
constexpr const char* outside = "\n-- trueup: no-transaction\n";

std::string file(const std::string& up, const std::string& down = "") {
  return "-- Schema Change: Up\n" + up + "\n-- Schema Change: Down\n" + down + "\n";
}

Plan up(std::string name, const std::string& sql, std::string blocked = "public.t") {
  return {.name = std::move(name), .files = {{"002_step.sql", file(sql)}}, .blocked = std::move(blocked)};
}

Plan down(std::string name, const std::string& sql, const std::string& back) {
  return {.name = std::move(name), .command = Plan::Command::down, .files = {{"002_step.sql", file(sql, back)}}};
}

Plan planned(std::string name, std::string desired) {
  return {.name = std::move(name), .command = Plan::Command::apply, .files = {{"desired.sql", std::move(desired)}}};
}

/// The beginning as a desired state, with `more` and the table's columns as said.
std::string desired(const std::string& columns, const std::string& more, const std::string& labels = "'sad', 'glad'") {
  return "CREATE TYPE mood AS ENUM (" + labels + ");\nCREATE TABLE t (" + columns + ");\n" + more +
         R"sql(
CREATE INDEX t_b_idx ON t (b);
CREATE TABLE log (n integer);
CREATE TABLE p (id integer, at date) PARTITION BY RANGE (id);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (100);
CREATE TABLE p_2 PARTITION OF p FOR VALUES FROM (100) TO (200);
CREATE MATERIALIZED VIEW v AS SELECT id, a FROM t;
CREATE UNIQUE INDEX v_idx ON v (id);
CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1..3 LOOP
    UPDATE public.t SET b = 'filled ' || i WHERE id % 3 = i % 3;
    COMMIT;
  END LOOP;
END $$;
)sql";
}

constexpr const char* columns = "id integer PRIMARY KEY, a integer, b text, m mood";

std::vector<Plan> transactions() {
  const std::string s = segment;
  std::string many;
  for (int i = 0; i < 12; ++i) many += "CREATE TABLE many_" + std::to_string(i) + " (id integer);\n";
  return {
      up("one-transaction",
         "ALTER TABLE t ADD COLUMN c integer; INSERT INTO log VALUES (1); CREATE TABLE x (id integer);"),
      up("two-segments",
         "INSERT INTO log VALUES (1);" + s + "INSERT INTO log VALUES (2); CREATE TABLE x (id integer);"),
      up("enum-value", "ALTER TYPE mood ADD VALUE 'calm';" + s + "UPDATE t SET m = 'calm' WHERE id < 9;"),
      up("enum-values", "ALTER TYPE mood ADD VALUE 'calm';" + s + "ALTER TYPE mood ADD VALUE 'wild' BEFORE 'sad';" + s +
                            "UPDATE t SET m = 'wild'; ALTER TABLE t ALTER m SET DEFAULT 'calm';"),
      up("not-null-online", "ALTER TABLE t ADD CONSTRAINT a_there CHECK (a IS NOT NULL) NOT VALID;" + s +
                                "ALTER TABLE t VALIDATE CONSTRAINT a_there;" + s +
                                "ALTER TABLE t ALTER a SET NOT NULL; ALTER TABLE t DROP CONSTRAINT a_there;"),
      up("foreign-key-online",
         "CREATE TABLE c (t integer); INSERT INTO c VALUES (1); ALTER TABLE c ADD CONSTRAINT c_t "
         "FOREIGN KEY (t) REFERENCES t NOT VALID;" +
             s + "ALTER TABLE c VALIDATE CONSTRAINT c_t;"),
      up("deferred", "CREATE TABLE d (id integer UNIQUE DEFERRABLE INITIALLY DEFERRED);" + s +
                         "INSERT INTO d VALUES (1), (2); UPDATE d SET id = id + 1;"),
      up("settings", "CREATE SCHEMA app; SET search_path = app; CREATE TABLE a (id integer);" + s +
                         "CREATE TABLE b (id integer);" + s + "CREATE TABLE c (id integer);"),
      up("role",
         "SET ROLE killtest_owner; CREATE TABLE mine (id integer);" + s + "CREATE TABLE mine_too (id integer);"),
      up("routines", "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $f$ BEGIN RETURN 1; -- ; \nEND $f$;" + s +
                         "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION "
                         "suppress_redundant_updates_trigger();"),
      up("many", many),
      {.name = "four-files",
       .files = {{"002_a.sql", file("INSERT INTO log VALUES (2);")},
                 {"003_b.sql", file("INSERT INTO log VALUES (3);")},
                 {"004_c.sql", file(outside + std::string("CREATE INDEX CONCURRENTLY t_a_idx ON t (a);"))},
                 {"005_d.sql", file("INSERT INTO log VALUES (5);")}}},
  };
}

std::vector<Plan> no_transactions() {
  const std::string o = outside;
  const std::string s = segment;
  return {
      up("index-build", o + "CREATE INDEX CONCURRENTLY t_a_idx ON t (a);"),
      up("index-build-unnamed", o + "CREATE INDEX CONCURRENTLY ON t (a);"),
      up("index-build-quoted",
         o + "CREATE UNIQUE INDEX CONCURRENTLY \"T A\" ON public.\"t\" USING btree (a) WHERE a > 0;"),
      up("index-build-if-missing", o + "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a_idx ON t (a);"),
      up("index-builds",
         o + "CREATE INDEX CONCURRENTLY t_a_idx ON t (a); CREATE INDEX CONCURRENTLY t_ab_idx ON t (a, b);"),
      up("unique-constraint", o + "CREATE UNIQUE INDEX CONCURRENTLY t_a_key ON t (a);" + s +
                                  "ALTER TABLE t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key;"),
      up("index-drop", o + "DROP INDEX CONCURRENTLY t_b_idx;"),
      up("index-drop-if-there", o + "DROP INDEX CONCURRENTLY IF EXISTS public.t_b_idx;"),
      up("index-drop-column", o + "DROP INDEX CONCURRENTLY t_b_idx;" + s + "ALTER TABLE t DROP COLUMN b;"),
      up("index-replace", o + "CREATE INDEX CONCURRENTLY t_b_new ON t (b, a); DROP INDEX CONCURRENTLY t_b_idx;" + s +
                              "ALTER INDEX t_b_new RENAME TO t_b_idx;"),
      up("detach", o + "ALTER TABLE p DETACH PARTITION p_1 CONCURRENTLY;", "public.p"),
      up("detach-and-drop",
         o + "ALTER TABLE public.p DETACH PARTITION public.p_1 CONCURRENTLY;" + s + "DROP TABLE p_1;", "public.p"),
      up("detach-and-build",
         o + "ALTER TABLE p DETACH PARTITION p_1 CONCURRENTLY; CREATE INDEX CONCURRENTLY p_1_at ON "
             "p_1 (at);",
         "public.p"),
      up("reindex", o + "REINDEX INDEX CONCURRENTLY t_b_idx;"),
      up("reindex-table", o + "REINDEX TABLE CONCURRENTLY t;"),
      up("reindex-options", o + "REINDEX (VERBOSE) TABLE CONCURRENTLY public.t; VACUUM (ANALYZE) t;"),
      up("vacuum", o + "VACUUM t; VACUUM (FREEZE) log;"),
      up("call", o + "CALL fill();"),
      up("code", o + "DO $$ BEGIN UPDATE public.t SET b = 'one'; COMMIT; UPDATE public.t SET m = 'glad'; END $$;"),
      up("rows-once", o + "INSERT INTO log VALUES (1); INSERT INTO log VALUES (2); UPDATE t SET a = a + 1;"),
      up("refresh", "UPDATE t SET a = -a;" + o + "REFRESH MATERIALIZED VIEW CONCURRENTLY v;"),
      up("partition-index",
         "CREATE INDEX p_at ON ONLY p (at);" + o +
             "CREATE INDEX CONCURRENTLY p_1_at ON p_1 (at); CREATE INDEX CONCURRENTLY p_2_at ON p_2 (at);" + s +
             "ALTER INDEX p_at ATTACH PARTITION p_1_at; ALTER INDEX p_at ATTACH PARTITION p_2_at;",
         "public.p"),
      up("mixed", "INSERT INTO log VALUES (1);" + o + "CREATE INDEX CONCURRENTLY t_a_idx ON t (a);" + s +
                      "INSERT INTO log VALUES (2);" + o +
                      "DROP INDEX CONCURRENTLY t_b_idx; INSERT INTO log VALUES (3);" + s +
                      "ALTER TYPE mood ADD VALUE 'calm';" + s + "UPDATE t SET m = 'calm';"),
      down("down", "CREATE TABLE x (id integer);", "INSERT INTO log VALUES (1);" + s + "DROP TABLE x;"),
      down("down-index", o + "CREATE INDEX CONCURRENTLY t_a_idx ON t (a);", o + "DROP INDEX CONCURRENTLY t_a_idx;"),
      down("down-mixed", "DROP INDEX t_b_idx;",
           "INSERT INTO log VALUES (1);" + o + "CREATE INDEX CONCURRENTLY t_b_idx ON t (b);" + s +
               "INSERT INTO log VALUES (2);"),
  };
}

std::vector<Plan> of_planner() {
  const std::string cols = columns;
  return {
      planned("apply-column",
              desired(cols + ", c integer, d text DEFAULT 'x'", "CREATE TABLE x (id serial PRIMARY KEY);")),
      planned("apply-enum",
              desired("id integer PRIMARY KEY, a integer, b text, m mood DEFAULT 'calm'", "", "'sad', 'glad', 'calm'")),
      planned("apply-enums", desired("id integer PRIMARY KEY, a integer NOT NULL, b text, m mood DEFAULT 'wild'",
                                     "CREATE TABLE y (m mood DEFAULT 'calm');", "'wild', 'sad', 'glad', 'calm'")),
      planned("apply-routines", desired(cols,
                                        "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';\n"
                                        "CREATE VIEW w AS SELECT id, f() AS one FROM t;\nCOMMENT ON VIEW w IS 'w';")),
  };
}

}  // namespace

std::vector<Plan> all_plans() {
  std::vector<Plan> all = transactions();
  for (auto& plan : no_transactions()) all.push_back(std::move(plan));
  for (auto& plan : of_planner()) all.push_back(std::move(plan));
  return all;
}

}  // namespace trueup::killtest
