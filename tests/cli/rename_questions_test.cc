#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

/// A likely rename is asked about on a terminal (`script` gives one), and told of elsewhere.
class RenameQuestions : public Sandbox {
 protected:
  void make() {
    target_ = database("CREATE TABLE shelf (id integer, titel text); INSERT INTO shelf VALUES (1, 'Emma')");
    file("s.sql", "CREATE TABLE shelf (id integer, title text);");
    setenv("TARGET", target_.c_str(), 1);
  }
  source::Finished answered(const std::string& answers, const std::string& command) {
    return shell("printf '" + answers + "' | script -qec '\"$TRUEUP\" " + command + "' /dev/null");
  }
  std::string target_;
};

TEST_F(RenameQuestions, YesRenamesInPlace) {
  make();
  const auto applied = answered("y\\ny\\n", "apply --from \"$TARGET\" --to s.sql");
  EXPECT_EQ(applied.exit_code, 0) << applied.out;
  EXPECT_TRUE(holds(applied.out, "Is column public.shelf.title the old column public.shelf.titel under a new name?"));
  EXPECT_TRUE(holds(applied.out, "-- trueup: renamed from titel"));
  EXPECT_EQ(ask(target_, "SELECT title FROM public.shelf"), "Emma");
}

TEST_F(RenameQuestions, NoDropsAndAdds) {
  make();
  const auto refused = answered("n\\n", "apply --from \"$TARGET\" --to s.sql");
  EXPECT_EQ(refused.exit_code, 3) << refused.out;
  EXPECT_TRUE(holds(refused.out, "DROP COLUMN titel"));
  EXPECT_EQ(ask(target_, "SELECT titel FROM public.shelf"), "Emma");
}

TEST_F(RenameQuestions, AreFollowedByThoseOfTheParts) {
  const std::string target = database("CREATE TABLE t (id integer PRIMARY KEY, a text, CHECK (a <> ''))");
  file("s.sql", "CREATE TABLE u (id integer PRIMARY KEY, a text, CONSTRAINT filled CHECK (a <> ''));");
  setenv("TARGET", target.c_str(), 1);
  const auto planned = answered("y\\ny\\n", "plan --from \"$TARGET\" --to s.sql");
  EXPECT_EQ(planned.exit_code, 0) << planned.out;
  EXPECT_TRUE(holds(planned.out, "ALTER TABLE public.t RENAME TO u"));
  EXPECT_TRUE(holds(planned.out, "RENAME CONSTRAINT t_a_check TO filled"));
  EXPECT_TRUE(holds(planned.out, "proven up and down"));
}

TEST_F(RenameQuestions, WithoutATerminalTheDirectiveIsShown) {
  make();
  const auto planned = trueup({"plan", "--from", target_, "--to", "s.sql"}, "y\n");
  EXPECT_EQ(planned.exit_code, 0);
  EXPECT_TRUE(holds(planned.out, "DROP COLUMN titel"));
  EXPECT_TRUE(holds(planned.err, "[likely-rename]"));
  EXPECT_TRUE(holds(planned.err, "-- trueup: renamed from titel"));
  const auto refused = trueup({"apply", "--from", target_, "--to", "s.sql", "--yes"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_TRUE(holds(refused.err, "-- trueup: renamed from titel"));
}

}  // namespace
}  // namespace trueup::cli
