#include "base/duration.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

TEST(Duration, IsANumberAndAUnit) {
  using namespace std::chrono_literals;
  EXPECT_EQ(parse_duration("30d"), std::chrono::seconds(30 * 24h));
  EXPECT_EQ(parse_duration("12h"), std::chrono::seconds(12h));
  EXPECT_EQ(parse_duration("4w"), std::chrono::seconds(4 * 7 * 24h));
  EXPECT_EQ(parse_duration("5m"), std::chrono::seconds(5min));
  EXPECT_EQ(parse_duration("0s"), 0s);
}

TEST(Duration, NothingElseIsOne) {
  for (const char* text : {"", "d", "30", "30 d", "-1d", "1.5d", "30dd", "30y", "99999999999d"})
    EXPECT_FALSE(parse_duration(text)) << text;
}

}  // namespace
}  // namespace trueup
