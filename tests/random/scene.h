#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace trueup::random {

/// A data type, as much of it as writing expressions takes.
struct Type {
  std::string text;                         ///< as statements write it
  std::vector<std::string> spellings = {};  ///< other words for the same
  /// 'i' whole number, 'n' other number, 's' string, 'b' boolean, 't' date or time, 'j' jsonb, 'e' enum, 'r' range,
  /// 'a' array, 'c' composite, 'o' other
  char category = 'o';
  bool ordered = true;                      ///< has a btree operator class
  std::vector<std::string> constants = {};  ///< as they can stand where the context gives the type
  std::vector<std::string> fresh = {};      ///< calls that give a value of it, not immutable
};

struct Column {
  std::string name;
  Type type;
  bool generated = false;
  bool key = false;  ///< part of a partition key
};
using Columns = std::vector<Column>;

/// A key that foreign keys can refer to.
struct UniqueKey {
  Columns columns;
};

/// What a piece has made, for those after it.
struct Made {
  int uid = 0;
  std::string sort;    ///< "table", "view", "function" …
  std::string schema;  ///< "" where it lies in none
  std::string name;
  std::string sql;                   ///< its name as statements write it
  Columns columns = {};              ///< relations and composite types
  std::vector<int> children = {};    ///< partitions and children
  std::vector<UniqueKey> keys = {};  ///< tables
  bool primary_key = false;          ///< tables: has one
  std::string strategy = {};         ///< partitioned tables
  int parent = 0;                    ///< partitions and children
  std::set<std::string> marks = {};  ///< what else there is to know of it
  Type type = {};                    ///< types: itself; functions: the result
  std::vector<Type> arguments = {};  ///< functions
};

/// A statement, apart from a CREATE TABLE's elements, which may still grow.
struct Said {
  int uid;
  std::string head;
  std::vector<std::string> elements = {};
  std::string tail = {};
  std::vector<std::string> after = {};  ///< statements about what it makes
};

/// What has been written so far.
struct Scene {
  int version = 150000;              ///< server_version_num
  std::string role_prefix;           ///< roles are the whole server's
  std::deque<Made> made = {};        ///< pointers into it stay
  std::set<std::string> taken = {};  ///< names that are used up, with their namespace
  std::vector<Said> said = {};
  int open_table = 0;  ///< the table whose CREATE TABLE can still take elements

  [[nodiscard]] Made* find(int uid);
  [[nodiscard]] std::string text() const;
};

}  // namespace trueup::random
