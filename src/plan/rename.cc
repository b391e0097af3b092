#include "plan/rename.h"

#include <fmt/format.h>

#include <algorithm>

#include "ddl/rename.h"

namespace trueup::plan {

namespace {

/// One rename on its way: where it is now, and where it goes.
struct Move {
  ObjectId now;
  ObjectId to;
};

/// What tells two names apart that cannot be one. An index's name, a key's included, is one among the relations'.
std::string place_of(const ObjectId& id) {
  if (is_relation(id.kind) || is_type(id.kind) || id.kind == Kind::sequence || has_index(id.kind))
    return fmt::format("{}\n{}", id.schema, id.name);
  const int kind = is_constraint(id.kind) ? -1 : static_cast<int>(id.kind);
  return fmt::format("{}\n{}\n{}\n{}\n{}", kind, id.schema, id.parent, id.name, id.signature);
}

class Mover {
 public:
  explicit Mover(const Catalog& before) : before_(before) {}

  void add(const Rename& rename, const Renaming& renaming) {
    // What it lies in has its new name already.
    ObjectId now = rename.to;
    now.name = rename.from.name;
    const bool goes_along = has_parent(now.kind) || now.kind == Kind::index || rename.implied;
    if (!goes_along) now.schema = renaming.of_schema(rename.from.schema);
    waiting_.push_back({.now = now, .to = rename.to});
  }

  std::vector<Step> run() {
    while (!waiting_.empty()) {
      const auto free = [&](const Move& move) {
        return std::none_of(waiting_.begin(), waiting_.end(), [&](const Move& other) {
          return &other != &move && place_of(other.now) == place_of(move.to);
        });
      };
      const auto next = std::find_if(waiting_.begin(), waiting_.end(), free);
      if (next == waiting_.end()) {
        step_aside(waiting_.front());
        continue;
      }
      go(next->now, next->to);
      waiting_.erase(next);
    }
    return std::move(steps_);
  }

 private:
  void step_aside(Move& move) {
    ObjectId aside = move.now;
    do aside.name = fmt::format("trueup_renamed_{}", ++aside_);
    while (is_taken(aside));
    go(move.now, aside);
    move.now = aside;
  }

  void go(const ObjectId& from, const ObjectId& to) {
    const auto say = [&](ddl::Statement statement) {
      steps_.push_back({.subject = to, .change = diff::Change::alter, .statement = std::move(statement)});
    };
    if (from.schema == to.schema) {
      if (from.name != to.name) say(ddl::rename(from, to));
      return;
    }
    ObjectId between = from;
    between.schema = to.schema;
    const bool name_first = from.name != to.name && is_taken(between);
    if (name_first) {
      between = from;
      between.name = to.name;
      say(ddl::rename(from, between));
    }
    say(ddl::set_schema(name_first ? between : from, to.schema));
    if (!name_first && from.name != to.name) say(ddl::rename(between, to));
  }

  [[nodiscard]] bool is_taken(const ObjectId& place) const {
    return std::any_of(before_.objects.begin(), before_.objects.end(),
                       [&](const auto& entry) { return place_of(entry.first) == place_of(place); });
  }

  const Catalog& before_;
  std::vector<Move> waiting_;
  std::vector<Step> steps_;
  int aside_ = 0;
};

}  // namespace

std::vector<Step> rename_steps(const Renaming& renaming, const Catalog& before) {
  std::vector<Step> steps;
  // What was added together can be in each other's way; what lies in it comes after.
  const auto flush = [&](Mover& mover) {
    for (Step& step : mover.run()) steps.push_back(std::move(step));
  };
  Mover schemas(before), others(before), parts(before);
  for (const Rename& rename : renaming.renames()) {
    if (!rename.part.empty()) continue;
    Mover& mover = rename.to.kind == Kind::schema                                                  ? schemas
                   : has_parent(rename.to.kind) || rename.to.kind == Kind::index || rename.implied ? parts
                                                                                                   : others;
    mover.add(rename, renaming);
  }
  flush(schemas);
  flush(others);
  flush(parts);
  for (const Rename& rename : renaming.renames())
    if (!rename.part.empty())
      steps.push_back({.subject = rename.to,
                       .change = diff::Change::alter,
                       .statement = ddl::rename_part(rename.to, rename.part, rename.part_to)});
  return steps;
}

void rename_first(Plan& plan, std::vector<Step> steps) {
  if (steps.empty()) return;
  if (plan.segments.empty() || !plan.segments.front().transactional)
    plan.segments.insert(plan.segments.begin(), Segment{});
  std::vector<Step>& first = plan.segments.front().steps;
  first.insert(first.begin(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
}

void rename_last(Plan& plan, std::vector<Step> steps) {
  if (steps.empty()) return;
  const bool closed = plan.segments.empty() || !plan.segments.back().transactional ||
                      plan.segments.back().steps.back().statement.transaction != ddl::Transaction::inside;
  if (closed) plan.segments.emplace_back();
  std::vector<Step>& last = plan.segments.back().steps;
  last.insert(last.end(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
}

}  // namespace trueup::plan
