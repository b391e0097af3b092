#include "apply/jobs.h"

#include <filesystem>

#include "apply/nature.h"
#include "migrations/lexer.h"

namespace trueup::apply {

static Statement statement_of(const plan::Step& step) {
  return {.sql = step.statement.sql,
          .shown = ddl::shown(step.statement),
          .in_public = step.subject.kind == Kind::extension && step.change == diff::Change::create};
}

Job job_of(const plan::Plan& plan) {
  Job job{.name = "plan", .segments = {}, .entry = {}};
  for (const plan::Segment& segment : plan.segments) {
    if (segment.steps.empty()) continue;
    job.segments.push_back({.transactional = segment.transactional, .statements = {}});
    for (const plan::Step& step : segment.steps) job.segments.back().statements.push_back(statement_of(step));
  }
  return job;
}

Job job_of(const migrations::Revision& revision, Direction direction) {
  const bool up = direction == Direction::up;
  const migrations::Section& section = up ? revision.content.up : revision.content.down;
  const std::string file =
      std::filesystem::path(up || section.path.empty() ? revision.path() : section.path).filename();
  Job job{.name = (up ? "up " : "down ") + file,
          .segments = {},
          .search_path = "\"$user\", public",
          .entry = Entry{.version = revision.version,
                         .description = revision.description,
                         .checksum = revision.checksum,
                         .direction = direction},
          .keep = false};
  for (const migrations::Segment& segment : section.segments) {
    Segment made{.transactional = segment.transactional, .statements = {}};
    for (const std::string_view sql : migrations::statements(segment.sql))
      made.statements.push_back({.sql = std::string(sql), .shown = masked(sql)});
    if (!made.statements.empty()) job.segments.push_back(std::move(made));
  }
  return job;
}

}  // namespace trueup::apply
