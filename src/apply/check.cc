#include "apply/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <set>

namespace trueup::apply {

namespace {

using migrations::Revision;
using migrations::Role;

std::string short_sum(const std::string& checksum) { return checksum.substr(0, 12); }

/// Places the versioned and repeatable ones; baselines stand for others and have no place of their own unless run.
std::vector<Position> positions_of(const migrations::Directory& directory, const History& history) {
  const Latest latest(history);
  std::vector<Position> positions;
  for (const Revision& revision : directory.revisions) {
    const Event* event = latest.find(revision.version, revision.description);
    if (revision.role == Role::baseline && !event && !history.events.empty()) continue;
    Position position{.revision = &revision, .state = State::pending, .event = event};
    if (event && leaves_applied(event->outcome))
      position.state = event->outcome == "baseline" ? State::baseline : State::applied;
    // A repeatable one that changed is to be run again.
    if (revision.role == Role::repeatable && event && event->checksum != revision.checksum)
      position.state = State::pending;
    positions.push_back(position);
  }
  return positions;
}

bool is_in(State state) { return state == State::applied || state == State::baseline; }

/// One that is not applied before one that is: rolled back on purpose, or out of order.
void find_out_of_order(Standing& standing) {
  const auto last = std::find_if(standing.positions.rbegin(), standing.positions.rend(), [](const Position& p) {
    return p.revision->role == Role::versioned && is_in(p.state);
  });
  if (last == standing.positions.rend()) return;
  for (auto position = standing.positions.begin(); position != last.base(); ++position) {
    if (position->state != State::pending || position->revision->role != Role::versioned) continue;
    if (position->event && position->event->outcome == "reverted") {
      position->state = State::rolled_back;
      continue;
    }
    standing.problems.push_back({.trouble = Trouble::out_of_order,
                                 .version = position->revision->version,
                                 .file = position->revision->file(),
                                 .message = fmt::format("{} is not applied, and {} after it is",
                                                        position->revision->file(), last->revision->file()),
                                 .hint = "`trueup migrate rebase` gives it the next number"});
  }
}

void find_changed(Standing& standing) {
  for (const Position& position : standing.positions) {
    const Revision& revision = *position.revision;
    if (!is_in(position.state) || revision.role == Role::repeatable) continue;
    if (position.event->checksum == revision.checksum) continue;
    standing.problems.push_back(
        {.trouble = Trouble::changed,
         .version = revision.version,
         .file = revision.file(),
         .message = fmt::format("{} is not what was applied on {} UTC (checksum {}… then, {}… now)", revision.file(),
                                position.event->at, short_sum(position.event->checksum), short_sum(revision.checksum)),
         .hint = "put the file back as it was and write another one; or `trueup migrate repair` accepts it as it is"});
  }
}

/// What `baseline 0` writes: that nothing is applied.
bool is_beginning(const Event& event) {
  return event.outcome == "baseline" && event.version.find_first_not_of('0') == std::string::npos;
}

void find_missing(const migrations::Directory& directory, const History& history, Standing& standing) {
  const Latest latest(history);
  std::set<const Event*> with_file;
  for (const Revision& revision : directory.revisions)
    with_file.insert(latest.find(revision.version, revision.description));
  for (const Event* event : in_force(history)) {
    if (with_file.contains(event) || event->version.empty() || is_beginning(*event)) continue;
    standing.problems.push_back({.trouble = Trouble::missing,
                                 .version = event->version,
                                 .file = "",
                                 .message = fmt::format("{} {} was applied on {} UTC, and its file is missing in {}",
                                                        event->version, event->description, event->at, directory.path),
                                 .hint = "get the file back; or `trueup migrate repair` forgets that it was applied"});
  }
}

/// The number of a version that counts one by one; nullopt for timestamps, dotted versions and ids.
std::optional<long long> number_of(const Revision& revision) {
  const std::string& version = revision.version;
  long long number = 0;
  const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
  if (error != std::errc() || end != version.data() + version.size() || version.size() >= 10) return std::nullopt;
  return number;
}

/// A baseline (B…) stands for what comes before it, so numbers may be missing there.
void find_skipped(const migrations::Directory& directory, Standing& standing) {
  const Revision* before = nullptr;
  for (const Revision& revision : directory.revisions) {
    if (revision.role == Role::repeatable) continue;
    const auto last = before ? number_of(*before) : std::nullopt;
    const auto number = number_of(revision);
    if (last && number && *number > *last + 1 && revision.role == Role::versioned)
      standing.problems.push_back(
          {.trouble = Trouble::skipped_number,
           .version = revision.version,
           .file = revision.file(),
           .message = fmt::format("between {} and {} {} left out", before->file(), revision.file(),
                                  *number == *last + 2 ? fmt::format("number {} is", *last + 1)
                                                       : fmt::format("numbers {} to {} are", *last + 1, *number - 1)),
           .hint = "get the file that is missing, or `trueup migrate rebase` closes the gap"});
    before = &revision;
  }
}

/// Every run that came to its end has its row, as it was written then.
void find_edited_history(const History& history, Standing& standing) {
  const auto add = [&](const Event& run, const std::string& what) {
    standing.problems.push_back(
        {.trouble = Trouble::edited_history,
         .version = run.version,
         .file = "",
         .message = fmt::format("the journal says that {} {} was {} on {} UTC; {}", run.version, run.description,
                                run.outcome, run.at, what),
         .hint = "find out who edited trueup.history; `trueup migrate repair` writes back what the journal knows"});
  };
  std::map<long long, const Event*> by_run;
  for (const Event& event : history.events)
    if (event.run) by_run[*event.run] = &event;
  for (const Event& run : history.runs) {
    const Event* found = by_run[run.run.value_or(0)];
    if (!history.there)
      add(run, "the history table is gone");
    else if (!found)
      add(run, "the history does not");
    else if (found->version != run.version || found->checksum != run.checksum || found->outcome != run.outcome)
      add(run, fmt::format("the history says {} {} with checksum {}…", found->version, found->outcome,
                           short_sum(found->checksum)));
  }
}

void find_unfinished(const std::optional<Run>& run, Standing& standing) {
  if (!run || !run->left_something()) return;
  const std::string command = !run->entry                              ? "apply"
                              : run->entry->direction == Direction::up ? "migrate up"
                                                                       : "migrate down";
  standing.problems.push_back({.trouble = Trouble::unfinished,
                               .version = run->entry ? run->entry->version : "",
                               .file = "",
                               .message = fmt::format("{}, begun at {} UTC, was stopped after {} of {} statements",
                                                      run->name, run->started, run->done, run->size),
                               .hint = fmt::format("`trueup {} --resume` finishes it", command)});
}

void find_unknown_state(const History& history, Standing& standing) {
  if (!history.events.empty() || !history.runs.empty() || history.empty_database) return;
  standing.problems.push_back(
      {.trouble = Trouble::unknown_state,
       .version = "",
       .file = "",
       .message = "the database holds relations, and no history says which migrations made them",
       .hint = "`trueup migrate baseline N` writes that it has all up to N; baseline 0: none"});
}

}  // namespace

std::string_view name_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::changed:
      return "changed";
    case Trouble::missing:
      return "missing";
    case Trouble::skipped_number:
      return "skipped-number";
    case Trouble::out_of_order:
      return "out-of-order";
    case Trouble::edited_history:
      return "edited-history";
    case Trouble::unfinished:
      return "unfinished";
    case Trouble::unknown_state:
      return "unknown-state";
    case Trouble::manifest:
      return "manifest";
  }
  return "";
}

