#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/object_id.h"

namespace trueup {

/// One object under another name, or in another schema; or, where `part` is not empty, an enum's label or a composite
/// type's attribute (`from` and `to` are then the type's ids).
struct Rename {
  ObjectId from;         ///< as it is called before any rename
  ObjectId to;           ///< as it is called after all of them
  std::string part;      ///< the label's or attribute's name before; "" for the object itself
  std::string part_to;   ///< and after
  bool implied = false;  ///< follows from another rename: a constraint, index or sequence named after its table
  bool operator==(const Rename&) const = default;
};

/// A whole set of renames, and what every name of one state is in the other. Names are replaced all at once, so two
/// objects may change names with each other.
class Renaming {
 public:
  /// Takes in one more rename. Requires: what it lies in (schema, relation) was added before it.
  void add(const Rename& rename);
  /// The identity changes, but along with another's: no statement is needed (an index moved with its table).
  void follow(const ObjectId& from, const ObjectId& to);

  [[nodiscard]] bool empty() const { return renames_.empty(); }
  /// In the order in which they were added.
  [[nodiscard]] const std::vector<Rename>& renames() const { return renames_; }

  /// What `id` is called afterwards: by its own rename, its relation's, its schema's, its arguments' types'.
  [[nodiscard]] ObjectId of(const ObjectId& id) const;
  /// A type, relation or other thing that the model holds as qualified text: "public.mood[]".
  [[nodiscard]] std::string of_text(std::string_view text) const;
  [[nodiscard]] std::string of_schema(const std::string& schema) const;
  /// A column's name afterwards; `relation` as it is called before.
  [[nodiscard]] std::string of_column(const ObjectId& relation, const std::string& column) const;
  /// An enum's label or a composite type's attribute; `type` is the type's text before.
  [[nodiscard]] std::string of_part(std::string_view type, const std::string& part) const;
  /// The types of which a label or attribute is renamed, by their text before.
  [[nodiscard]] const std::map<std::string, std::map<std::string, std::string>, std::less<>>& parts() const {
    return parts_;
  }

  /// The way back.
  [[nodiscard]] Renaming reversed() const;

 private:
  void set(const ObjectId& from, const ObjectId& to);
  [[nodiscard]] std::string of_signature(const std::string& signature) const;

  std::vector<Rename> renames_;
  std::vector<std::pair<ObjectId, ObjectId>> followers_;
  std::map<std::string, std::string> schemas_;
  std::map<ObjectId, ObjectId> ids_;
  std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> named_;  ///< relations, types
  std::map<std::string, std::string, std::less<>> texts_;
  std::map<std::string, std::map<std::string, std::string>, std::less<>> parts_;
};

}  // namespace trueup
