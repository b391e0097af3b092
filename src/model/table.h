#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/acl.h"
#include "model/expression.h"
#include "model/foreign.h"
#include "model/object_id.h"
#include "model/options.h"
#include "model/sequence.h"

namespace trueup {

/// One element of an index, exclusion constraint or partition key.
struct KeyElement {
  Expression expression;   ///< a bare column is an expression, too: its quoted name
  bool is_column = false;  ///< true when `expression` is just a column's name
  std::string collation;   ///< qualified; "" for the column's own
  std::string opclass;     ///< qualified unless in pg_catalog; "" for the type's default
  Options opclass_options;
  bool descending = false;
  bool nulls_first = false;   ///< effective: DESC implies true unless NULLS LAST is said
  std::string with_operator;  ///< exclusion only: "=", "&&", "OPERATOR(public.===)"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("expression", self.expression);
    field("collation", self.collation);
    field("opclass", self.opclass);
    field("opclass_options", self.opclass_options);
    field("descending", self.descending);
    field("nulls_first", self.nulls_first);
    field("with_operator", self.with_operator);
  }
};

/// PARTITION BY strategy (elements).
struct PartitionKey {
  std::string strategy;  ///< "list", "range", "hash"
  std::vector<KeyElement> elements;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("strategy", self.strategy);
    field("elements", self.elements);
  }
};

/// A table or partition. Columns, constraints, indexes, triggers and policies are objects of their own.
///
/// A partition or inheritance child has every column, check, key, index and trigger it holds in the catalog as an
/// object of its own, those that came from a parent included: they carry `inherited_from` (see Object), and
/// statements are made for them only where the parent's statement does not bring them about.
struct Table {
  bool unlogged = false;
  Options options;
  std::vector<ObjectId> inherits;  ///< parents in order; empty for a partition
  std::optional<PartitionKey> partition_key;
  std::optional<ObjectId> partition_of;
  Expression partition_bound;  ///< "FOR VALUES …" or "DEFAULT"
  bool row_security = false;
  bool force_row_security = false;
  std::string replica_identity = "default";  ///< "default", "full", "nothing", "index NAME"
  std::string clustered_on;                  ///< index name, "" for none
  std::string tablespace;
  std::string access_method = "heap";  ///< "" for a partitioned table
  std::string of_type;                 ///< typed table: qualified composite type

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("unlogged", self.unlogged);
    field("options", self.options);
    field("inherits", self.inherits);
    field("partition_key", self.partition_key);
    field("partition_of", self.partition_of);
    field("partition_bound", self.partition_bound);
    field("row_security", self.row_security);
    field("force_row_security", self.force_row_security);
    field("replica_identity", self.replica_identity);
    field("clustered_on", self.clustered_on);
    field("tablespace", self.tablespace);
    field("access_method", self.access_method);
    field("of_type", self.of_type);
  }
};

/// GENERATED { ALWAYS | BY DEFAULT } AS IDENTITY. The sequence is the column's own.
struct Identity {
  std::string generation;  ///< "always" or "by default"
  SequenceOptions options;
  std::string sequence;  ///< its name, in the table's schema; not compared, as a renamed table's keeps its own
  Acl acl;               ///< of the sequence
  std::string comment;   ///< on the sequence

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("generation", self.generation);
    SequenceOptions::each_field(self.options, field);
    field("acl", self.acl);
    field("comment", self.comment);
  }
};

/// The constraint behind a column's NOT NULL, an object of its own in the server from version 18 on.
struct NotNull {
  std::string name;         ///< effective; "" before version 18 and where the column is nullable
  bool no_inherit = false;  ///< NO INHERIT
  bool not_valid = false;   ///< NOT VALID
  std::string comment;
};

/// A table's column. The id's parent is the table.
struct Column {
  int position = 0;       ///< order within the table from 1, dropped columns not counted; not compared
  std::string type;       ///< see model/type.h
  std::string collation;  ///< qualified; "" for the type's default
  Expression default_value;
  bool not_null = false;  ///< true also for primary key columns
  NotNull not_null_constraint;
  std::optional<Identity> identity;
  Expression generated;     ///< GENERATED ALWAYS AS (…)
  bool is_virtual = false;  ///< generated, but not stored
  std::string storage;      ///< "plain", "main", "external", "extended"; "" for the type's default
  std::string compression;  ///< "pglz", "lz4"; "" for the default
  int statistics_target = -1;
  Options options;                 ///< n_distinct, n_distinct_inherited
  ForeignOptions foreign_options;  ///< a foreign table's column: OPTIONS (…)

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("type", self.type);
    field("collation", self.collation);
    field("default", self.default_value);
    field("not_null", self.not_null);
    field("not_null_name", self.not_null_constraint.name);
    field("not_null_no_inherit", self.not_null_constraint.no_inherit);
    field("not_null_not_valid", self.not_null_constraint.not_valid);
    field("not_null_comment", self.not_null_constraint.comment);
    field("identity", self.identity);
    field("generated", self.generated);
    field("virtual", self.is_virtual);
    field("storage", self.storage);
    field("compression", self.compression);
    field("statistics_target", self.statistics_target);
    field("options", self.options);
    field("foreign_options", self.foreign_options);
  }
};

}  // namespace trueup
