#include "base/diagnostic.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

TEST(Location, ShowsAsMuchAsIsKnown) {
  EXPECT_EQ(to_string(Location{.file = "a.sql", .line = 3, .column = 7}), "a.sql:3:7");
  EXPECT_EQ(to_string(Location{.file = "a.sql", .line = 3}), "a.sql:3");
  EXPECT_EQ(to_string(Location{.file = "a.sql"}), "a.sql");
  EXPECT_EQ(to_string(Location{}), "");
}

TEST(Diagnostic, ShowsPlaceSeverityMessageCodeExcerptAndHint) {
  const Diagnostic diagnostic{.severity = Severity::error,
                              .code = "syntax-error",
                              .message = "syntax error at or near \"TABEL\"",
                              .where = {.file = "a.sql", .line = 1, .column = 8},
                              .hint = "did you mean TABLE?",
                              .excerpt = "CREATE TABEL t ();\n       ^"};
  EXPECT_EQ(to_string(diagnostic),
            "a.sql:1:8: error: syntax error at or near \"TABEL\" [syntax-error]\n"
            "CREATE TABEL t ();\n       ^\n"
            "  hint: did you mean TABLE?");
}

TEST(Diagnostic, LeavesOutWhatIsEmpty) {
  EXPECT_EQ(to_string(Diagnostic{.severity = Severity::note, .message = "nothing to do"}), "note: nothing to do");
}

TEST(Diagnostics, OnlyErrorsAreErrors) {
  const Diagnostic warning{.severity = Severity::warning};
  const Diagnostic error{.severity = Severity::error};
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({warning}));
  EXPECT_TRUE(has_errors({warning, error}));
}

}  // namespace
}  // namespace trueup
