#include "canonical/keys.h"

namespace trueup::canonical::testing {
namespace {

Expression body_of(const std::string& definition) {
  const Catalog catalog =
      read(tables() + "CREATE FUNCTION tried(a integer, b text) RETURNS text LANGUAGE sql " + definition + ";");
  return std::get<Routine>(catalog
                               .find({.kind = Kind::function,
                                      .schema = "public",
                                      .parent = {},
                                      .name = "tried",
                                      .signature = "integer,text"})
                               ->payload)
      .sql_body;
}

TEST(Bodies, AreComparedAsTheServerStoresThem) {
  EXPECT_EQ(body_of("RETURN b || 'x'").key, body_of("RETURN (b || 'x'::text)").key);
  EXPECT_EQ(body_of("BEGIN ATOMIC SELECT note FROM other WHERE id = a; END").key,
            body_of("BEGIN ATOMIC SELECT other.note FROM public.other WHERE (other.id = tried.a); END").key);
  EXPECT_NE(body_of("RETURN b || 'x'").key, body_of("RETURN b || 'y'").key);
  EXPECT_NE(body_of("RETURN b").key, body_of("BEGIN ATOMIC SELECT b; END").key);
}

TEST(Bodies, AreWrittenWithSchemasAndReferToWhatTheyNeed) {
  const Expression body = body_of("BEGIN ATOMIC SELECT note FROM other WHERE id = twice(a); END");
  EXPECT_NE(body.text.find("FROM public.other"), std::string::npos) << body.text;
  EXPECT_NE(body.text.find("public.twice(a)"), std::string::npos) << body.text;
  EXPECT_TRUE(body.search_path.empty());
  EXPECT_NE(std::find(body.references.begin(), body.references.end(), column_id("public", "other", "note")),
            body.references.end());
}

}  // namespace
}  // namespace trueup::canonical::testing
