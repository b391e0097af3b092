#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace trueup {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{.message = "odd", .hint = "take an even one", .code = ExitCode::usage};
  return number / 2;
}

TEST(Result, HoldsAValueOrAnError) {
  EXPECT_TRUE(half(4).ok());
  EXPECT_EQ(*half(4), 2);
  const Result<int> failed = half(3);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message, "odd");
  EXPECT_EQ(failed.error().code, ExitCode::usage);
}

TEST(Result, GivesUpItsValueWhenMovedFrom) {
  Result<std::unique_ptr<int>> made(std::make_unique<int>(7));
  const std::unique_ptr<int> taken = *std::move(made);
  EXPECT_EQ(*taken, 7);
}

TEST(Result, OfNothing) {
  EXPECT_TRUE(Result<void>().ok());
  EXPECT_FALSE(Result<void>(Error{.message = "no", .hint = {}}).ok());
}

// What the process answers is documented: changing a number breaks pipelines.
TEST(ExitCode, NumbersAreFrozen) {
  EXPECT_EQ(static_cast<int>(ExitCode::done), 0);
  EXPECT_EQ(static_cast<int>(ExitCode::error), 1);
  EXPECT_EQ(static_cast<int>(ExitCode::differences), 2);
  EXPECT_EQ(static_cast<int>(ExitCode::refused), 3);
  EXPECT_EQ(static_cast<int>(ExitCode::conflict), 4);
  EXPECT_EQ(static_cast<int>(ExitCode::usage), 64);
}

}  // namespace
}  // namespace trueup
