#include "base/quote.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

TEST(QuoteIdentifier, LeavesPlainNamesBare) {
  EXPECT_EQ(quote_identifier("orders"), "orders");
  EXPECT_EQ(quote_identifier("_a1"), "_a1");
  EXPECT_EQ(quote_identifier("name"), "name");  // an unreserved keyword
}

TEST(QuoteIdentifier, QuotesWhatTheServerWouldReadOtherwise) {
  EXPECT_EQ(quote_identifier("Orders"), "\"Orders\"");
  EXPECT_EQ(quote_identifier("1a"), "\"1a\"");
  EXPECT_EQ(quote_identifier("a b"), "\"a b\"");
  EXPECT_EQ(quote_identifier("a$"), "\"a$\"");
  EXPECT_EQ(quote_identifier("straße"), "\"straße\"");
  EXPECT_EQ(quote_identifier(""), "\"\"");
  EXPECT_EQ(quote_identifier("new\nline"), "\"new\nline\"");
}

TEST(QuoteIdentifier, DoublesQuotes) { EXPECT_EQ(quote_identifier("a\"b"), "\"a\"\"b\""); }

TEST(QuoteIdentifier, QuotesKeywordsOfEveryClassButUnreserved) {
  EXPECT_EQ(quote_identifier("select"), "\"select\"");    // reserved
  EXPECT_EQ(quote_identifier("between"), "\"between\"");  // cannot be a function or type
  EXPECT_EQ(quote_identifier("left"), "\"left\"");        // can be a function or type
  EXPECT_EQ(quote_identifier("json_table"), "\"json_table\"");
}

TEST(Qualified, QuotesEachPart) {
  EXPECT_EQ(qualified("public", "orders"), "public.orders");
  EXPECT_EQ(qualified("My App", "order"), "\"My App\".\"order\"");
  EXPECT_EQ(qualified("", "order"), "\"order\"");
}

TEST(QuoteLiteral, DoublesQuotesAndEscapesBackslashes) {
  EXPECT_EQ(quote_literal("plain"), "'plain'");
  EXPECT_EQ(quote_literal("it's"), "'it''s'");
  EXPECT_EQ(quote_literal("a\\b'"), "E'a\\\\b'''");
  EXPECT_EQ(quote_literal(""), "''");
}

TEST(DollarQuote, TakesATagThatTheBodyLacks) {
  EXPECT_EQ(dollar_quote("SELECT 1"), "$$SELECT 1$$");
  EXPECT_EQ(dollar_quote("SELECT $$x$$"), "$body$SELECT $$x$$$body$");
  EXPECT_EQ(dollar_quote("$$ $body$"), "$body1$$$ $body$$body1$");
}

TEST(DollarQuote, KeepsADollarAtTheEndApartFromTheTag) {
  // "a$" between $$ would read as the body "a" followed by "$$$".
  EXPECT_EQ(dollar_quote("a$"), "$body$a$$body$");
}

}  // namespace
}  // namespace trueup
