#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "canonical/analyzer.h"

namespace trueup::canonical {

/// What stands where, for the expressions of one object.
struct Surroundings {
  const RelationInfo* table = nullptr;        ///< its columns are in scope
  const RelationInfo* old_and_new = nullptr;  ///< a trigger's or rule's: OLD and NEW are
  TypeUse value;                              ///< a domain check's VALUE
  bool has_old = true;                        ///< false for a rule ON INSERT
  bool has_new = true;                        ///< false for a rule ON DELETE
};

/// One run over a catalog: its names, and what was worked out already.
struct Pass {
  Catalog& catalog;
  Names names;
  std::set<ObjectId> started;  ///< views under way or done
  Renamer* renamer = nullptr;  ///< rewrites the texts besides; nullptr where nothing is renamed

  explicit Pass(Catalog& wanted) : catalog(wanted), names(wanted) {}

  /// How the result of an expression is used.
  enum class Use { value, condition, assignment };

  struct Result {
    TypeUse type;
    bool is_null = false;  ///< a bare NULL of the wanted type: no default at all
  };

  /// Fills key, certainty and references of `expression` and qualifies its text.
  Result scalar(Expression& expression, const Surroundings& around, Use use, TypeUse target = {});

  /// The same for a query; gives its output columns, {} when they are not known.
  std::vector<ColumnInfo> query(Expression& expression, std::vector<std::string>& column_names);

  /// FOR VALUES …: constants of the partition key's types.
  void bound(Expression& expression, const std::vector<TypeUse>& types);

  /// RETURN … or BEGIN ATOMIC … END of a routine: its queries; other statements stay as they are, unsure.
  void body(Expression& expression, const ObjectId& id, const Routine& routine);

  /// A rule's action: INSERT, UPDATE, DELETE, SELECT or NOTIFY, with OLD and NEW of `around`.
  void action(Expression& expression, const Surroundings& around);

  void object(Object& object);
  void view(const ObjectId& id);

 private:
  /// True where the server, having read the expression with its columns' earlier types, made something else of it
  /// than it makes of it `now`.
  bool changed_by_retyping(Expression expression, const Surroundings& around, Use use, const std::string& now);

  struct Memo {
    Expression expression;
    Result result;
  };
  std::unordered_map<std::string, Memo> memo_;
};

/// `text` with `edits` made; of two at one place the first counts.
[[nodiscard]] std::string edited(std::string_view text, std::vector<Edit> edits);

/// The key of a text that cannot be analysed: what libpg_query makes of it, or the text itself.
[[nodiscard]] std::string plain_key(std::string_view text);

}  // namespace trueup::canonical
