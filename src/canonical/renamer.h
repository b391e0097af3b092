#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "canonical/query.h"
#include "model/catalog.h"
#include "model/renaming.h"
#include "parse/tree.h"

namespace trueup::canonical {

/// Rewrites expressions and queries as the server's own text of them reads after a rename. The analysis of a text tells
/// it what the columns in it stand for (note_…); all other names are qualified in a canonical text and speak for
/// themselves. Output columns of a query keep their names.
class Renamer {
 public:
  Renamer(const Catalog& before, const Renaming& renaming) : before_(before), renaming_(renaming) {}

  void note_relation(const PgQuery__RangeVar& node, const RangeEntry& entry);
  void note_column(const PgQuery__ColumnRef& node, const Expr& meaning);
  void note_target(const PgQuery__ResTarget& target, const std::string& name);
  /// JOIN … USING goes on with the columns' old names: the relation gets them as aliases.
  void note_using(const Expr* column);

  /// Changes the tree that was analysed last, which is `root`, and forgets what was noted. `references`: the objects
  /// that the analysis found. Returns whether anything changed.
  bool rewrite(const PgQuery__Node& root, const std::set<ObjectId>& references);

 private:
  struct Use {
    PgQuery__ColumnRef* node;
    const RangeEntry* entry;
    int index;
  };

  void rewrite_column(const Use& use);
  void rewrite_node(const PgQuery__Node& node, const std::set<ObjectId>& references);
  void rewrite_relation(PgQuery__RangeVar& relation);
  void rewrite_changing(const PgQuery__Node& statement, PgQuery__RangeVar* target, std::size_t count,
                        PgQuery__Node* const* targets);
  void rewrite_locked(PgQuery__RangeVar& locked);
  void rewrite_literal(PgQuery__AConst& constant, const PgQuery__TypeName& type);
  void set(char*& text, const std::string& now);
  void set(PgQuery__Node* name, const std::string& now);
  /// Replaces "schema", "name" at the end of a dotted name.
  void set_name(std::size_t count, PgQuery__Node* const* names, const std::string& schema, const std::string& name);

  const Catalog& before_;
  const Renaming& renaming_;
  std::vector<std::pair<PgQuery__RangeVar*, const RangeEntry*>> relations_;
  std::vector<Use> columns_;
  std::vector<std::pair<PgQuery__ResTarget*, std::string>> targets_;
  std::set<const RangeEntry*> pinned_;
  bool changed_ = false;
};

/// Gives the objects of a canonical catalog other names, and follows them wherever a name stands: ids, references,
/// columns of keys, types, expressions and queries. The catalog is canonical again afterwards. What texts that are
/// opaque to the server (bodies of functions in quotes) say stays as it is, as it does there.
void rename(Catalog& catalog, const Renaming& renaming);

}  // namespace trueup::canonical
