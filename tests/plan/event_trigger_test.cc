#include <gtest/gtest.h>

#include "plan/plan.h"

namespace trueup::plan {
namespace {

Object of(Kind kind, const std::string& name, Payload payload) {
  return {.id = {.kind = kind, .schema = {}, .parent = {}, .name = name, .signature = {}},
          .payload = std::move(payload)};
}

Catalog state(std::vector<Object> objects) {
  Catalog catalog;
  for (Object& object : objects) catalog.objects.emplace(object.id, object);
  return catalog;
}

Object trigger(const std::string& enabled = "origin") {
  EventTrigger payload{.event = "sql_drop", .tags = {}, .function = {.kind = Kind::function, .name = "f"}};
  payload.enabled = enabled;
  return of(Kind::event_trigger, "e", payload);
}

Object schema(const std::string& name) { return of(Kind::schema, name, Schema{}); }

std::vector<std::string> statements(const Catalog& from, const Catalog& to) {
  const Result<Plan> plan = make(from, to);
  if (!plan) return {plan.error().message};
  std::vector<std::string> found;
  for (const Segment& segment : plan->segments)
    for (const Step& step : segment.steps) found.push_back(step.statement.sql);
  return found;
}

TEST(EventTrigger, IsMadeAfterEverythingDropsIncluded) {
  const auto plan = statements(state({schema("gone")}), state({trigger(), schema("made")}));
  ASSERT_EQ(plan.size(), 3U);
  EXPECT_TRUE(plan.back().starts_with("CREATE EVENT TRIGGER")) << plan.back();
}

TEST(EventTrigger, GoesBeforeEverything) {
  const auto plan = statements(state({trigger(), schema("gone")}), state({schema("made")}));
  ASSERT_EQ(plan.size(), 3U);
  EXPECT_EQ(plan.front(), "DROP EVENT TRIGGER e");
}

TEST(EventTrigger, IsSwitchedOffFirstAndOnLast) {
  const auto first = statements(state({trigger()}), state({trigger("disabled"), schema("made")}));
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first.front(), "ALTER EVENT TRIGGER e DISABLE");
  const auto last = statements(state({trigger("disabled"), schema("gone")}), state({trigger()}));
  ASSERT_EQ(last.size(), 2U);
  EXPECT_EQ(last.back(), "ALTER EVENT TRIGGER e ENABLE");
}

}  // namespace
}  // namespace trueup::plan
