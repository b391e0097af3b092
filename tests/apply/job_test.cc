#include "apply/job.h"

#include <gtest/gtest.h>

#include "apply/backoff.h"

namespace trueup::apply {
namespace {

Job example() {
  return {
      .name = "plan",
      .segments = {{.transactional = true, .statements = {{.sql = "SELECT 'é'", .shown = "SELECT 'é'"}}},
                   {.transactional = false,
                    .statements = {{.sql = "CREATE EXTENSION x", .shown = "CREATE EXTENSION x", .in_public = true}}}},
      .entry = {}};
}

TEST(Job, ComesBackFromTheJournalAsItWas) {
  const Job job = example();
  const auto back = from_json(to_json(job));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->segments, job.segments);
  EXPECT_EQ(digest(*back), digest(job));
  EXPECT_FALSE(from_json("{}").ok());
}

TEST(Job, DigestTellsHowItIsCut) {
  Job other = example();
  other.segments[0].transactional = false;
  EXPECT_NE(digest(other), digest(example()));
  other = example();
  other.segments[1].statements[0].in_public = false;
  EXPECT_NE(digest(other), digest(example()));
}

TEST(Job, SecretsAreSeen) {
  Job job = example();
  EXPECT_FALSE(has_secrets(job));
  job.segments[0].statements[0].shown = "SELECT '***'";
  EXPECT_TRUE(has_secrets(job));
}

TEST(Job, TransactionsAreNotItsBusiness) {
  Job job = example();
  EXPECT_TRUE(refuse_transaction_control(job).ok());
  job.segments[0].statements.push_back({.sql = "commit", .shown = "commit"});
  EXPECT_FALSE(refuse_transaction_control(job).ok());
}

TEST(Backoff, GrowsUpToALimitAndVaries) {
  for (int i = 0; i < 100; ++i) {
    EXPECT_GE(pause_before(2, 1), 0.25);
    EXPECT_LE(pause_before(2, 1), 0.75);
    EXPECT_GE(pause_before(5, 1), 2.0);
    EXPECT_LE(pause_before(30, 5), 15.0);
  }
  EXPECT_NE(pause_before(2, 1), pause_before(2, 1));
}

}  // namespace
}  // namespace trueup::apply
