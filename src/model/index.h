#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/table.h"

namespace trueup {

/// An index that backs no constraint.
struct Index {
  ObjectId table;  ///< a table or materialized view
  std::string method = "btree";
  bool unique = false;
  bool nulls_not_distinct = false;
  std::vector<KeyElement> elements;
  std::vector<std::string> include;
  Expression predicate;
  Options options;
  std::string tablespace;
  bool only = false;  ///< CREATE INDEX … ON ONLY: a partitioned table's index whose tree is not complete
  std::map<int, int> statistics_targets;  ///< element number from 1 → target

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("table", self.table);
    field("method", self.method);
    field("unique", self.unique);
    field("nulls_not_distinct", self.nulls_not_distinct);
    field("elements", self.elements);
    field("include", self.include);
    field("predicate", self.predicate);
    field("options", self.options);
    field("tablespace", self.tablespace);
    field("only", self.only);
    field("statistics_targets", self.statistics_targets);
  }
};

}  // namespace trueup
