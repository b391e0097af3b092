#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ddl/support.h"
#include "model/encode.h"

namespace trueup::ddl::test {

namespace {

Payload payload_of(Kind kind) {
  switch (kind) {
    case Kind::role:
      return Role{};
    case Kind::membership:
      return Membership{};
    case Kind::schema:
      return Schema{};
    case Kind::extension:
      return Extension{};
    case Kind::enum_type:
      return EnumType{};
    case Kind::composite_type:
      return CompositeType{};
    case Kind::range_type:
      return RangeType{};
    case Kind::domain:
      return Domain{};
    case Kind::domain_check:
      return DomainCheck{};
    case Kind::sequence:
      return Sequence{};
    case Kind::table:
      return Table{};
    case Kind::column:
      return Column{};
    case Kind::primary_key:
    case Kind::unique_key:
      return Key{};
    case Kind::exclusion:
      return Exclusion{};
    case Kind::check:
      return Check{};
    case Kind::foreign_key:
      return ForeignKey{};
    case Kind::index:
      return Index{};
    case Kind::view:
      return View{};
    case Kind::materialized_view:
      return MaterializedView{};
    case Kind::function:
    case Kind::procedure:
      return Routine{};
    case Kind::base_type:
      return BaseType{};
    case Kind::aggregate:
      return Aggregate{};
    case Kind::sql_operator:
      return Operator{};
    case Kind::operator_family:
      return OperatorFamily{};
    case Kind::operator_class:
      return OperatorClass{};
    case Kind::cast:
      return Cast{};
    case Kind::conversion:
      return Conversion{};
    case Kind::language:
      return Language{};
    case Kind::transform:
      return Transform{};
    case Kind::trigger:
      return Trigger{};
    case Kind::policy:
      return Policy{};
    case Kind::default_privilege:
      return DefaultPrivilege{};
    case Kind::publication:
      return Publication{};
    case Kind::publication_table:
      return PublicationTable{};
    case Kind::publication_schema:
      return PublicationSchema{};
    case Kind::subscription:
      return Subscription{};
    case Kind::foreign_data_wrapper:
      return ForeignDataWrapper{};
    case Kind::server:
      return Server{};
    case Kind::user_mapping:
      return UserMapping{};
    case Kind::foreign_table:
      return ForeignTable{};
    case Kind::rule:
      return Rule{};
    case Kind::event_trigger:
      return EventTrigger{};
    case Kind::collation:
      return Collation{};
    case Kind::statistics:
      return Statistics{};
    case Kind::text_search_parser:
      return TextSearchParser{};
    case Kind::text_search_template:
      return TextSearchTemplate{};
    case Kind::text_search_dictionary:
      return TextSearchDictionary{};
    case Kind::text_search_configuration:
      return TextSearchConfiguration{};
  }
  return Schema{};
}

}  // namespace

TEST(Coverage, EveryKindHasItsOwnRow) {
  std::set<int> weights;
  for (const Kind kind : all_kinds) {
    const KindRules& rules = rules_of(kind);
    EXPECT_EQ(rules.kind, kind);
    EXPECT_NE(rules.create, nullptr) << name_of(kind);
    EXPECT_NE(rules.drop, nullptr) << name_of(kind);
    EXPECT_TRUE(weights.insert(rules.weight).second) << name_of(kind) << " shares its weight";
  }
}

TEST(Coverage, EveryFieldHasARuleAndNoRuleLacksItsField) {
  for (const Kind kind : all_kinds) {
    std::set<std::string> fields;
    for (const Field& field : fields_of(object(kind, "x", payload_of(kind)))) {
      fields.insert(field.name);
      EXPECT_EQ(field_rule(kind, field.name).field, field.name) << name_of(kind);
    }
    for (const FieldRule& rule : rules_of(kind).fields) {
      EXPECT_TRUE(fields.contains(std::string(rule.field))) << name_of(kind) << ": " << rule.field;
      EXPECT_FALSE(rule.alter == nullptr && rule.how != nullptr) << name_of(kind) << ": " << rule.field;
    }
  }
}

/// What has no ALTER at all: the list that documents it.
TEST(Coverage, FieldsThatOnlyARebuildCanChange) {
  std::map<std::string, std::vector<std::string>> rebuilt;
  for (const Kind kind : all_kinds)
    for (const FieldRule& rule : rules_of(kind).fields)
      if (rule.alter == nullptr) rebuilt[std::string(name_of(kind))].emplace_back(rule.field);
  const std::vector<std::string> key = {"columns",    "without_overlaps",  "include", "nulls_not_distinct",
                                        "deferrable", "initially_deferred"};
  const std::vector<std::string> routine = {"returns", "returns_set", "window"};
  const std::map<std::string, std::vector<std::string>> expected = {
      {"range type", {"subtype", "subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type"}},
      {"base type",
       {"shell", "input", "output", "length", "by_value", "alignment", "category", "preferred", "default", "element",
        "delimiter", "collatable"}},
      {"aggregate", {"form", "direct"}},
      {"operator", {"function"}},
      {"operator class", {"default", "type", "family", "storage"}},
      {"cast", {"method", "function", "context"}},
      {"conversion", {"source", "target", "function", "default"}},
      {"domain", {"type", "collation"}},
      {"domain check", {"expression"}},
      {"table", {"partition_key"}},
      {"primary key", key},
      {"unique key", key},
      {"exclusion", {"method", "elements", "include", "predicate", "deferrable", "initially_deferred"}},
      {"column", {"virtual"}},
      {"check", {"expression", "no_inherit", "not_enforced"}},
      {"foreign key",
       {"columns", "referenced", "referenced_columns", "period", "match", "on_update", "on_delete",
        "on_delete_columns"}},
      {"index", {"table", "method", "unique", "nulls_not_distinct", "elements", "include", "predicate"}},
      {"materialized view", {"query"}},
      {"function", routine},
      {"procedure", routine},
      {"trigger", {"constraint", "deferrable", "initially_deferred", "from_table"}},
      {"policy", {"permissive", "command"}},
      {"publication", {"all_tables"}},
      {"publication table", {"columns", "filter"}},
      {"server", {"wrapper", "type"}},
      {"foreign table", {"server"}},
      {"event trigger", {"event", "tags", "function"}},
      {"collation", {"provider", "locale", "lc_collate", "lc_ctype", "any_encoding", "deterministic", "rules"}},
      {"statistics", {"table", "kinds", "columns", "expressions"}},
      {"text search parser", {"start", "get_token", "end", "headline", "lex_types"}},
      {"text search template", {"init", "lexize"}},
      {"text search dictionary", {"template"}},
      {"text search configuration", {"parser"}},
  };
  EXPECT_EQ(rebuilt, expected);
}

}  // namespace trueup::ddl::test
