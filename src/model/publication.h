#pragma once

#include <string>
#include <vector>

#include "model/expression.h"

namespace trueup {

/// CREATE PUBLICATION. The tables and schemas in it are objects of their own (PublicationTable, PublicationSchema).
struct Publication {
  bool all_tables = false;
  std::vector<std::string> publish = {"insert", "update", "delete", "truncate"};  ///< in this order
  bool via_partition_root = false;
  std::string generated_columns = "none";  ///< "none" or "stored"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("all_tables", self.all_tables);
    field("publish", self.publish);
    field("via_partition_root", self.via_partition_root);
    field("generated_columns", self.generated_columns);
  }
};

/// A table in a publication. The id's parent is the table, its name the publication's.
struct PublicationTable {
  std::vector<std::string> columns;  ///< sorted; empty = all
  Expression filter;                 ///< WHERE (…)

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("columns", self.columns);
    field("filter", self.filter);
  }
};

/// The tables of a schema in a publication. The id's schema is that schema, its name the publication's.
struct PublicationSchema {
  template <class Self, class F>
  static void each_field(Self&, F) {}
};

}  // namespace trueup
