// Runs the plans of the cases, up and down, statement by statement, and compares what each locks, scans and rewrites
// with what the table of forms (src/effects) says: measure_locks [--online] [--forms] [KIND[/CASE] …]. Every statement
// counts; the last line is `N passed, N failed`. --online takes the forms for databases in use, as if every table held
// rows; --forms lists the forms that no case brought up.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "base/quote.h"
#include "effects/effects.h"
#include "effects/measure/measure.h"
#include "verify/cases/six_properties.h"
#include "verify/load.h"
#include "verify/site.h"

namespace trueup::effects {

namespace {

namespace fs = std::filesystem;

const fs::path cases = fs::path(TRUEUP_SOURCE_DIR) / "tests" / "cases";

std::vector<std::string> cases_of(const std::string& argument) {
  if (argument.find('/') != std::string::npos) return {argument};
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(cases / argument)) {
    if (!entry.is_directory()) continue;
    const std::string name = (argument.empty() ? "" : argument + "/") + entry.path().filename().string();
    const std::vector<std::string> more = argument.empty() ? cases_of(name) : std::vector<std::string>{name};
    names.insert(names.end(), more.begin(), more.end());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string sql_of(const ObjectId& relation) { return qualified(relation.schema, relation.name); }

std::set<std::string> names(const std::set<ObjectId>& relations) {
  std::set<std::string> names;
  for (const ObjectId& relation : relations) names.insert(sql_of(relation));
  return names;
}

std::string in_words(const Measured& measured) {
  std::string text;
  for (const auto& [relation, mode] : measured.locks)
    text += fmt::format("{} on {}, ", plan::lock_name(mode), relation);
  return fmt::format("{}rewrites [{}], scans [{}]", text, fmt::join(measured.rewrites, ", "),
                     fmt::join(measured.scans, ", "));
}

class Measuring {
 public:
  Measuring(db::Scratch& scratch, bool online) : scratch_(scratch), online_(online) {}

  void run(const std::string& name) {
    int since = 0;
    std::ifstream(cases / name / "since") >> since;
    if (since > scratch_.server_version() / 10000) return;
    name_ = name;
    verify::Pair pair = verify::read_pair(cases / name);
    pair.online = online_;
    std::optional<verify::PairPlans> plans = verify::plans_of(pair, scratch_);
    if (!plans || plans->up.empty()) return;
    for (const plan::Segment& segment : plans->up.segments)
      for (const plan::Step& step : segment.steps)
        if (step.subject.kind == Kind::role && step.change == diff::Change::create)
          plans->roles.erase(step.subject.name);
    Result<verify::Site> site = verify::Site::make(scratch_, {});
    if (!site) return fail({}, site.error().message);
    if (const auto made = site->need_roles(plans->roles); !made) return fail({}, made.error().message);
    if (const auto loaded = verify::load(*site, {{"old.sql", pair.old_sql}}, verify::Scope::everything); !loaded)
      return fail({}, loaded.error().message);
    Result<Meter> meter = Meter::open(scratch_.user_target(site->database()));
    if (!meter) return fail({}, meter.error().message);
    if (walk(*meter, plans->up)) {
      // What the way up made is in use when the way back begins.
      if (Result<Meter> again = Meter::open(scratch_.user_target(site->database()))) (void)walk(*again, plans->down);
    }
  }

  int passed = 0;
  int failed = 0;
  int not_run = 0;
  std::set<std::string_view> met;

 private:
  bool walk(Meter& meter, const plan::Plan& plan) {
    for (const plan::Segment& segment : plan.segments)
      for (const plan::Step& step : segment.steps)
        if (!measure(meter, step, segment.transactional)) return false;
    return true;
  }

  /// Whether the statement could be run.
  bool measure(Meter& meter, const plan::Step& step, bool transactional) {
    const std::string& sql = step.statement.sql;
    for (const std::string_view form : forms_of(sql)) met.insert(form);
    // Whoever is locked hardest is so last.
    std::vector<std::pair<plan::LockMode, ObjectId>> order;
    for (const auto& [relation, mode] : step.effect.locks)
      if (is_relation(relation.kind)) order.emplace_back(mode, relation);
    std::sort(order.begin(), order.end());
    std::vector<std::string> holds;
    for (const auto& [mode, relation] : order)
      holds.push_back(is_table(relation.kind) ? "LOCK TABLE " + sql_of(relation) + " IN ROW EXCLUSIVE MODE"
                                              : "SELECT FROM " + sql_of(relation));
    // As the executor does: an extension goes where the session creates things.
    const bool extension = step.subject.kind == Kind::extension;
    if (extension) (void)meter.run("SET search_path = public");
    const Result<Measured> measured = transactional ? meter.inside(sql) : meter.outside(sql, holds);
    if (extension) (void)meter.run("SET search_path = ''");
    if (!measured) {
      ++not_run;
      fmt::print("NOT RUN {}\n    {}\n    {}\n", name_, sql, measured.error().message);
      return false;
    }
    Measured told{.locks = {}, .rewrites = names(step.effect.rewrites), .scans = names(step.effect.scans)};
    for (const auto& [relation, mode] : step.effect.locks) told.locks[sql_of(relation)] = mode;
    if (!transactional) told.scans.clear();
    if (!step.effect.known) {
      fail(sql, "the table of forms does not know it");
    } else if (told.locks != measured->locks || told.rewrites != measured->rewrites || !scans_agree(told, *measured)) {
      fail(sql, fmt::format("told:     {}\n    measured: {}", in_words(told), in_words(*measured)));
    } else {
      ++passed;
    }
    return true;
  }

  /// A foreign key's other table is read as the server sees fit: by its key, or whole.
  static bool scans_agree(const Measured& told, const Measured& measured) {
    return std::includes(measured.scans.begin(), measured.scans.end(), told.scans.begin(), told.scans.end()) &&
           std::all_of(measured.scans.begin(), measured.scans.end(), [&](const std::string& table) {
             const auto lock = measured.locks.find(table);
             return told.scans.contains(table) || lock == measured.locks.end() ||
                    lock->second == plan::LockMode::share_row_exclusive;
           });
  }

  void fail(const std::string& sql, const std::string& why) {
    ++failed;
    fmt::print("FAILED {}\n    {}\n    {}\n", name_, sql, why);
  }

  db::Scratch& scratch_;
  bool online_;
  std::string name_;
};

int run(std::vector<std::string> arguments) {
  const bool list = std::erase(arguments, "--forms") != 0;
  const bool online = std::erase(arguments, "--online") != 0;
  if (arguments.empty()) arguments = {""};
  Result<db::Scratch> scratch = db::Scratch::start({});
  if (!scratch) {
    fmt::print(stderr, "{}\n{}\n", scratch.error().message, scratch.error().hint);
    return 1;
  }
  // One login for everything: what it makes and what only a superuser may do.
  Result<db::Connection> superuser = db::Connection::open(scratch->superuser_target("template1"));
  if (!superuser || !superuser->run("ALTER ROLE " + quote_identifier(scratch->user()) + " SUPERUSER")) return 1;
  superuser = Error{};
  Measuring measuring(*scratch, online);
  for (const std::string& argument : arguments)
    for (const std::string& name : cases_of(argument)) measuring.run(name);
  if (list)
    for (const std::string_view form : all_forms())
      if (!measuring.met.contains(form)) fmt::print("not met: {}\n", form);
  fmt::print("{} statements could not be run\n{} passed, {} failed\n", measuring.not_run, measuring.passed,
             measuring.failed);
  return measuring.failed == 0 && measuring.not_run == 0 ? 0 : 1;
}

}  // namespace

}  // namespace trueup::effects

int main(int argc, char** argv) { return trueup::effects::run({argv + 1, argv + argc}); }
