#include "verify/matching.h"

#include <gtest/gtest.h>

#include <regex>

namespace trueup::verify {
namespace {

TEST(Matching, GivesATextThatMatches) {
  for (const char* expression : {"^[A-Za-z0-9._%-]+@[A-Za-z0-9.-]+[.][A-Za-z]+$", "^https?://[^/]+",
                                 "[^@]+@[^@]+\\.[^@]+", "^[a-z][a-z0-9_]{2,30}$", "^(red|green)$", "^\\d{4}-\\d{2}$",
                                 "^[[:alpha:]]+ [[:digit:]]*$", "^(?:a|b)c?$", "^[^a1A]x$", "^\\(\\+\\d+\\)$", "^$"}) {
    const std::optional<std::string> text = matching(expression);
    ASSERT_TRUE(text) << expression;
    EXPECT_TRUE(std::regex_search(*text, std::regex(expression))) << expression << " → " << *text;
  }
}

TEST(Matching, SaysWhatItDoesNotKnow) {
  for (const char* expression : {"(?=a)b", "(a)\\1", "[a", "(a", "a)"})
    EXPECT_FALSE(matching(expression)) << expression;
}

}  // namespace
}  // namespace trueup::verify