std::string_view name_of(State state) {
  switch (state) {
    case State::pending:
      return "pending";
    case State::applied:
      return "applied";
    case State::baseline:
      return "baseline";
    case State::rolled_back:
      return "rolled back";
  }
  return "";
}

Standing compare(const migrations::Directory& directory, const History& history, const std::optional<Run>& unfinished) {
  Standing standing{.positions = positions_of(directory, history), .problems = {}};
  find_unknown_state(history, standing);
  find_edited_history(history, standing);
  find_unfinished(unfinished, standing);
  find_skipped(directory, standing);
  find_missing(directory, history, standing);
  find_out_of_order(standing);
  find_changed(standing);
  return standing;
}

std::vector<const Revision*> pending(const migrations::Directory& directory, const History& history,
                                     const Standing& standing, const Revision* last) {
  std::vector<const Revision*> all;
  if (in_force(history).empty()) {
    all = migrations::from_nothing(directory);
  } else {
    for (const Position& position : standing.positions)
      if (position.state == State::pending && position.revision->role != Role::baseline)
        all.push_back(position.revision);
  }
  if (!last) return all;
  std::erase_if(all, [](const Revision* revision) { return revision->role == Role::repeatable; });
  const auto place = [&](const Revision* revision) { return revision - directory.revisions.data(); };
  std::erase_if(all, [&](const Revision* revision) { return place(revision) > place(last); });
  return all;
}

std::vector<const Revision*> applied(const Standing& standing) {
  std::vector<const Revision*> all;
  for (auto position = standing.positions.rbegin(); position != standing.positions.rend(); ++position)
    if (is_in(position->state) && position->revision->role != Role::repeatable) all.push_back(position->revision);
  return all;
}

Result<void> refuse(const std::vector<Problem>& problems) {
  if (problems.empty()) return {};
  std::string message = problems.size() == 1 ? "" : fmt::format("{} problems, nothing was run:", problems.size());
  for (const Problem& problem : problems) {
    message += fmt::format("{}{}: {}", problems.size() == 1 ? "" : "\n  ", name_of(problem.trouble), problem.message);
    if (problems.size() > 1 && !problem.hint.empty()) message += "\n    " + problem.hint;
  }
  if (problems.size() == 1) message += "; nothing was run";
  const bool stopped =
      std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.trouble == Trouble::unfinished; });
  return Error{.message = std::move(message),
               .hint = problems.size() == 1 ? problems.front().hint : "",
               .code = stopped && problems.size() == 1 ? ExitCode::conflict : ExitCode::error};
}

}  // namespace trueup::apply
