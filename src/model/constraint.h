#pragma once

#include <string>
#include <vector>

#include "model/expression.h"
#include "model/object_id.h"
#include "model/table.h"

namespace trueup {

/// PRIMARY KEY or UNIQUE; the object's kind says which. Its index is part of it.
struct Key {
  std::vector<std::string> columns;
  bool without_overlaps = false;  ///< of the last column's ranges: a GiST index
  std::vector<std::string> include;
  bool nulls_not_distinct = false;  ///< unique only
  bool deferrable = false;
  bool initially_deferred = false;
  Options options;  ///< storage parameters of the index
  std::string tablespace;
  std::string index_comment;  ///< COMMENT ON INDEX, beside the constraint's own
  bool only = false;  ///< ALTER TABLE ONLY … ADD: a partitioned table's key that some partition has no part of

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("columns", self.columns);
    field("without_overlaps", self.without_overlaps);
    field("include", self.include);
    field("nulls_not_distinct", self.nulls_not_distinct);
    field("deferrable", self.deferrable);
    field("initially_deferred", self.initially_deferred);
    field("options", self.options);
    field("tablespace", self.tablespace);
    field("index_comment", self.index_comment);
    field("only", self.only);
  }
};

/// EXCLUDE USING method (…).
struct Exclusion {
  std::string method = "btree";
  std::vector<KeyElement> elements;
  std::vector<std::string> include;
  Expression predicate;
  bool deferrable = false;
  bool initially_deferred = false;
  Options options;
  std::string tablespace;
  std::string index_comment;  ///< COMMENT ON INDEX, beside the constraint's own

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("method", self.method);
    field("elements", self.elements);
    field("include", self.include);
    field("predicate", self.predicate);
    field("deferrable", self.deferrable);
    field("initially_deferred", self.initially_deferred);
    field("options", self.options);
    field("tablespace", self.tablespace);
    field("index_comment", self.index_comment);
  }
};

/// CHECK (…) on a table. `expression` is what stands between the parentheses.
struct Check {
  Expression expression;
  bool no_inherit = false;
  bool not_valid = false;  ///< false where it is not enforced, which says more
  bool not_enforced = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("expression", self.expression);
    field("no_inherit", self.no_inherit);
    field("not_valid", self.not_valid);
    field("not_enforced", self.not_enforced);
  }
};

/// FOREIGN KEY. Actions are SQL words in lower case: "no action", "restrict", "cascade", "set null", "set default".
struct ForeignKey {
  std::vector<std::string> columns;
  ObjectId referenced;                          ///< the table
  std::vector<std::string> referenced_columns;  ///< always stated: the primary key's when left out in the text
  bool period = false;                          ///< the last column is a PERIOD
  std::string match = "simple";                 ///< "simple" or "full"
  std::string on_update = "no action";
  std::string on_delete = "no action";
  std::vector<std::string> on_delete_columns;  ///< SET NULL (a, b); empty = all
  bool deferrable = false;
  bool initially_deferred = false;
  bool not_valid = false;  ///< false where it is not enforced, which says more
  bool not_enforced = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("columns", self.columns);
    field("referenced", self.referenced);
    field("referenced_columns", self.referenced_columns);
    field("period", self.period);
    field("match", self.match);
    field("on_update", self.on_update);
    field("on_delete", self.on_delete);
    field("on_delete_columns", self.on_delete_columns);
    field("deferrable", self.deferrable);
    field("initially_deferred", self.initially_deferred);
    field("not_valid", self.not_valid);
    field("not_enforced", self.not_enforced);
  }
};

}  // namespace trueup
