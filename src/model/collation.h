#pragma once

#include <string>

namespace trueup {

/// CREATE COLLATION. The version that the server noted is no part of the definition.
struct Collation {
  std::string provider = "libc";  ///< "libc", "icu", "builtin"
  std::string locale;             ///< icu and builtin
  std::string lc_collate;         ///< libc
  std::string lc_ctype;           ///< libc
  bool any_encoding = false;      ///< libc: for databases of every encoding, as a copy of "C" or "POSIX" is
  bool deterministic = true;
  std::string rules;  ///< icu, from 16 on

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("provider", self.provider);
    field("locale", self.locale);
    field("lc_collate", self.lc_collate);
    field("lc_ctype", self.lc_ctype);
    field("any_encoding", self.any_encoding);
    field("deterministic", self.deterministic);
    field("rules", self.rules);
  }
};

}  // namespace trueup
