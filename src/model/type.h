#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/expression.h"
#include "model/object_id.h"

namespace trueup {

// Types are written as format_type() prints them with an empty search_path: "integer", "character varying(255)",
// "numeric(10,2)", "public.mood[]", "timestamp(3) without time zone". That text is a type's only form in the model.

/// CREATE TYPE … AS ENUM.
struct EnumType {
  std::vector<std::string> labels;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("labels", self.labels);
  }
};

/// An attribute of a composite type.
struct Attribute {
  std::string name;
  std::string type;
  std::string collation;  ///< qualified and quoted, "" for the type's own
  std::string comment;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("name", self.name);
    field("type", self.type);
    field("collation", self.collation);
    field("comment", self.comment);
  }
};

/// CREATE TYPE … AS (…).
struct CompositeType {
  std::vector<Attribute> attributes;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("attributes", self.attributes);
  }
};

/// CREATE TYPE … AS RANGE. Names are qualified unless in pg_catalog; "" where the default holds.
struct RangeType {
  std::string subtype;
  std::string subtype_opclass;
  std::string collation;
  std::string canonical;
  std::string subtype_diff;
  std::string multirange_type;  ///< qualified name, always stated by both doors (the implied one included)

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("subtype", self.subtype);
    field("subtype_opclass", self.subtype_opclass);
    field("collation", self.collation);
    field("canonical", self.canonical);
    field("subtype_diff", self.subtype_diff);
    field("multirange_type", self.multirange_type);
  }
};

/// CREATE DOMAIN. Its checks are objects of their own (DomainCheck).
struct Domain {
  std::string type;
  std::string collation;
  Expression default_value;
  bool not_null = false;
  std::string not_null_name;     ///< of the constraint behind it, from version 17 on; "" before and where there is none
  std::string not_null_comment;  ///< on that constraint

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("type", self.type);
    field("collation", self.collation);
    field("default", self.default_value);
    field("not_null", self.not_null);
    field("not_null_name", self.not_null_name);
    field("not_null_comment", self.not_null_comment);
  }
};

/// A CHECK on a domain; the id's parent is the domain. `expression` is what stands between CHECK's parentheses.
struct DomainCheck {
  Expression expression;
  bool not_valid = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("expression", self.expression);
    field("not_valid", self.not_valid);
  }
};

/// CREATE TYPE … (INPUT = …), or with nothing but a name a shell: a type that is only announced. Functions of
/// PostgreSQL's own are named by ids in pg_catalog, which no catalog holds.
struct BaseType {
  bool shell = false;  ///< nothing else is stated then
  std::optional<ObjectId> input;
  std::optional<ObjectId> output;
  std::optional<ObjectId> receive;
  std::optional<ObjectId> send;
  std::optional<ObjectId> typmod_in;
  std::optional<ObjectId> typmod_out;
  std::optional<ObjectId> analyze;
  std::optional<ObjectId> subscript;
  int length = -1;  ///< bytes; -1 variable, -2 a C string
  bool by_value = false;
  std::string alignment = "int4";  ///< "char", "int2", "int4", "double"
  std::string storage = "plain";
  std::string category = "U";
  bool preferred = false;
  std::optional<std::string> default_text;
  std::string element;  ///< type; "" for none
  std::string delimiter = ",";
  bool collatable = false;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("shell", self.shell);
    field("input", self.input);
    field("output", self.output);
    field("receive", self.receive);
    field("send", self.send);
    field("typmod_in", self.typmod_in);
    field("typmod_out", self.typmod_out);
    field("analyze", self.analyze);
    field("subscript", self.subscript);
    field("length", self.length);
    field("by_value", self.by_value);
    field("alignment", self.alignment);
    field("storage", self.storage);
    field("category", self.category);
    field("preferred", self.preferred);
    field("default", self.default_text);
    field("element", self.element);
    field("delimiter", self.delimiter);
    field("collatable", self.collatable);
  }
};

}  // namespace trueup
