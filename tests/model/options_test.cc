#include "model/options.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

TEST(Options, KeepTheOrderInWhichTheyWereSet) {
  Options options{{"fillfactor", "70"}, {"deduplicate_items", "off"}};
  options.set("buffering", "auto");
  options.set("fillfactor", "80");
  std::string names;
  for (const auto& [name, value] : options) names += name + " ";
  EXPECT_EQ(names, "deduplicate_items buffering fillfactor ");
}

TEST(Options, AreEqualInWhateverOrder) {
  const Options some{{"a", "1"}, {"b", "2"}};
  EXPECT_EQ(some, (Options{{"b", "2"}, {"a", "1"}}));
  EXPECT_FALSE(some == (Options{{"b", "1"}, {"a", "2"}}));
  EXPECT_FALSE(some == (Options{{"a", "1"}}));
}

}  // namespace
}  // namespace trueup
