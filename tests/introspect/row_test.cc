#include "introspect/row.h"

#include <gtest/gtest.h>

#include "introspect/attributes.h"
#include "introspect/expression_list.h"

namespace trueup::introspect {
namespace {

using Texts = std::vector<std::string>;

TEST(SplitArray, UndoesArrayOut) {
  EXPECT_EQ(split_array(""), Texts{});
  EXPECT_EQ(split_array("{}"), Texts{});
  EXPECT_EQ(split_array("{a,b}"), (Texts{"a", "b"}));
  EXPECT_EQ(split_array(R"({"a,b",NULL,"NULL","","say \"hi\" \\ {x}"})"),
            (Texts{"a,b", "", "NULL", "", "say \"hi\" \\ {x}"}));
}

TEST(SplitNumbers, ReadsVectorsAndArrays) {
  EXPECT_EQ(split_numbers(""), std::vector<std::int64_t>{});
  EXPECT_EQ(split_numbers("1 0 -2"), (std::vector<std::int64_t>{1, 0, -2}));
  EXPECT_EQ(split_numbers("{3,4294967295}"), (std::vector<std::int64_t>{3, 4294967295}));
}

TEST(SplitList, CutsOutsideOfQuotesAndParentheses) {
  EXPECT_EQ(split_list(""), Texts{});
  EXPECT_EQ(split_list("a"), Texts{"a"});
  EXPECT_EQ(split_list(R"("a,b", f(c, d), 'x,''y', (ARRAY[1, 2])[1])"),
            (Texts{"\"a,b\"", "f(c, d)", "'x,''y'", "(ARRAY[1, 2])[1]"}));
  EXPECT_EQ(split_list(R"(f(E'\',('), b)"), (Texts{R"(f(E'\',('))", "b"}));
}

TEST(FindOutside, PassesOverQuotesAndParentheses) {
  const std::string_view text = R"(f(' WHEN (') "a WHEN (" WHEN (x))";
  EXPECT_EQ(find_outside(text, " WHEN ("), text.rfind(" WHEN ("));
  EXPECT_EQ(find_outside("nothing", "WHEN"), std::string_view::npos);
}

TEST(ExpressionEnd, EndsBehindTheGroup) {
  EXPECT_EQ(expression_end("lower(a) COLLATE \"C\""), 8U);
  EXPECT_EQ(expression_end("((a + 1)) x_ops"), 9U);
  EXPECT_EQ(expression_end("public.\"f(\"(a, ')') x"), 19U);
}

TEST(SplitAcl, ReadsGranteesPrivilegesAndOptions) {
  const std::set<Grant> grants = split_acl(R"({=r/joe,joe=arw/joe,"\"a b=\"=U*C/joe","bob=r/x","bob=r*/joe"})");
  const std::set<Grant> expected = {{"", "SELECT", false},    {"joe", "INSERT", false}, {"joe", "SELECT", false},
                                    {"joe", "UPDATE", false}, {"a b=", "USAGE", true},  {"a b=", "CREATE", false},
                                    {"bob", "SELECT", true}};
  EXPECT_EQ(grants, expected);
}

TEST(AclOf, TheOwnersShareFollowsKindAndVersion) {
  const auto revoked = [](Kind kind, std::string_view text, int version) {
    return acl_of(kind, text, false, "joe", version).owner_revoked;
  };
  EXPECT_EQ(revoked(Kind::table, "{joe=arwdDxt/joe}", 160000), std::set<std::string>{});
  EXPECT_EQ(revoked(Kind::table, "{joe=arwdDxt/joe}", 170000), std::set<std::string>{"MAINTAIN"});
  EXPECT_EQ(revoked(Kind::sequence, "{}", 150000), (std::set<std::string>{"SELECT", "UPDATE", "USAGE"}));
  EXPECT_EQ(revoked(Kind::schema, "{joe=U/joe}", 150000), std::set<std::string>{"CREATE"});
  EXPECT_EQ(acl_of(Kind::function, "", true, "joe", 150000).grants, (std::set<Grant>{{"", "EXECUTE", false}}));
  EXPECT_TRUE(acl_of(Kind::function, "{joe=X/joe}", false, "joe", 150000).grants.empty());
}

TEST(SettingsOf, QuotesListsItemByItem) {
  const std::vector<Setting> expected = {
      {"search_path", "'app', 'A \"b'"}, {"work_mem", "'5MB'"}, {"application_name", "'it''s, x'"}};
  EXPECT_EQ(settings_of({R"(search_path=app, "A ""b")", "work_mem=5MB", "application_name=it's, x"}), expected);
  EXPECT_EQ(settings_of({R"(search_path="")"}).front().value, "''");
}

}  // namespace
}  // namespace trueup::introspect
