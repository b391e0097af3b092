#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/acl.h"
#include "model/expression.h"
#include "model/table.h"

namespace trueup {

/// An output column of a view or materialized view.
struct ViewColumn {
  std::string name;
  std::string type;  ///< "" where it could not be resolved without a server

  bool operator==(const ViewColumn&) const = default;
};

/// CREATE VIEW. `columns` follows from the query and is not compared by itself; column names written after the
/// view's name are folded into `query` as output aliases by canonicalise, so that both doors agree.
struct View {
  Expression query;                       ///< without the final semicolon
  std::vector<std::string> column_names;  ///< CREATE VIEW v (a, b): the parse door's only; empty once canonicalised
  std::vector<ViewColumn> columns;
  Expression replaced;  ///< the parse door's only: what OR REPLACE took the place of; a view can select from itself
  Options options;      ///< security_barrier, security_invoker, check_option
  std::map<std::string, std::string> column_comments;
  std::map<std::string, Acl> column_acls;             ///< of the columns that have any
  std::map<std::string, Expression> column_defaults;  ///< ALTER VIEW … ALTER COLUMN … SET DEFAULT

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("query", self.query);
    field("options", self.options);
    field("column_comments", self.column_comments);
    field("column_acls", self.column_acls);
    field("column_defaults", self.column_defaults);
  }
};

/// CREATE MATERIALIZED VIEW.
struct MaterializedView {
  Expression query;
  std::vector<std::string> column_names;
  std::vector<ViewColumn> columns;
  Options options;
  bool with_data = true;  ///< false after WITH NO DATA; compared only when false is desired
  std::string tablespace;
  std::string access_method = "heap";
  std::string clustered_on;
  std::map<std::string, std::string> column_comments;
  std::map<std::string, Acl> column_acls;  ///< of the columns that have any

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("query", self.query);
    field("options", self.options);
    field("tablespace", self.tablespace);
    field("access_method", self.access_method);
    field("clustered_on", self.clustered_on);
    field("column_comments", self.column_comments);
    field("column_acls", self.column_acls);
  }
};

}  // namespace trueup
