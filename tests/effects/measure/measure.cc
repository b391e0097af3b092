#include "effects/measure/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

namespace trueup::effects {

namespace {

using plan::LockMode;

// Views have no rows to scan and no file; toast tables go with their tables.
constexpr auto relations_query = R"(
SELECT c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), c.relkind,
       coalesce(i.indrelid, d.refobjid), pg_catalog.pg_relation_filenode(c.oid),
       pg_catalog.pg_stat_get_xact_numscans(c.oid)
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
LEFT JOIN pg_catalog.pg_depend d ON c.relkind = 'S' AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND d.objid = c.oid AND d.refclassid = d.classid AND d.deptype IN ('a', 'i')
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I') AND c.relpersistence <> 't'
  AND n.nspname <> 'pg_catalog' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_toast%')";

std::optional<LockMode> lock_mode(const std::string& name) {
  static const std::map<std::string, LockMode> modes = {{"ShareUpdateExclusiveLock", LockMode::share_update_exclusive},
                                                        {"ShareLock", LockMode::share},
                                                        {"ShareRowExclusiveLock", LockMode::share_row_exclusive},
                                                        {"ExclusiveLock", LockMode::exclusive},
                                                        {"AccessExclusiveLock", LockMode::access_exclusive}};
  const auto found = modes.find(name);
  return found == modes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

Result<Meter> Meter::open(const std::string& target) {
  Result<db::Connection> connection = db::Connection::open(target);
  if (!connection) return connection.error();
  Meter meter(std::move(*connection), target);
  // In UTC a timestamp with and one without time zone are the same bytes; elsewhere they are not.
  if (Result<void> set = meter.run("SET TimeZone = 'Europe/Berlin'"); !set) return set.error();
  Result<Relations> there = meter.look();
  if (!there) return there.error();
  for (const auto& [oid, relation] : *there) meter.in_use_.insert(oid);
  return meter;
}

Result<void> Meter::run(const std::string& sql) {
  const Result<db::Rows> rows = connection_.run(sql);
  if (!rows) return rows.error();
  return {};
}

Result<Meter::Relations> Meter::look() {
  const Result<db::Rows> rows = connection_.run(relations_query);
  if (!rows) return rows.error();
  Relations relations;
  for (std::size_t i = 0; i < rows->size(); ++i)
    relations[rows->text(i, 0)] = {.name = rows->text(i, 1),
                                   .kind = rows->text(i, 2),
                                   .owner = rows->text(i, 3),
                                   .file = rows->text(i, 4),
                                   .scans = rows->at(i, 5) ? rows->integer(i, 5) : 0};
  return relations;
}

Result<std::map<std::string, LockMode>> Meter::locks_of(db::Connection& looker, int pid) {
  const Result<db::Rows> rows = looker.run(fmt::format(
      "SELECT relation, mode FROM pg_catalog.pg_locks WHERE locktype = 'relation' AND pid = {} AND database = "
      "(SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())",
      pid));
  if (!rows) return rows.error();
  std::map<std::string, LockMode> locks;
  for (std::size_t i = 0; i < rows->size(); ++i)
    if (const std::optional<LockMode> mode = lock_mode(rows->text(i, 1))) {
      LockMode& held = locks[rows->text(i, 0)];
      held = std::max(held, *mode);
    }
  return locks;
}

std::map<std::string, LockMode> Meter::named(const std::map<std::string, LockMode>& by_oid,
                                             const Relations& relations) const {
  std::map<std::string, LockMode> locks;
  for (const auto& [oid, mode] : by_oid) {
    const auto relation = relations.find(oid);
    if (relation == relations.end() || !in_use_.contains(oid)) continue;
    const auto owner = by_oid.find(relation->second.owner);
    if (owner == by_oid.end() || owner->second < mode) locks[relation->second.name] = mode;
  }
  return locks;
}

Result<Measured> Meter::inside(const std::string& sql) {
  if (Result<void> begun = run("BEGIN"); !begun) return begun.error();
  const Result<Relations> before = look();
  if (!before) return before.error();
  if (Result<void> ran = run(sql); !ran) {
    (void)run("ROLLBACK");
    return ran.error();
  }
  const auto locks = locks_of(connection_, connection_.backend_pid());
  const Result<Relations> after = look();
  if (!locks) return locks.error();
  if (!after) return after.error();
  if (Result<void> done = run("COMMIT"); !done) return done.error();

  Measured measured{.locks = named(*locks, *before), .rewrites = {}, .scans = {}};
  for (const std::string& oid : std::set<std::string>(in_use_)) {
    const auto old = before->find(oid);
    const auto now = after->find(oid);
    if (now == after->end()) in_use_.erase(oid);
    if (now == after->end() || old == before->end() || !locks->contains(oid)) continue;
    const bool has_rows = old->second.kind == "r" || old->second.kind == "m" || old->second.kind == "p";
    if (!has_rows) continue;
    if (old->second.file != now->second.file)
      measured.rewrites.insert(old->second.name);
    else if (now->second.scans != old->second.scans)
      measured.scans.insert(old->second.name);
  }
  return measured;
}

Result<Measured> Meter::outside(const std::string& sql, const std::vector<std::string>& in_the_way) {
  using namespace std::chrono_literals;
  const Result<Relations> before = look();
  if (!before) return before.error();
  std::vector<db::Connection> holders;
  for (const std::string& hold : in_the_way) {
    Result<db::Connection> holder = db::Connection::open(target_);
    if (!holder) return holder.error();
    const auto held = holder->run("BEGIN ISOLATION LEVEL REPEATABLE READ; " + hold);
    if (held) holders.push_back(std::move(*holder));
  }
  Result<db::Connection> looker = db::Connection::open(target_);
  if (!looker) return looker.error();

  std::atomic<bool> done = false;
  Result<void> ran;
  std::thread runner([&] {
    ran = run(sql);
    done = true;
  });
  std::map<std::string, LockMode> seen;
  auto given_up = std::chrono::steady_clock::now();
  while (!done) {
    const auto locks = locks_of(*looker, connection_.backend_pid());
    if (locks)
      for (const auto& [oid, mode] : *locks) seen[oid] = std::max(seen[oid], mode);
    if (!holders.empty() && std::chrono::steady_clock::now() - given_up > 100ms) {
      (void)holders.front().run("COMMIT");
      holders.erase(holders.begin());
      given_up = std::chrono::steady_clock::now();
    }
    std::this_thread::sleep_for(1ms);
  }
  runner.join();
  if (!ran) return ran.error();
  // An index that goes is locked against all only when nobody can use it any more.
  std::erase_if(seen, [&](const auto& lock) {
    const auto relation = before->find(lock.first);
    return relation != before->end() && (relation->second.kind == "i" || relation->second.kind == "I");
  });
  const Result<Relations> after = look();
  if (!after) return after.error();
  std::erase_if(in_use_, [&](const std::string& oid) { return !after->contains(oid); });
  return Measured{.locks = named(seen, *before), .rewrites = {}, .scans = {}};
}

}  // namespace trueup::effects
