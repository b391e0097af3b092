#include "render/sql.h"

namespace trueup::render {

std::string sql(const plan::Plan& plan) {
  std::string text;
  for (const plan::Segment& segment : plan.segments)
    for (const plan::Step& step : segment.steps) text += step.statement.sql + ";\n";
  return text;
}

}  // namespace trueup::render
