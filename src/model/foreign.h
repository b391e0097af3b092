#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/expression.h"
#include "model/object_id.h"

namespace trueup {

/// The value of an option that a foreign-data wrapper understands. Of a secret only a digest is read off a live
/// database: it takes part in comparison, and the value stays where it is.
struct ForeignOption {
  std::string value;   ///< "" for a secret that no file states
  std::string digest;  ///< of a secret: SHA-256 of the value in hexadecimal; "" for everything else
  bool known = true;   ///< false for a secret that only the live database holds

  [[nodiscard]] bool secret() const { return !digest.empty(); }
};

/// OPTIONS (name 'value', …).
using ForeignOptions = std::map<std::string, ForeignOption>;

/// What stands for a secret that only the live database holds, where the way back would need it.
inline constexpr std::string_view not_restorable = "not restorable";

/// Parts of option names that mean a secret: "password" in "sslpassword".
[[nodiscard]] const std::vector<std::string>& secret_words();

/// True for an option whose value nobody should see. "password_required" is none.
[[nodiscard]] bool is_secret_option(std::string_view name);

/// An option as a file states it.
[[nodiscard]] ForeignOption stated_option(std::string_view name, std::string value);

/// An option as the live door reads it: for a secret, `value` is the digest.
[[nodiscard]] ForeignOption read_option(std::string_view name, std::string value);

/// CREATE FOREIGN DATA WRAPPER.
struct ForeignDataWrapper {
  std::optional<ObjectId> handler;
  std::optional<ObjectId> validator;
  ForeignOptions options;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("handler", self.handler);
    field("validator", self.validator);
    field("options", self.options);
  }
};

/// CREATE SERVER.
struct Server {
  std::string wrapper;  ///< the foreign-data wrapper's name
  std::string type;
  std::string version;
  ForeignOptions options;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("wrapper", self.wrapper);
    field("type", self.type);
    field("version", self.version);
    field("options", self.options);
  }
};

/// CREATE USER MAPPING. The id's parent is the server, its name the role ("" for PUBLIC).
struct UserMapping {
  ForeignOptions options;
  bool readable = true;  ///< false where the live database does not show them: nothing is compared then

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("options", self.options);
  }
};

/// CREATE FOREIGN TABLE. Columns, checks and triggers are objects of their own, as a table's are.
struct ForeignTable {
  std::string server;
  ForeignOptions options;
  std::vector<ObjectId> inherits;  ///< parents in order; empty for a partition
  std::optional<ObjectId> partition_of;
  Expression partition_bound;  ///< "FOR VALUES …" or "DEFAULT"

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("server", self.server);
    field("options", self.options);
    field("inherits", self.inherits);
    field("partition_of", self.partition_of);
    field("partition_bound", self.partition_bound);
  }
};

}  // namespace trueup
