#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/object_id.h"

namespace trueup {

/// CREATE OPERATOR. Identity: schema, name, and as signature the operand types, "NONE" on the side that has none.
/// Functions and operators of PostgreSQL's own are named by ids in pg_catalog, which no catalog holds.
struct Operator {
  ObjectId function;
  std::string result;                  ///< follows from the function, not compared; "" where it is not known
  std::optional<ObjectId> commutator;  ///< effective: what the other one's CREATE says counts, too
  std::optional<ObjectId> negator;
  std::optional<ObjectId> restrict;
  std::optional<ObjectId> join;
  bool hashes = false;
  bool merges = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("function", self.function);
    field("commutator", self.commutator);
    field("negator", self.negator);
    field("restrict", self.restrict);
    field("join", self.join);
    field("hashes", self.hashes);
    field("merges", self.merges);
  }
};

/// A member of an operator family. Members of the types of one of its classes are the class's.
struct FamilyMember {
  bool is_function = false;
  int number = 0;  ///< strategy or support number
  std::string left;
  std::string right;
  ObjectId object;                       ///< the operator or function
  std::optional<ObjectId> order_family;  ///< FOR ORDER BY

  bool operator==(const FamilyMember&) const = default;
  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("function", self.is_function);
    field("number", self.number);
    field("left", self.left);
    field("right", self.right);
    field("object", self.object);
    field("order_family", self.order_family);
  }
};

/// CREATE OPERATOR FAMILY. Identity: schema, name, and the access method as signature.
struct OperatorFamily {
  std::vector<FamilyMember> members;  ///< sorted; those of its classes left out

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("members", self.members);
  }
};

/// CREATE OPERATOR CLASS. Identity: schema, name, and the access method as signature.
struct OperatorClass {
  bool is_default = false;
  std::string type;
  ObjectId family;      ///< always stated: the one of its own name where the statement names none
  std::string storage;  ///< "" for the type itself
  std::vector<FamilyMember> members;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("default", self.is_default);
    field("type", self.type);
    field("family", self.family);
    field("storage", self.storage);
    field("members", self.members);
  }
};

}  // namespace trueup
