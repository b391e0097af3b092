#include "cli/plan_files.h"

#include <fstream>
#include <iterator>

#include "cli/preview.h"
#include "migrations/directory.h"

namespace trueup::cli {

Result<void> write_plan_file(const Planned& planned, const std::string& path) {
  if (auto clean = render::may_be_written(planned.up); !clean) return clean;
  auto written = migrations::write_new_file(path, render::json(preview_of(planned)));
  if (!written && written.error().code == ExitCode::conflict)
    return Error{.message = written.error().message,
                 .hint = "it was left as it is: remove it, or name another file",
                 .code = ExitCode::conflict};
  return written;
}

Result<OpenedPlan> open_plan_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream)
    return Error{.message = "cannot read " + path, .hint = "a plan is written with `trueup plan --out FILE`"};
  auto plan = render::read_plan_file(text, path);
  if (!plan) return plan.error();
  return OpenedPlan{.plan = std::move(*plan), .text = std::move(text)};
}

}  // namespace trueup::cli
