#include "cli/commands.h"
#include "cli/plan_files.h"
#include "render/sql.h"

namespace trueup::cli {

ExitCode show(const Arguments& arguments, const Console& console) {
  const auto opened = open_plan_file(arguments.plan_file);
  if (!opened) return console.fail(opened.error());
  const render::PlanFile& plan = opened->plan;
  switch (arguments.format) {
    case Format::sql:
      console.result(render::sql(arguments.down ? plan.down : plan.up));
      break;
    case Format::json:
      console.result(opened->text);
      break;
    case Format::text:
    case Format::sarif:
      console.result(render::text(plan.preview(), arguments.down, console.style()));
      break;
  }
  return ExitCode::done;
}

}  // namespace trueup::cli
